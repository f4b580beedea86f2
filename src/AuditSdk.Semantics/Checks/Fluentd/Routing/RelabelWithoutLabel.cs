using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd;

namespace AuditSdk.Semantics.Checks.Fluentd.Routing;

/// <summary>A relabel that names no label sends events back into its own route, where it takes them again.</summary>
internal static class RelabelWithoutLabel
{
    /// <summary>AUD2017.</summary>
    public static CheckDescriptor Descriptor { get; } = new("AUD2017", "A relabel has no @label", FindingSeverity.Error);

    /// <summary>Looks at every relabel.</summary>
    public static void Check(FluentdCheckContext context, FindingSink findings)
    {
        foreach (PluginSection plugin in context.Plugins)
        {
            if (!plugin.Is("output", "relabel") || plugin.Element.Text("@label").State != NodeState.Absent) continue;
            findings.Add(Descriptor.At(plugin.Element.Origin, "Without @label, relabel sends events back to where they came from and takes them again, until fluentd gives up with a SystemStackError and loses them. Write @label with the label that they are for.") with { Remedy = OnlyLabel(context, plugin) is { } label ? context.Set($"Send the events to label {label}", plugin.Element, ("@label", label)) : null });
        }
    }

    // Where there is one label only, it is meant.
    private static string? OnlyLabel(FluentdCheckContext context, PluginSection relabel)
    {
        string[] labels = [.. context.Routes.Routes.Where(r => r.IsNameKnown && r.Label.Length > 0 && r.Label != relabel.Label && !FlowWords.IsOfFluentd(r.Label)).Select(r => r.Label).Take(2)];
        return labels.Length == 1 && relabel.Label is not null && relabel.Label.Length == 0 ? labels[0] : null;
    }
}
