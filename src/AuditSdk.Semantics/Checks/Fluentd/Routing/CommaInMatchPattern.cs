using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd;

namespace AuditSdk.Semantics.Checks.Fluentd.Routing;

/// <summary>Patterns with a comma between them, as a list is written elsewhere.</summary>
internal static class CommaInMatchPattern
{
    /// <summary>AUD2021.</summary>
    public static CheckDescriptor Descriptor { get; } = new("AUD2021", "A comma in a pattern is part of the tag", FindingSeverity.Warning);

    /// <summary>Looks at the pattern of every match and filter.</summary>
    public static void Check(FluentdCheckContext context, FindingSink findings)
    {
        foreach (FluentdElement step in context.Routes.Routes.SelectMany(r => r.Steps).Select(s => s.Element).OfType<FluentdElement>())
        {
            if (!TagOddities.HasComma(step) || TagOddities.HasOpenBrace(step)) continue;
            string patterns = string.Join(" ", step.Argument.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries));
            findings.Add(Descriptor.At(step.Origin, $"In {step.Shown} the comma is a character that a tag must have, so hardly any event is taken. Write blanks between patterns: <{step.Name} {patterns}>.") with { Remedy = context.Places.Of(step) is { } place ? new SetArgument($"Write <{step.Name} {patterns}>, which takes the events of these tags", place, patterns) : null });
        }
    }
}
