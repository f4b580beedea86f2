using AuditSdk.Semantics.Documents;

namespace AuditSdk.Semantics.Fluentd.Acceptance;

/// <summary>
/// A section as fluentd has it in memory: it notes which keys were asked for, since what nobody asks for is warned of, and fluentd's code adds keys and sections to it on the way
/// (config/element.rb of 1.18).
/// </summary>
internal sealed class ConfElement
{
    private static readonly Dictionary<string, string> OldNames = new(StringComparer.Ordinal) { ["@type"] = "type", ["@id"] = "id", ["@log_level"] = "log_level" };

    private readonly List<string> _keys = [];
    private readonly Dictionary<string, ConfValue> _values = new(StringComparer.Ordinal);
    private readonly HashSet<string> _unread = new(StringComparer.Ordinal);

    public ConfElement(string name, string? argument, Origin origin) => (Name, Argument, Origin) = (name, argument, origin);

    public string Name { get; }

    /// <summary>The argument; null where Ruby makes it.</summary>
    public string? Argument { get; }

    public Origin Origin { get; }

    public List<ConfElement> Elements { get; private init; } = [];

    public IReadOnlyList<string> Keys => _keys;

    /// <summary>True where there is more inside than can be known: an include that nobody resolved, or a key that Ruby makes.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>Where the section is unused, which a parent says of those it does not know; null where nobody has said, empty where it is used.</summary>
    public (string Parent, string? Plugin)? UnusedIn { get; private set; }

    /// <summary>True where somebody used it.</summary>
    public bool IsUsed { get; private set; }

    /// <summary>Workers that it is for; none for all.</summary>
    public IReadOnlyList<int> Workers { get; private set; } = [];

    /// <summary>A section as it was written.</summary>
    /// <param name="element">The section.</param>
    /// <param name="environment">Variables that its Ruby may ask for; null where they are not known.</param>
    public static ConfElement From(FluentdElement element, Func<string, string?>? environment)
    {
        ConfElement made = new(element.Name, element.RubyArgument is { } ruby ? RubyValues.Of(ruby, element.Origin, environment).Text : element.Argument, element.Origin);
        foreach (FluentdNode node in element.Nodes)
        {
            switch (node)
            {
                case FluentdElement child: made.Elements.Add(From(child, environment)); break;
                case FluentdParameter { RubyKey: { Literal: null } }: made.IsOpen = true; break;
                case FluentdParameter parameter: made.Write(parameter.RubyKey?.Literal ?? parameter.Key, RubyValues.Of(parameter.Value, parameter.Origin, environment), isUnread: true); break;
                default: made.IsOpen = true; break;
            }
        }

        return made;
    }

    /// <summary>A copy under another name, as service discovery makes of the servers of an output; what is read in it counts as read here.</summary>
    public ConfElement Renamed(string name)
    {
        ConfElement copy = new(name, Argument, Origin) { Elements = Elements };
        foreach (string key in _keys) copy.Write(key, _values[key], _unread.Contains(key));
        copy.IsOpen = IsOpen;
        return copy;
    }

    public IEnumerable<ConfElement> Named(string name) => Elements.Where(e => e.Name == name);

    public ConfElement? First(string name) => Elements.Find(e => e.Name == name);

    /// <summary>Asks whether a key is there, which counts as reading it.</summary>
    public bool Has(string key)
    {
        Use();
        _unread.Remove(key);
        return _values.ContainsKey(key);
    }

    /// <summary>The value of a key, read; a default where it is not there.</summary>
    public ConfValue? Read(string key, ConfigurationRun run)
    {
        bool isThere = Has(key);
        if (isThere || !OldNames.TryGetValue(key, out string? old) || !Has(old)) return isThere ? _values[key] : null;
        run.Warn(FluentdCause.ParameterDeprecated, $"'{old}' is deprecated parameter name. use '{key}' instead.", _values[old].Origin, old);
        return _values[old];
    }

    /// <summary>The value of a key without reading it.</summary>
    public ConfValue? Peek(string key) => _values.TryGetValue(key, out ConfValue value) ? value : null;

    /// <summary>Where a key was written; the section where it is not there.</summary>
    public Origin OriginOf(string key) => _values.TryGetValue(key, out ConfValue value) ? value.Origin : Origin;

    /// <summary>Sets a key from fluentd's own code: nobody has to read it, but in a section that the code makes.</summary>
    public void Set(string key, ConfValue value, bool isUnread = false) => Write(key, value, isUnread);

    public ConfElement Add(ConfElement element)
    {
        Elements.Add(element);
        return element;
    }

    /// <summary>Counts as used, so that its unread keys are told of as parameters.</summary>
    public void Use()
    {
        IsUsed = true;
        UnusedIn = null;
    }

    public void MarkUnused(string parent, string? plugin)
    {
        IsUsed = false;
        UnusedIn = (parent, plugin);
    }

    public void ForWorkers(IReadOnlyList<int> workers)
    {
        Workers = workers;
        foreach (ConfElement element in Elements) element.ForWorkers(workers);
    }

    /// <summary>Reads everything inside, as code does that wants no warnings.</summary>
    public void ReadAll()
    {
        foreach (string key in _keys) Has(key);
        foreach (ConfElement element in Elements) element.ReadAll();
    }

    /// <summary>Calls with every key that nobody read, in order, sections inside last.</summary>
    public void EachUnread(Action<ConfElement, string> tell)
    {
        foreach (string key in _keys)
        {
            if (_unread.Contains(key)) tell(this, key);
        }

        foreach (ConfElement element in Elements) element.EachUnread(tell);
    }

    private void Write(string key, ConfValue value, bool isUnread)
    {
        if (!_values.ContainsKey(key)) _keys.Add(key);
        _values[key] = value;
        if (isUnread) _unread.Add(key);
    }
}
