using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd;

namespace AuditSdk.Semantics.Checks.Fluentd.Routing;

/// <summary>A brace that the end of the pattern closes.</summary>
internal static class BraceIsNeverClosed
{
    /// <summary>AUD2022.</summary>
    public static CheckDescriptor Descriptor { get; } = new("AUD2022", "A brace of a pattern is never closed", FindingSeverity.Warning);

    /// <summary>Looks at the pattern of every match and filter.</summary>
    public static void Check(FluentdCheckContext context, FindingSink findings)
    {
        foreach (FluentdElement step in context.Routes.Routes.SelectMany(r => r.Steps).Select(s => s.Element).OfType<FluentdElement>())
        {
            if (TagOddities.HasOpenBrace(step)) findings.Add(Descriptor.At(step.Origin, $"fluentd closes the brace of {step.Shown} at its end, and a dot or a wildcard in these choices then matches no tag. Write the '}}' where it belongs."));
        }
    }
}
