using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Semantics.Checks.Policy.Reach;

/// <summary>No rule for what the others leave, which is not logged then.</summary>
internal static class RestIsNotLogged
{
    /// <summary>AUD1003.</summary>
    public static CheckDescriptor Descriptor { get; } = new("AUD1003", "There is no catch-all: the rest is not logged", FindingSeverity.Info);

    /// <summary>Asks whether the rules leave anything. A catch-all that falls short is told by a check of its own.</summary>
    public static void Check(PolicyCheckContext context, FindingSink findings)
    {
        if (context.HasCatchAll || !context.Rules.Any(r => r.Rule.Logs) || ShortCatchAll.IsIn(context)) return;
        if (context.Analysis.FindUnmatched() is not { State: RegionState.Found, Witness: { } witness }) return;
        string example = RequestLine.Of(witness);
        Remedy remedy = new InsertRule("Add a catch-all with level Metadata", context.RuleCount, AuditLevel.Metadata, ValueList<ResourceName>.Empty, ValueList<string>.Empty);
        findings.Add(Descriptor.At(context.Policy.Origin, $"What no rule matches is not logged, such as: {example}. End with a rule that has a level and nothing else; None says that this is meant.") with { Remedy = remedy, Counterexample = example });
    }
}
