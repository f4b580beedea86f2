using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd;

namespace AuditSdk.Semantics.Checks.Fluentd.Plugins;

/// <summary>A filter without anything to do.</summary>
internal static class FilterDoesNothing
{
    /// <summary>AUD2082.</summary>
    public static CheckDescriptor Descriptor { get; } = new("AUD2082", "A filter does nothing", FindingSeverity.Warning);

    private static readonly string[] OfGrep = ["regexp", "exclude", "and", "or"];
    private static readonly string[] OfTransformer = ["remove_keys", "keep_keys", "renew_record", "renew_time_key"];

    /// <summary>Looks for grep without rules, and record_transformer without fields.</summary>
    public static void Check(FluentdCheckContext context, FindingSink findings)
    {
        foreach (PluginSection filter in context.Plugins.Where(p => p.Kind == "filter" && !p.Element.IsOpen))
        {
            if (filter.Type.Or(null) == "grep" && !HasRules(filter.Element))
            {
                findings.Add(Descriptor.At(filter.Element.Origin, "grep without rules lets every event through. Write <regexp> or <exclude>.") with { Remedy = Removed(context, filter) });
            }
            else if (filter.Type.Or(null) == "record_transformer" && !ChangesRecords(filter.Element))
            {
                findings.Add(Descriptor.At(filter.Element.Origin, "record_transformer without <record> and remove_keys changes nothing. Write one of them.") with { Remedy = Removed(context, filter) });
            }
        }
    }

    private static FluentdEdit? Removed(FluentdCheckContext context, PluginSection filter) => context.Remove("Delete the filter, which does nothing", filter.Element);

    private static bool HasRules(FluentdElement grep)
        => grep.Elements.Any(e => OfGrep.Contains(e.Name)) || grep.Parameters.Any(p => p.Key.StartsWith("regexp", StringComparison.Ordinal) || p.Key.StartsWith("exclude", StringComparison.Ordinal));

    private static bool ChangesRecords(FluentdElement transformer)
        => transformer.Sections("record").Any(r => r.Nodes.Count > 0) || OfTransformer.Any(transformer.Has);
}
