using AuditSdk.Semantics.Fluentd.Tags;

namespace AuditSdk.Semantics.Fluentd.Flow;

/// <summary>The tags of events at a place, seen from both sides.</summary>
/// <param name="May">No event has another tag: what is not in it certainly never comes.</param>
/// <param name="Meant">Tags that the configuration itself names, so that events with them are to be expected; none where nothing is known.</param>
internal sealed record TagSet(TagLanguage May, TagLanguage Meant)
{
    public static TagSet None(FlowWork work) => new(work.Languages.None, work.Languages.None);

    /// <summary>Anything, and nothing in particular.</summary>
    public static TagSet Unknown(FlowWork work) => new(work.Languages.Any, work.Languages.None);

    public static TagSet Exactly(TagLanguage tags) => new(tags, tags);

    /// <summary>All of several at once, which costs less than one after the other.</summary>
    public static TagSet AnyOf(FlowWork work, IReadOnlyList<TagSet> sets)
        => new(work.Languages.AnyOf(sets.Select(s => s.May)), work.Languages.AnyOf(sets.Select(s => s.Meant)));

    public TagSet Or(TagSet other) => new(May.Or(other.May), Meant.Or(other.Meant));

    public TagSet And(TagLanguage tags) => new(May.And(tags), Meant.And(tags));

    public TagSet Except(TagLanguage tags) => new(May.Except(tags), Meant.Except(tags));

    public TagSet Then(TagSet other) => new(May.Then(other.May), Meant.Then(other.Meant));
}
