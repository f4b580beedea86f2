using AuditSdk.Semantics.Documents;

namespace AuditSdk.Semantics.Checks.Pipeline;

/// <summary>A test of level or stage that no event of the policy passes, or that none fails.</summary>
internal static class ValueIsNeverWritten
{
    /// <summary>AUD3005.</summary>
    public static CheckDescriptor Descriptor { get; } = new("AUD3005", "The policy has no event with this level or stage", FindingSeverity.Warning);

    /// <summary>Tries each value that events of the policy may have.</summary>
    public static void Check(PipelineCheckContext context, FindingSink findings)
    {
        foreach (FieldUse use in context.Uses.Where(u => u.Path is ["level" or "stage"] && u.Test?.Pattern is { IsDecidable: true }))
        {
            if ((use.Path[0] == "level" ? context.Events.Levels : context.Events.Stages) is not { Count: > 0 } values) continue;
            int matched = values.Count(v => use.Test!.Pattern!.Match(v) is not null);
            string found = $"events of the policy have the {use.Path[0]} {string.Join(" or ", values)}";
            Finding? finding = use.Test! switch
            {
                { Kind: FieldTestKind.Keeps } when matched == 0 => At(use, $"Every event is dropped here: {found}. Change the policy, or the pattern.") with { Severity = FindingSeverity.Error },
                { Kind: FieldTestKind.Drops } when matched == values.Count => At(use, $"Every event is dropped here: {found}. Change the policy, or the pattern.") with { Severity = FindingSeverity.Error },
                { Kind: FieldTestKind.Drops } when matched == 0 => At(use, $"Nothing is dropped here: {found}. Take the condition out.") with { Severity = FindingSeverity.Info },
                { Kind: FieldTestKind.Rule, IsInverted: var inverted } when matched == (inverted ? values.Count : 0) => At(use, $"This rule takes no event: {found}. Take it out, or change the policy."),
                _ => null,
            };
            if (finding is not null) findings.Add(finding);
        }
    }

    private static Finding At(FieldUse use, string message) => Descriptor.At(use.Origin, message);
}
