namespace AuditSdk.Semantics.Fluentd.Tags;

/// <summary>What a <see cref="TagTerm"/> is.</summary>
internal enum TagTermKind
{
    None,
    Empty,
    One,
    Then,
    Or,
    And,
    Not,
    Star,
}

/// <summary>
/// A regular language as a term, and at the same time a state of the automaton that recognises it: what may follow a character is again a term. Equal terms of one
/// <see cref="TagTerms"/> are one object.
/// </summary>
internal sealed class TagTerm(TagTermKind kind, int id, bool isNullable, TagTerm[] items, CharSet? set)
{
    private int[]? _cuts;
    private TagTerm?[]? _next;

    public TagTermKind Kind => kind;

    public int Id => id;

    /// <summary>True where the empty tag belongs to it.</summary>
    public bool IsNullable => isNullable;

    public TagTerm[] Items => items;

    public CharSet? Set => set;

    /// <summary>First characters of the classes that the term tells apart, in order; of a class every character is followed by the same.</summary>
    public int[] Cuts => _cuts ??= FindCuts();

    /// <summary>The class of a character.</summary>
    public int ClassOf(char c)
    {
        int place = Array.BinarySearch(Cuts, c);
        return place < 0 ? ~place - 1 : place;
    }

    /// <summary>The state behind each class, where known.</summary>
    public TagTerm?[] Next => _next ??= new TagTerm?[Cuts.Length];

    private int[] FindCuts() => kind switch
    {
        TagTermKind.One => set!.Cuts(),
        TagTermKind.Not or TagTermKind.Star => items[0].Cuts,
        TagTermKind.Then when !items[0].IsNullable => items[0].Cuts,
        TagTermKind.Then or TagTermKind.Or or TagTermKind.And => AllCuts(),
        _ => [0],
    };

    private int[] AllCuts()
    {
        HashSet<int> cuts = [];
        foreach (TagTerm item in items) cuts.UnionWith(item.Cuts);
        int[] all = [.. cuts];
        Array.Sort(all);
        return all;
    }
}
