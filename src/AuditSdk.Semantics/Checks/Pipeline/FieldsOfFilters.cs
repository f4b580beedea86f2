using System.Text.RegularExpressions;
using AuditSdk.Semantics.Checks.Fluentd;
using AuditSdk.Semantics.Fluentd;

namespace AuditSdk.Semantics.Checks.Pipeline;

/// <summary>Which fields the filters of a pipeline may put into events, wherever they stand.</summary>
internal sealed class FieldsOfFilters(FluentdCheckContext context)
{
    private static readonly string[] WriteNothing = ["grep", "stdout", "prometheus"];
    private static readonly Regex Assignment = new(@"\brecord(?:\[[^\]]*\])*(?:\s*=(?![=~])|\.(?:merge|store|update|replace|delete))", RegexOptions.CultureInvariant);

    /// <summary>True where a field is certainly as the source has read it.</summary>
    public bool LeaveAlone(string field) => context.Plugins.All(p => p.Kind switch
    {
        "filter" => LeavesAlone(p, field),
        "input" => p.Element.Text("path_key") is { State: Documents.NodeState.Absent } or { IsKnown: true } && p.Element.Text("path_key").Or(null) != field,
        _ => true,
    });

    private static bool LeavesAlone(PluginSection filter, string field)
    {
        if (filter.Element.IsOpen || filter.Type.Or(null) is not { } type) return false;
        if (WriteNothing.Contains(type)) return true;
        if (type == "kubernetes_metadata") return field is not ("kubernetes" or "docker");
        return type == "record_transformer" && filter.Element.Sections("record").All(r => !r.IsOpen && r.Parameters.All(p => p.Key != field && p.Value.Literal is { } text && !Assignment.IsMatch(text)));
    }
}
