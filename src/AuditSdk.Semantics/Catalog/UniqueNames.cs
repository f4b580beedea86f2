namespace AuditSdk.Semantics.Catalog;

/// <summary>Gives out names, none twice and none that is reserved.</summary>
internal sealed class UniqueNames(IEnumerable<string> reserved, string suffix)
{
    private readonly HashSet<string> _taken = new(reserved, StringComparer.Ordinal);
    private readonly Dictionary<string, int> _next = new(StringComparer.Ordinal);

    public bool Contains(string name) => _taken.Contains(name);

    /// <summary>Reserves a name; false where it is taken.</summary>
    public bool Reserve(string name) => _taken.Add(name);

    /// <summary>The wished name, or the nearest free one: with the suffix, then with a number.</summary>
    public string Take(string wish) => Take(wish, suffix);

    public string Take(string wish, string withSuffix)
    {
        if (_taken.Add(wish)) return wish;
        string name = wish + withSuffix;
        if (_taken.Add(name)) return name;
        // The counter is kept, so that a thousand names alike are a thousand steps.
        int number = _next.TryGetValue(name, out int next) ? next : 2;
        while (!_taken.Add(name + "_" + number)) number++;
        _next[name] = number + 1;
        return name + "_" + number;
    }
}
