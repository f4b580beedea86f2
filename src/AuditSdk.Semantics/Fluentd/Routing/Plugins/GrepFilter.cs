using System.Globalization;
using AuditSdk.Semantics.Fluentd.Routing.Records;
using AuditSdk.Semantics.Fluentd.Routing.Regexps;

namespace AuditSdk.Semantics.Fluentd.Routing.Plugins;

/// <summary><c>grep</c>: drops records by the text of their fields. A field that cannot be looked up lets the record through, with a warning.</summary>
internal sealed class GrepFilter : RoutedFilter
{
    private const int MostNumbered = 20;

    private readonly Conditions _allMatch = new();
    private readonly Conditions _oneMatches = new();
    private readonly Conditions _allExclude = new();
    private readonly Conditions _oneExcludes = new();

    public GrepFilter(PluginSettings settings)
        : base(settings.Element, "grep")
    {
        Numbered(settings, "regexp", _allMatch);
        Numbered(settings, "exclude", _oneExcludes);
        Sections(settings, "regexp", _allMatch, "Duplicate key");
        Sections(settings, "exclude", _oneExcludes, "Duplicate key");
        foreach (PluginSettings and in settings.Sections("and")) Group(and, _allMatch, _allExclude);
        foreach (PluginSettings or in settings.Sections("or")) Group(or, _oneMatches, _oneExcludes);
    }

    public override FlowRecord? Filter(string tag, FlowRecord record, Flow flow)
    {
        if (_allMatch.IsEmpty && _oneMatches.IsEmpty && _allExclude.IsEmpty && _oneExcludes.IsEmpty) return record;
        try
        {
            bool Matches(Condition condition) => condition.Matches(record.Known, flow.Budget);
            if (!_allMatch.IsEmpty && _allMatch.All.Exists(c => !Matches(c))) return null;
            if (!_oneMatches.IsEmpty && !_oneMatches.All.Exists(Matches)) return null;
            if (!_allExclude.IsEmpty && _allExclude.All.TrueForAll(Matches)) return null;
            if (!_oneExcludes.IsEmpty && _oneExcludes.All.Exists(Matches)) return null;
        }
        catch (RaisedException e)
        {
            flow.Warn($"failed to grep events {Flow.Shown(e.Error)}");
        }

        return record;
    }

    private static void Numbered(PluginSettings settings, string name, Conditions conditions)
    {
        for (int i = 1; i <= MostNumbered; i++)
        {
            string parameter = name + i.ToString(CultureInfo.InvariantCulture);
            if (settings.Text(parameter) is not { } text) continue;
            int blank = text.IndexOf(' ');
            if (blank < 0) throw RaisedException.Config($"{parameter} does not contain 2 parameters");
            string key = text.Substring(0, blank);
            conditions.Add(key, new RubyRegexp(text.Substring(blank + 1)), $"{parameter} contains a duplicated key, {key}");
        }
    }

    private static void Sections(PluginSettings settings, string name, Conditions conditions, string repeated)
    {
        foreach (PluginSettings section in settings.Sections(name))
        {
            string key = section.Required("key");
            conditions.Add(key, new RubyRegexp(section.Pattern("pattern")), $"{repeated}: {key}");
        }
    }

    private static void Group(PluginSettings group, Conditions matches, Conditions excludes)
    {
        string name = group.Element.Name;
        if (group.Sections("regexp").Any() && group.Sections("exclude").Any()) throw RaisedException.Config($"Do not specify both <regexp> and <exclude> in <{name}>");
        Sections(group, "regexp", matches, $"Duplicate key in <{name}>");
        Sections(group, "exclude", excludes, $"Duplicate key in <{name}>");
    }

    private sealed class Conditions
    {
        private readonly HashSet<string> _keys = new(StringComparer.Ordinal);

        public List<Condition> All { get; } = [];

        public bool IsEmpty => All.Count == 0;

        public void Add(string key, RubyRegexp pattern, string repeated)
        {
            if (!_keys.Add(key)) throw RaisedException.Config(repeated);
            All.Add(new Condition(RecordAccessor.Of(key), pattern));
        }
    }

    private sealed record Condition(RecordAccessor Key, RubyRegexp Pattern)
    {
        public bool Matches(RubyHash record, WorkBudget budget) => Pattern.Match(RubyText.Scrub(RubyValue.Text(Key.Get(record), budget)), budget) is not null;
    }
}
