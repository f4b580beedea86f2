using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd;

namespace AuditSdk.Semantics.Checks.Fluentd.Routing;

/// <summary>A match that no event reaches: earlier ones take all of its tags, or nobody sends such a tag.</summary>
internal static class MatchIsUnreachable
{
    /// <summary>AUD2011.</summary>
    public static CheckDescriptor Descriptor { get; } = new("AUD2011", "No event reaches this match", FindingSeverity.Warning);

    /// <summary>Asks the flow about every match.</summary>
    public static void Check(FluentdCheckContext context, FindingSink findings)
    {
        foreach (UnreachedStep step in UnreachedSteps.Of(context, filters: false))
        {
            FluentdElement match = step.Element;
            if (TagOddities.HasComma(match) || TagOddities.HasOpenBrace(match)) continue;
            string message = step.Takers.Count > 0
                ? $"The first match that takes a tag gets the event, and {step.Route.Names(step.Takers)} before it {(step.Takers.Count == 1 ? "takes" : "together take")} all that {match.Shown} would. Move it up, or delete it."
                : $"No source or rule sends a tag that {match.Shown} takes into {FlowWords.Name(step.Route)}. Write the tag that they send{step.Sent}, or delete it.";
            findings.Add(Descriptor.At(match.Origin, message) with { Related = step.Route.Origins(step.Takers), Remedy = step.Remedy(context) });
        }
    }
}
