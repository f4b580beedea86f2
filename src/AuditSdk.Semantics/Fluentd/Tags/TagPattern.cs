using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd.Values;

namespace AuditSdk.Semantics.Fluentd.Tags;

/// <summary>
/// The argument of a <c>match</c> or <c>filter</c>: globs and regular expressions with blanks between them, of which one must match the whole tag (fluentd 1.18; all recorded pairs
/// agree).
/// </summary>
public sealed class TagPattern
{
    private readonly TagLanguages _languages = new();
    private TagLanguage?[]? _read;

    private TagPattern(string text, ValueList<TagAlternative> alternatives)
    {
        (Text, Alternatives) = (text, alternatives);
        Ends = [.. alternatives.Select(a => a is TagGlob glob ? EndsOf(glob.Pieces) : ("", ""))];
    }

    /// <summary>The argument as written.</summary>
    public string Text { get; }

    /// <summary>The patterns in it; none for an argument of blanks, which matches nothing.</summary>
    public ValueList<TagAlternative> Alternatives { get; }

    /// <summary>False where a regular expression uses something that only Ruby reads, such as <c>\b</c>, a look behind or a reference to a group.</summary>
    public bool IsDecidable
    {
        get
        {
            lock (_languages) return Array.TrueForAll(Read, a => a is not null);
        }
    }

    /// <summary>What the tags of each alternative begin and end with: most patterns of a route are told apart by that alone.</summary>
    internal (string Prefix, string Suffix)[] Ends { get; }

    private TagLanguage?[] Read => _read ??= [.. Alternatives.Select(_languages.Of)];

    /// <summary>Reads an argument.</summary>
    /// <param name="argument">The text behind the section's name, unquoted; empty means <c>**</c>.</param>
    /// <param name="error">fluentd's message where it refuses the argument, or ours for one that is too large to be meant.</param>
    /// <param name="readsRegexps">False for fluentd before 1.11.2, to which slashes are characters.</param>
    /// <returns>The pattern, or null with an error.</returns>
    public static TagPattern? Parse(string argument, out string? error, bool readsRegexps = true)
    {
        error = null;
        List<TagAlternative> alternatives = [];
        foreach (string text in argument.Length == 0 ? ["**"] : Words(argument))
        {
            if (readsRegexps && text.Length > 0 && text[0] == '/')
            {
                TagRegexp? regexp = text[text.Length - 1] == '/' ? new TagRegexp(text, text.Length == 1 ? "" : text.Substring(1, text.Length - 2)) : null;
                error = regexp is null ? "invalid match - regex" : RubyPattern.Error(regexp.Anchored) is { } message ? $"{message}: /{RubyPattern.Slashed(regexp.Anchored)}/" : null;
                if (error is not null) return null;
                alternatives.Add(regexp!);
            }
            else if (TagGlobParser.Parse(text) is { } pieces)
            {
                alternatives.Add(new TagGlob(text, pieces));
            }
            else
            {
                error = "invalid match - more wildcards or braces than can be meant";
                return null;
            }
        }

        return new TagPattern(argument, ValueList.From(alternatives));
    }

    /// <summary>True where fluentd gives events of the tag to this pattern; null where only Ruby can tell. Safe on many threads.</summary>
    public bool? Matches(string tag)
    {
        if (!MayMatch(tag)) return false;
        bool? any = false;
        lock (_languages)
        {
            foreach (TagLanguage? alternative in Read)
            {
                if (alternative is null) any = null;
                else if (alternative.Contains(tag)) return true;
            }
        }

        return any;
    }

    /// <inheritdoc />
    public override string ToString() => Text;

    private bool MayMatch(string tag)
    {
        foreach ((string prefix, string suffix) in Ends)
        {
            // A line feed at the end of a tag is nothing to a pattern.
            if (tag.StartsWith(prefix, StringComparison.Ordinal) && (tag.EndsWith(suffix, StringComparison.Ordinal) || tag.EndsWith("\n", StringComparison.Ordinal))) return true;
        }

        return false;
    }

    private static (string Prefix, string Suffix) EndsOf(ValueList<TagPiece> pieces)
        => pieces.Count == 0 ? ("", "") : ((pieces[0] as TagPiece.Literal)?.Text ?? "", (pieces[pieces.Count - 1] as TagPiece.Literal)?.Text ?? "");

    // Ruby's split(/\s+/): blanks in front leave an empty text, blanks at the end leave none.
    private static List<string> Words(string argument)
    {
        List<string> words = [.. argument.Split(' ', '\t', '\n', '\v', '\f', '\r')];
        List<string> kept = [.. words.Where((w, i) => w.Length > 0 || i == 0)];
        return kept.TrueForAll(w => w.Length == 0) ? [] : kept;
    }
}
