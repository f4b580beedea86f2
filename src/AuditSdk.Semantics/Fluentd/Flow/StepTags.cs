using AuditSdk.Semantics.Fluentd.Routing;
using AuditSdk.Semantics.Fluentd.Tags;

namespace AuditSdk.Semantics.Fluentd.Flow;

/// <summary>The tags of a step: as a language where that is asked for, and cheaper, by what they begin and end with, since most patterns of a route have nothing in common.</summary>
internal sealed class StepTags
{
    private readonly FlowWork _work;
    private readonly TagPattern? _pattern;
    private TagLanguage? _language;
    private bool _isRead;

    public StepTags(RouteStep step, FlowWork work)
    {
        (Step, _work) = (step, work);
        _pattern = step.Pattern.Or(null);
        Sample = _pattern is { Alternatives.Count: > 0 } && _pattern.Alternatives[0] is TagGlob first ? SampleOf(first.Pieces) : null;
    }

    public RouteStep Step { get; }

    /// <summary>A tag that it takes, quickly made; null where none was.</summary>
    public string? Sample { get; }

    /// <summary>True for a match that certainly takes what its pattern says.</summary>
    public bool Takes => Step.Element is { Name: "match" } && Language is not null;

    /// <summary>The tags; null where they are not known.</summary>
    public TagLanguage? Language
    {
        get
        {
            if (!_isRead && _pattern is not null) _language = _work.Languages.Of(_pattern);
            _isRead = true;
            return _language;
        }
    }

    /// <summary>True where it takes a tag; null where that is not known.</summary>
    public bool? Matches(string tag) => _pattern?.Matches(tag);

    /// <summary>False where the two certainly have no tag in common.</summary>
    public bool MayOverlap(StepTags other)
    {
        if (_pattern is null || other._pattern is null) return true;
        foreach ((string prefix, string suffix) in _pattern.Ends)
        {
            foreach ((string otherPrefix, string otherSuffix) in other._pattern.Ends)
            {
                if (BeginAlike(prefix, otherPrefix) && EndAlike(suffix, otherSuffix)) return true;
            }
        }

        return false;
    }

    private static bool BeginAlike(string a, string b) => a.Length <= b.Length ? b.StartsWith(a, StringComparison.Ordinal) : a.StartsWith(b, StringComparison.Ordinal);

    private static bool EndAlike(string a, string b) => a.Length <= b.Length ? b.EndsWith(a, StringComparison.Ordinal) : a.EndsWith(b, StringComparison.Ordinal);

    private static string SampleOf(IEnumerable<TagPiece> pieces) => string.Concat(pieces.Select(p => p switch
    {
        TagPiece.Literal literal => literal.Text,
        TagPiece.AnyDepth depth => (depth.IsDotBefore ? ".x" : "x") + (depth.IsDotBehind ? "." : ""),
        TagPiece.OneOf choice => choice.Branches.Count == 0 ? "" : SampleOf(choice.Branches[0]),
        _ => "x",
    }));
}
