namespace AuditSdk.Semantics.Kubernetes.Boxes;

/// <summary>Rules as unions of boxes. A box has per dimension the values it accepts, or none where it accepts any; those of a rule lie side by side, in the order of the rules.</summary>
/// <param name="atoms">The values.</param>
/// <param name="literalStars">Whether <c>*/*</c> is looked at, which matches only a resource or subresource that is called <c>*</c>: a path can name one, no server has one.</param>
internal sealed class BoxTable(AtomTable atoms, bool literalStars)
{
    private int[] _rules = new int[16];
    private Spaces[] _spaces = new Spaces[16];
    private int[] _constrained = new int[16];
    private int[]?[] _values = new int[]?[16 * Dimension.Count];
    private readonly List<int> _starts = [0];

    public AtomTable Atoms => atoms;

    public int Count { get; private set; }

    public int RuleCount => _starts.Count - 1;

    /// <summary>The first box of a rule; that of the rule behind the last is the number of boxes.</summary>
    public int Start(int rule) => _starts[rule];

    public int RuleOf(int box) => _rules[box];

    public Spaces SpacesOf(int box) => _spaces[box];

    /// <summary>The dimensions in which a box accepts not any value, as bits.</summary>
    public int Constrained(int box) => _constrained[box];

    public int[]? Values(int box, int dimension) => _values[(box * Dimension.Count) + dimension];

    public static BoxTable Of(IEnumerable<RuleReading> rules)
    {
        BoxTable table = new(new AtomTable(), literalStars: true);
        foreach (RuleReading rule in rules) table.Add(rule);
        table.Atoms.Seal();
        return table;
    }

    public void Add(RuleReading rule)
    {
        Shared shared = new(Intern(Dimension.User, rule.Users), Intern(Dimension.UserGroup, rule.UserGroups), Intern(Dimension.Verb, rule.Verbs), Intern(Dimension.Namespace, rule.Namespaces));
        bool anyResource = rule.ForResources && rule.Namespaces is null && rule.Resources is null;
        if (anyResource && rule.ForUrls && rule.NonResourceUrls is null)
        {
            Add(shared, Spaces.Both);
        }
        else
        {
            if (rule.ForResources && rule.Resources is null) Add(shared, Spaces.Resource);
            if (rule.ForResources && rule.Resources is not null) AddEntries(shared, rule.Resources);
            if (rule.ForUrls) Add(shared, Spaces.Url, path: Paths(rule.NonResourceUrls));
        }

        _starts.Add(Count);
    }

    /// <summary>Adds a rule of one box that no policy could write.</summary>
    public void Add(Spaces spaces, params (int Dimension, string[] Values)[] constraints)
    {
        int[]?[] values = new int[]?[Dimension.Count];
        foreach ((int dimension, string[] texts) in constraints) values[dimension] = atoms.Intern(dimension, texts);
        Shared shared = new(values[Dimension.User], values[Dimension.UserGroup], values[Dimension.Verb], values[Dimension.Namespace]);
        Add(shared, spaces, values[Dimension.ApiGroup], values[Dimension.Resource], values[Dimension.Subresource], values[Dimension.Name], values[Dimension.Path]);
        _starts.Add(Count);
    }

    private int[]? Intern(int dimension, string[]? texts) => texts is null ? null : atoms.Intern(dimension, texts);

    /// <summary>A star alone is no restriction: there is no path outside of it.</summary>
    private int[]? Paths(string[]? patterns)
        => patterns is null || patterns.Any(p => p.Length > 0 && p.TrimEnd('*').Length == 0) ? null : atoms.Intern(Dimension.Path, patterns);

    private void AddEntries(Shared shared, EntryReading[] entries)
    {
        // Whole groups are one box together, however many entries name them.
        List<string>? wholeGroups = null;
        foreach (EntryReading entry in entries)
        {
            bool whole = entry.Resources is null || Array.IndexOf(entry.Resources, "*") >= 0;
            if (!whole)
            {
                AddResources(shared, entry);
            }
            else if (entry.Group is null || entry.Names is not null)
            {
                Add(shared, Spaces.Resource, Group(entry), name: Intern(Dimension.Name, entry.Names));
            }
            else
            {
                (wholeGroups ??= []).Add(entry.Group);
            }
        }

        if (wholeGroups is not null) Add(shared, Spaces.Resource, atoms.Intern(Dimension.ApiGroup, [.. wholeGroups]));
    }

    private int[]? Group(EntryReading entry) => entry.Group is null ? null : atoms.Intern(Dimension.ApiGroup, [entry.Group]);

    private void AddResources(Shared shared, EntryReading entry)
    {
        int[]? group = Group(entry);
        int[]? names = Intern(Dimension.Name, entry.Names);
        List<string> plain = [], withSubresources = [], everywhere = [];
        List<(string Subresource, List<string> Resources)> one = [];
        foreach (string pattern in entry.Resources!) Sort(pattern, plain, withSubresources, everywhere, one);
        if (plain.Count > 0) one.Insert(0, ("", plain));
        foreach ((string subresource, List<string> resources) in one)
            Add(shared, Spaces.Resource, group, atoms.Intern(Dimension.Resource, [.. resources]), atoms.Intern(Dimension.Subresource, [subresource]), names);
        if (withSubresources.Count > 0) Add(shared, Spaces.Resource, group, atoms.Intern(Dimension.Resource, [.. withSubresources]), null, names);
        if (everywhere.Count > 0) Add(shared, Spaces.Resource, group, null, atoms.Intern(Dimension.Subresource, [.. everywhere]), names);
    }

    /// <summary>What one text matches; nothing where it would take a slash inside a resource or subresource, which no path can have.</summary>
    private void Sort(string pattern, List<string> plain, List<string> withSubresources, List<string> everywhere, List<(string Subresource, List<string> Resources)> one)
    {
        int slash = pattern.IndexOf('/');
        if (slash < 0)
        {
            plain.Add(pattern);
            return;
        }

        string resource = pattern.Substring(0, slash), subresource = pattern.Substring(slash + 1);
        if (subresource.Length == 0 || subresource.IndexOf('/') >= 0 || (pattern == "*/*" && !literalStars)) return;
        if (subresource == "*") withSubresources.Add(resource);
        if (resource == "*") everywhere.Add(subresource);
        if (subresource == "*" || resource == "*") return;
        int same = one.FindIndex(o => o.Subresource == subresource);
        if (same < 0) one.Add((subresource, [resource]));
        else one[same].Resources.Add(resource);
    }

    private void Add(Shared shared, Spaces spaces, int[]? group = null, int[]? resource = null, int[]? subresource = null, int[]? name = null, int[]? path = null)
    {
        if (Count == _rules.Length) Grow();
        int at = Count * Dimension.Count;
        _values[at + Dimension.User] = shared.Users;
        _values[at + Dimension.UserGroup] = shared.UserGroups;
        _values[at + Dimension.Verb] = shared.Verbs;
        _values[at + Dimension.Namespace] = shared.Namespaces;
        _values[at + Dimension.ApiGroup] = group;
        _values[at + Dimension.Resource] = resource;
        _values[at + Dimension.Subresource] = subresource;
        _values[at + Dimension.Name] = name;
        _values[at + Dimension.Path] = path;
        int constrained = 0;
        for (int d = 0; d < Dimension.Count; d++)
        {
            if (_values[at + d] is not { } values) continue;
            // An empty list accepts nothing: there is no box.
            if (values.Length == 0) return;
            constrained |= 1 << d;
        }

        _rules[Count] = _starts.Count - 1;
        _spaces[Count] = spaces;
        _constrained[Count] = constrained;
        Count++;
    }

    private void Grow()
    {
        Array.Resize(ref _rules, Count * 2);
        Array.Resize(ref _spaces, Count * 2);
        Array.Resize(ref _constrained, Count * 2);
        Array.Resize(ref _values, Count * 2 * Dimension.Count);
    }

    private sealed record Shared(int[]? Users, int[]? UserGroups, int[]? Verbs, int[]? Namespaces);
}
