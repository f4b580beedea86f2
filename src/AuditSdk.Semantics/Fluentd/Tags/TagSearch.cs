namespace AuditSdk.Semantics.Fluentd.Tags;

/// <summary>Looks through the states of a language, nearest first, for one in which a tag may end.</summary>
internal sealed class TagSearch(TagTerms terms, long budget, CancellationToken cancellation)
{
    private static readonly (char First, char Last)[] Readable = [('a', 'z'), ('0', '9'), ('A', 'Z'), ('-', '.'), ('!', '~'), ('\u00a1', '\ud7ff'), ('\ue000', '\uffff'), ('\v', ' '), ('\0', '\t'), ('\u007f', '\u00a0'), ('\ud800', '\udfff')];

    private readonly List<(TagTerm Term, int From, char By)> _states = [];
    private readonly HashSet<int> _seen = [];

    public TagExample Find(TagTerm start)
    {
        long end = terms.Work + budget;
        Reach(start, -1, '\0');
        for (int i = 0; i < _states.Count; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            TagTerm term = _states[i].Term;
            if (term.IsNullable) return new TagExample(TagExampleState.Found, TagOf(i));
            if (terms.Work >= end) return new TagExample(TagExampleState.Undecided, null);
            foreach (char c in Examples(term)) Reach(terms.Step(term, c), i, c);
        }

        return new TagExample(TagExampleState.Empty, null);
    }

    private void Reach(TagTerm term, int from, char by)
    {
        if (term != terms.None && _seen.Add(term.Id)) _states.Add((term, from, by));
    }

    private string TagOf(int state)
    {
        List<char> tag = [];
        for (; _states[state].From >= 0; state = _states[state].From) tag.Add(_states[state].By);
        tag.Reverse();
        return new string([.. tag]);
    }

    // One character of each class, those first that people write in tags; no line feed, no half of a character.
    private static IEnumerable<char> Examples(TagTerm term)
    {
        List<(int Rank, char C)> examples = [];
        int[] cuts = term.Cuts;
        for (int i = 0; i < cuts.Length; i++)
        {
            int last = i + 1 < cuts.Length ? cuts[i + 1] - 1 : char.MaxValue;
            if (Example(cuts[i], last) is { } c) examples.Add((Rank(c), c));
        }

        examples.Sort();
        return examples.Select(e => e.C);
    }

    private static char? Example(int first, int last)
    {
        foreach ((char from, char to) in Readable)
        {
            if (first <= to && last >= from) return (char)Math.Max(first, from);
        }

        return null;
    }

    private static int Rank(char c) => c switch
    {
        (>= 'a' and <= 'z') => 0,
        (>= '0' and <= '9') => 1,
        (>= 'A' and <= 'Z') => 2,
        '.' or '-' or '_' => 3,
        > ' ' and < '\u007f' => 4,
        _ => 5,
    };
}
