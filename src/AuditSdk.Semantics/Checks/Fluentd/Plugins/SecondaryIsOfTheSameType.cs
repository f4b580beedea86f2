using AuditSdk.Semantics.Documents;

namespace AuditSdk.Semantics.Checks.Fluentd.Plugins;

/// <summary>A way out that may fail with the first.</summary>
internal static class SecondaryIsOfTheSameType
{
    /// <summary>AUD2085.</summary>
    public static CheckDescriptor Descriptor { get; } = new("AUD2085", "A secondary is of the same type as its output", FindingSeverity.Info);

    /// <summary>Compares each secondary with its output.</summary>
    public static void Check(FluentdCheckContext context, FindingSink findings)
    {
        foreach (PluginSection secondary in context.Plugins.Where(p => p.Element.Name == "secondary" && p.Owner is not null))
        {
            if (!secondary.Type.IsKnown || secondary.Type.Value != secondary.Owner!.Type.Or(null)) continue;
            findings.Add(Descriptor.At(secondary.Element.Origin, $"What stops {secondary.Type.Value} may stop its <secondary> too. Write @type secondary_file with a folder of another disk, or another destination."));
        }
    }
}
