using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd;

namespace AuditSdk.Semantics.Checks.Fluentd.Routing;

/// <summary>A filter that no event reaches, mostly since it stands behind the match that takes its events.</summary>
internal static class FilterIsUnreachable
{
    /// <summary>AUD2012.</summary>
    public static CheckDescriptor Descriptor { get; } = new("AUD2012", "No event reaches this filter", FindingSeverity.Warning);

    /// <summary>Asks the flow about every filter.</summary>
    public static void Check(FluentdCheckContext context, FindingSink findings)
    {
        foreach (UnreachedStep step in UnreachedSteps.Of(context, filters: true))
        {
            if (TagOddities.HasComma(step.Element) || TagOddities.HasOpenBrace(step.Element)) continue;
            string message = step.Takers.Count > 0
                ? $"A filter works only on events that no match before it takes, and {step.Route.Names(step.Takers)} {(step.Takers.Count == 1 ? "takes" : "together take")} all of {step.Element.Shown}. Move the filter before {(step.Takers.Count == 1 ? "it" : "them")}."
                : $"No source or rule sends a tag that {step.Element.Shown} takes into {FlowWords.Name(step.Route)}. Write the tag that they send{step.Sent}, or delete it.";
            findings.Add(Descriptor.At(step.Element.Origin, message) with { Related = step.Route.Origins(step.Takers), Remedy = step.Remedy(context) });
        }
    }
}
