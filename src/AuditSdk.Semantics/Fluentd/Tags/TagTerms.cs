namespace AuditSdk.Semantics.Fluentd.Tags;

/// <summary>Makes terms, each once and in its simplest form as far as that is cheap, and steps from one to the next. Not for several threads at a time.</summary>
internal sealed class TagTerms
{
    private readonly Dictionary<Key, TagTerm> _terms = [];

    public TagTerms()
    {
        None = Make(TagTermKind.None, false, []);
        Empty = Make(TagTermKind.Empty, true, []);
        All = Make(TagTermKind.Not, true, [None]);
    }

    /// <summary>No tag.</summary>
    public TagTerm None { get; }

    /// <summary>The empty tag.</summary>
    public TagTerm Empty { get; }

    /// <summary>Every tag.</summary>
    public TagTerm All { get; }

    /// <summary>Steps done so far, over the parts of each.</summary>
    public long Work { get; private set; }

    /// <summary>One character.</summary>
    public TagTerm One(CharSet set) => set.IsEmpty ? None : Make(TagTermKind.One, false, [], set);

    /// <summary>One after the other.</summary>
    public TagTerm Then(TagTerm left, TagTerm right)
    {
        if (left == None || right == None) return None;
        if (left == Empty) return right;
        if (right == Empty) return left;
        if (left.Kind == TagTermKind.Then) return Then(left.Items[0], Then(left.Items[1], right));
        bool isSwallowed = (left.Kind == TagTermKind.Star || left == All) && (right == left || (right.Kind == TagTermKind.Then && right.Items[0] == left));
        return isSwallowed ? right : Make(TagTermKind.Then, left.IsNullable && right.IsNullable, [left, right]);
    }

    /// <summary>Any number of times.</summary>
    public TagTerm Star(TagTerm item)
    {
        if (item == None || item == Empty) return Empty;
        if (item.Kind == TagTermKind.Star || item == All) return item;
        return item.Set is { IsAll: true } ? All : Make(TagTermKind.Star, true, [item]);
    }

    /// <summary>Every tag but these.</summary>
    public TagTerm Not(TagTerm item) => item.Kind == TagTermKind.Not ? item.Items[0] : Make(TagTermKind.Not, !item.IsNullable, [item]);

    /// <summary>The tags of any.</summary>
    public TagTerm Or(IEnumerable<TagTerm> items)
    {
        List<TagTerm> kept = [];
        CharSet? set = null;
        foreach (TagTerm item in items)
        {
            if (item.Kind == TagTermKind.One) set = set?.Or(item.Set!) ?? item.Set;
            else if (item.Kind == TagTermKind.Or) kept.AddRange(item.Items);
            else if (item == All) return All;
            else if (item != None) kept.Add(item);
        }

        // Sets of single characters are one term of an Or, however it was put together.
        if (set is not null)
        {
            foreach (TagTerm one in kept.Where(k => k.Kind == TagTermKind.One)) set = set.Or(one.Set!);
            kept.RemoveAll(static k => k.Kind == TagTermKind.One);
            kept.Add(One(set));
        }

        TagTerm[] parts = Distinct(kept);
        if (parts.Length > 1 && Array.IndexOf(parts, Empty) >= 0 && Array.Exists(parts, p => p != Empty && p.IsNullable)) parts = [.. parts.Where(p => p != Empty)];
        if (parts.Length < 2) return parts.Length == 0 ? None : parts[0];
        return JoinedByHeads(parts) is { } joined ? Or(joined) : Make(TagTermKind.Or, Array.Exists(parts, p => p.IsNullable), parts);
    }

    /// <summary>The tags of all.</summary>
    public TagTerm And(IEnumerable<TagTerm> items)
    {
        List<TagTerm> kept = [];
        List<TagTerm>? excluded = null;
        foreach (TagTerm item in items)
        {
            if (item == None) return None;
            if (item.Kind != TagTermKind.And) Add(item);
            else foreach (TagTerm part in item.Items) Add(part);
        }

        if (excluded is not null)
        {
            // What is in none of many is not in what they are together, which is a tree.
            TagTerm without = excluded.Count == 1 ? excluded[0] : Or(excluded);
            Work += (long)kept.Count * without.Items.Length;
            foreach (TagTerm part in kept)
            {
                if (IsPartOf(part, without)) return None;
            }

            if (without == All) return None;
            if (without != None) kept.Add(Not(without));
        }

        TagTerm[] parts = Distinct(kept);
        if (parts.Length < 2) return parts.Length == 0 ? All : parts[0];
        bool isNullable = Array.TrueForAll(parts, p => p.IsNullable);
        if (Array.IndexOf(parts, Empty) >= 0) return isNullable ? Empty : None;
        return Make(TagTermKind.And, isNullable, parts);

        void Add(TagTerm part)
        {
            if (part.Kind == TagTermKind.Not) (excluded ??= []).Add(part.Items[0]);
            else kept.Add(part);
        }
    }

    /// <summary>What may follow a character.</summary>
    public TagTerm Step(TagTerm term, char c)
    {
        ref TagTerm? next = ref term.Next[term.ClassOf(c)];
        return next ??= NewStep(term, c);
    }

    private TagTerm NewStep(TagTerm term, char c)
    {
        Work += 1 + term.Items.Length;
        return term.Kind switch
        {
            TagTermKind.One => term.Set!.Contains(c) ? Empty : None,
            TagTermKind.Then => StepThen(term, c),
            TagTermKind.Or => Or(Array.ConvertAll(term.Items, i => Step(i, c))),
            TagTermKind.And => StepAnd(term, c),
            TagTermKind.Not => Not(Step(term.Items[0], c)),
            TagTermKind.Star => Then(Step(term.Items[0], c), term),
            _ => None,
        };
    }

    private TagTerm StepThen(TagTerm term, char c)
    {
        TagTerm first = Then(Step(term.Items[0], c), term.Items[1]);
        return term.Items[0].IsNullable ? Or([first, Step(term.Items[1], c)]) : first;
    }

    private TagTerm StepAnd(TagTerm term, char c)
    {
        TagTerm[] next = new TagTerm[term.Items.Length];
        for (int i = 0; i < next.Length; i++)
        {
            next[i] = Step(term.Items[i], c);
            if (next[i] == None) return None;
        }

        return And(next);
    }

    // True only where it is plain to see.
    private bool IsPartOf(TagTerm term, TagTerm whole)
    {
        if (term == whole || whole == All || (term == Empty && whole.IsNullable)) return true;
        if (term.Kind == TagTermKind.Or)
        {
            foreach (TagTerm item in term.Items)
            {
                if (!IsPartOf(item, whole)) return false;
            }

            return true;
        }

        if (whole.Kind == TagTermKind.Or)
        {
            foreach (TagTerm item in whole.Items)
            {
                if (IsPartOf(term, item)) return true;
            }

            return false;
        }

        return term.Kind == TagTermKind.Then && whole.Kind == TagTermKind.Then && term.Items[0] == whole.Items[0] && IsPartOf(term.Items[1], whole.Items[1]);
    }

    // "ab" and "ac" are "a" with "b" or "c" behind it: many patterns become a tree, of which a tag walks one branch. Null where no two begin alike.
    private List<TagTerm>? JoinedByHeads(TagTerm[] parts)
    {
        if (parts.Count(static p => p.Kind == TagTermKind.Then) < 2) return null;
        Dictionary<int, List<TagTerm>> heads = [];
        bool any = false;
        foreach (TagTerm part in parts)
        {
            if (part.Kind != TagTermKind.Then) continue;
            if (heads.TryGetValue(part.Items[0].Id, out List<TagTerm>? same)) any = true;
            else heads.Add(part.Items[0].Id, same = []);
            same.Add(part);
        }

        if (!any) return null;
        List<TagTerm> joined = [.. parts.Where(static p => p.Kind != TagTermKind.Then)];
        joined.AddRange(heads.Values.Select(same => same.Count == 1 ? same[0] : Then(same[0].Items[0], Or(same.Select(static s => s.Items[1])))));
        return joined;
    }

    private static TagTerm[] Distinct(List<TagTerm> terms)
    {
        terms.Sort(static (a, b) => a.Id.CompareTo(b.Id));
        int count = 0;
        for (int i = 0; i < terms.Count; i++)
        {
            if (count == 0 || terms[count - 1] != terms[i]) terms[count++] = terms[i];
        }

        terms.RemoveRange(count, terms.Count - count);
        return [.. terms];
    }

    private TagTerm Make(TagTermKind kind, bool isNullable, TagTerm[] items, CharSet? set = null)
    {
        Key key = new(kind, items, set);
        if (!_terms.TryGetValue(key, out TagTerm? term)) _terms.Add(key, term = new TagTerm(kind, _terms.Count, isNullable, items, set));
        return term;
    }

    private readonly struct Key(TagTermKind kind, TagTerm[] items, CharSet? set) : IEquatable<Key>
    {
        private readonly int _hash = Hash(kind, items, set);

        private TagTermKind Kind => kind;

        private TagTerm[] Items => items;

        private CharSet? Set => set;

        public bool Equals(Key other)
        {
            if (_hash != other._hash || kind != other.Kind || items.Length != other.Items.Length || !Equals(set, other.Set)) return false;
            for (int i = 0; i < items.Length; i++)
            {
                if (items[i] != other.Items[i]) return false;
            }

            return true;
        }

        public override bool Equals(object? obj) => obj is Key other && Equals(other);

        public override int GetHashCode() => _hash;

        private static int Hash(TagTermKind kind, TagTerm[] items, CharSet? set)
        {
            int hash = ((int)kind * 31) + (set?.GetHashCode() ?? 0);
            foreach (TagTerm item in items) hash = unchecked((hash * 31) + item.Id);
            return hash;
        }
    }
}
