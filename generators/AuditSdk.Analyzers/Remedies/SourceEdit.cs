using AuditSdk.Semantics.Checks.Policy;
using AuditSdk.Semantics.Documents;

namespace AuditSdk.Analyzers.Remedies;

/// <summary>A change of a policy or a pipeline, with the places in source that it is about.</summary>
/// <param name="Edit">The change.</param>
internal sealed record SourceEdit(Remedy Edit)
{
    /// <summary>The value that is changed, or the list that gets more; null for a list that is not there yet.</summary>
    public SourcePlace? At { get; init; }

    /// <summary>Of a parameter or section of a pipeline its name in the section at <see cref="At"/>.</summary>
    public string? Key { get; init; }

    /// <summary>What the parameters of a section of a pipeline hold, by their names: where C# says it otherwise than by a text, that stays.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Texts { get; init; } = [];

    /// <summary>The head of the object whose field it is.</summary>
    public SourcePlace? Owner { get; init; }

    /// <summary>For a rule that is moved or taken out: what stands for it in its list.</summary>
    public SourcePlace? Element { get; init; }

    /// <summary>What stands in its list for the rule before which one is put; null for the end.</summary>
    public SourcePlace? Before { get; init; }

    /// <summary>Resources that are replaced, each by another; or one beside which others are put.</summary>
    public IReadOnlyList<KeyValuePair<SourcePlace, ResourceName>> Resources { get; init; } = [];

    /// <summary>All places that it is about.</summary>
    public IEnumerable<SourcePlace> Places => new[] { At, Owner, Element, Before }.Concat(Resources.Select(r => r.Key)).OfType<SourcePlace>();
}
