using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd.Values;

namespace AuditSdk.Semantics.Fluentd.Routing.Regexps;

/// <summary>
/// A regular expression of Ruby on texts that are anybody's: it matches as Ruby does, in bounded work, or says that only Ruby can tell. .NET's own expressions would read lines, classes,
/// repetitions and letters differently.
/// </summary>
internal sealed class RubyRegexp
{
    private const long MostSteps = 2_000_000;

    private readonly RubyProgram? _program;
    private readonly int _groups;

    public RubyRegexp(string pattern, int options = 0)
    {
        (Pattern, Options) = (pattern, options);
        _program = RubyExpressionParser.Parse(pattern, options, out _groups) is { } expression ? RubyProgram.Of(expression, _groups) : null;
    }

    public RubyRegexp(FluentdDatum.Regexp regexp)
        : this(regexp.Pattern, regexp.Options)
    {
    }

    public string Pattern { get; }

    /// <summary>Ruby's number of its options; 0 for none.</summary>
    public int Options { get; }

    /// <summary>False where something in it is Ruby's alone.</summary>
    public bool IsDecidable => _program is not null;

    /// <summary>A pattern that takes just this text.</summary>
    public static string Escape(string text)
    {
        System.Text.StringBuilder escaped = new();
        foreach (char c in text)
        {
            _ = c switch
            {
                '\n' => escaped.Append(@"\n"),
                '\t' => escaped.Append(@"\t"),
                '\r' => escaped.Append(@"\r"),
                '\f' => escaped.Append(@"\f"),
                '\v' => escaped.Append(@"\v"),
                ' ' or '#' or '$' or '(' or ')' or '*' or '+' or '-' or '.' or '?' or '[' or '\\' or ']' or '^' or '{' or '|' or '}' => escaped.Append('\\').Append(c),
                _ => escaped.Append(c),
            };
        }

        return escaped.ToString();
    }

    /// <summary>The first match, or null.</summary>
    /// <exception cref="UndecidedException">Only Ruby can tell, or it takes too much work.</exception>
    public RubyMatch? Match(string text, WorkBudget? budget = null)
    {
        if (_program is null) throw new UndecidedException($"only Ruby can read the regular expression /{OneLine.Of(Pattern)}/");
        int[] starts = Starts(text);
        int[] runes = new int[starts.Length - 1];
        for (int i = 0; i < runes.Length; i++) runes[i] = starts[i + 1] - starts[i] == 2 ? char.ConvertToUtf32(text[starts[i]], text[starts[i] + 1]) : text[starts[i]];
        if (new RubyMatcher(_program, runes, budget ?? new WorkBudget(MostSteps)).Search() is not { } places) return null;
        string?[] groups = new string?[_groups];
        for (int i = 0; i < groups.Length; i++)
        {
            (int from, int to) = (places[(i + 1) * 2], places[((i + 1) * 2) + 1]);
            if (from >= 0 && to >= from) groups[i] = text.Substring(starts[from], starts[to] - starts[from]);
        }

        return new RubyMatch(starts[places[0]], starts[places[1]], groups);
    }

    // Where each character begins, and the end.
    private static int[] Starts(string text)
    {
        List<int> starts = new(text.Length + 1);
        for (int i = 0; i < text.Length; i++)
        {
            starts.Add(i);
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])) i++;
        }

        starts.Add(text.Length);
        return [.. starts];
    }
}

/// <summary>What matched.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Groups">What each group took; null for one that took no part.</param>
internal sealed record RubyMatch(int Start, int End, IReadOnlyList<string?> Groups);
