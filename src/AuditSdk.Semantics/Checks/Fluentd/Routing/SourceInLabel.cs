using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd;

namespace AuditSdk.Semantics.Checks.Fluentd.Routing;

/// <summary>A source inside of a label, which fluentd does not read.</summary>
internal static class SourceInLabel
{
    /// <summary>AUD2023.</summary>
    public static CheckDescriptor Descriptor { get; } = new("AUD2023", "A source inside of a label never starts", FindingSeverity.Error);

    /// <summary>Looks into every label.</summary>
    public static void Check(FluentdCheckContext context, FindingSink findings)
    {
        IEnumerable<FluentdElement> outer = context.Root.Elements.Concat(context.Root.Elements.Where(e => e.Name == "worker").SelectMany(w => w.Elements));
        foreach (FluentdElement label in outer.Where(e => e.Name == "label"))
        {
            foreach (FluentdElement source in label.Sections("source"))
            {
                findings.Add(Descriptor.At(source.Origin, $"fluentd reads sources at the top level only: this one never starts, and nothing says so. Move it out, with @label {label.Argument}."));
            }
        }
    }
}
