using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd;

namespace AuditSdk.Semantics.Checks.Fluentd.Engine;

/// <summary>A source where fluentd does not look for one.</summary>
internal static class SourceIsInALabel
{
    /// <summary>AUD2045.</summary>
    public static CheckDescriptor Descriptor { get; } = new("AUD2045", "A source is in a label", FindingSeverity.Error);

    /// <summary>Looks into each label.</summary>
    public static void Check(FluentdCheckContext context, FindingSink findings)
    {
        foreach (FluentdElement source in context.Root.All.Where(e => e.Name == "label").SelectMany(l => l.Sections("source")))
        {
            findings.Add(Descriptor.At(source.Origin, "fluentd looks for sources at the top level and in <worker> only, so that this one never starts. Write it outside of the label, with @label in it."));
        }
    }
}
