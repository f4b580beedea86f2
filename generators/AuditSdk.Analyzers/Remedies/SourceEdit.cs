using AuditSdk.Semantics.Checks.Policy;

namespace AuditSdk.Analyzers.Remedies;

/// <summary>A change of a policy, with the places in source that it is about.</summary>
/// <param name="Edit">The change.</param>
internal sealed record SourceEdit(PolicyEdit Edit)
{
    /// <summary>The value that is changed; for an entry of several resources the first of them.</summary>
    public SourcePlace? At { get; init; }

    /// <summary>The head of the object whose field it is; of the policy for a list of rules.</summary>
    public SourcePlace? Owner { get; init; }

    /// <summary>For a rule that is moved or taken out: what stands for it in its list.</summary>
    public SourcePlace? Element { get; init; }

    /// <summary>What stands in its list for the rule before which one is put; null for the end.</summary>
    public SourcePlace? Before { get; init; }

    /// <summary>What stands in its list for the last rule; null for a list without rules.</summary>
    public SourcePlace? Last { get; init; }
}
