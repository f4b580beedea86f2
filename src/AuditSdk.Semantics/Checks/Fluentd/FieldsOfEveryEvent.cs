using AuditSdk.Semantics.Fluentd;

namespace AuditSdk.Semantics.Checks.Fluentd;

/// <summary>What kube-apiserver writes into every audit event, never empty.</summary>
internal static class FieldsOfEveryEvent
{
    // The values of a field; none where they may be many. The verb is not among them: that of an OPTIONS request is empty.
    private static readonly Dictionary<string, string[]> Fields = new(StringComparer.Ordinal)
    {
        ["kind"] = ["Event"], ["level"] = ["Metadata", "Request", "RequestResponse"], ["stage"] = ["RequestReceived", "ResponseStarted", "ResponseComplete", "Panic"],
        ["apiVersion"] = [], ["auditID"] = [], ["requestURI"] = [],
    };

    /// <summary>True where every event of a configuration comes from an audit log, and no filter takes a field out.</summary>
    public static bool AreIn(FluentdCheckContext context)
    {
        bool hasInput = false;
        foreach (PluginSection plugin in context.Plugins.Where(p => p.Kind is "input" or "filter"))
        {
            if (plugin.Kind == "input" ? !IsAuditLog(plugin) : !Keeps(plugin)) return false;
            hasInput |= plugin.Kind == "input";
        }

        return hasInput && !context.Root.All.Any(e => e.IsOpen);
    }

    /// <summary>The values that a field of every event may have, none where they may be many; null for another field.</summary>
    public static IReadOnlyList<string>? Values(string key) => Fields.TryGetValue(key.StartsWith("$.", StringComparison.Ordinal) ? key.Substring(2) : key, out string[]? values) ? values : null;

    private static bool IsAuditLog(PluginSection input)
        => TailPaths.AreOfAuditLog(input) && (input.Element.Text("format").Or(null) == "json" || input.Inside.Any(p => p.Is("parser", "json")));

    private static bool Keeps(PluginSection filter) => filter.Type.Or(null) switch
    {
        "grep" or "stdout" or "prometheus" => true,
        "record_transformer" => !filter.Element.IsOpen && !filter.Element.Has("remove_keys") && !filter.Element.Has("keep_keys") && !filter.Element.Has("renew_record")
            && filter.Element.Sections("record").All(r => !r.IsOpen && r.Parameters.All(p => Values(p.Key) is null)),
        _ => false,
    };
}
