using System.Text;
using System.Text.RegularExpressions;
using AuditSdk.Semantics.Fluentd.Routing.Records;
using AuditSdk.Semantics.Fluentd.Routing.Regexps;
using AuditSdk.Semantics.Fluentd.Values;

namespace AuditSdk.Semantics.Fluentd.Routing.Plugins;

/// <summary><c>rewrite_tag_filter</c>: sends events on under a new tag, which the first rule gives that matches. An event of no rule, or of no new tag and label, is gone.</summary>
internal sealed class RewriteTagFilterOutput : RoutedOutput
{
    private static readonly Regex CaptureNumber = new(@"\$[0-9]+", RegexOptions.CultureInvariant);
    private static readonly Regex Placeholder = new(@"\$\{[a-z_]+(?:\[[0-9]+\])?\}|__[A-Z_]+__", RegexOptions.CultureInvariant);
    private static readonly Regex Range = new(@"\$\{tag_parts\[[0-9]\.\.\.?[0-9]\]\}", RegexOptions.CultureInvariant);
    private static readonly Regex OldRange = new(@"__TAG_PARTS\[[0-9]\.\.\.?[0-9]\]__", RegexOptions.CultureInvariant);
    private static readonly Regex Echo = new(@"\Aecho ([A-Za-z0-9._-]+)\z", RegexOptions.CultureInvariant);

    private readonly string? _label;
    private readonly string? _hostname;
    private readonly bool _capitalizes;
    private readonly bool _isBatch;
    private readonly RubyRegexp? _removed;
    private readonly List<(RewriteRule Rule, RecordAccessor Key)> _rules = [];

    public RewriteTagFilterOutput(PluginSettings settings, Func<string?> label, string? hostname)
        : base(settings.Element, "rewrite_tag_filter")
    {
        _capitalizes = settings.Flag("capitalize_regex_backreference", false);
        string? prefix = settings.Text("remove_tag_prefix");
        FluentdDatum.Regexp? removed = settings.Value("remove_tag_regexp", new FluentdType("regexp")) as FluentdDatum.Regexp;
        _hostname = settings.Text("hostname_command") is { } command ? Output(command, hostname) : hostname;
        _isBatch = settings.Value("emit_mode", new FluentdType("enum") { Values = new(["record", "batch"]) }, new FluentdDatum.Text("batch"))!.ToText() == "batch";
        HashSet<string> names = new(StringComparer.Ordinal);
        bool isRepeated = false;
        List<RewriteRule> rules = [.. settings.Sections("rule").Select(RewriteRule.Of)];
        _label = label(); // fluentd looks for it once the parameters are read
        foreach (RewriteRule rule in rules)
        {
            if (Range.IsMatch(rule.Tag) && OldRange.IsMatch(rule.Tag)) throw RaisedException.Config("${tag_parts[n]} and __TAG_PARTS[n]__ placeholder does not support range specify at the rule");
            isRepeated |= !names.Add(rule.Name);
            _rules.Add((rule, RecordAccessor.Of(rule.Key)));
        }

        if (settings.Element.Parameters.Any(p => p.Key.StartsWith("rewriterule", StringComparison.Ordinal))) throw RaisedException.Config("\"rewriterule<num>\" support has been dropped. Use <rule> section instead.");
        if (_rules.Count == 0) throw RaisedException.Config("missing rewriterules");
        if (isRepeated) throw RaisedException.Config("duplicated rewriterules found");
        if (prefix is not null && removed is not null) throw RaisedException.Config("remove_tag_prefix and remove_tag_regexp are exclusive");
        _removed = prefix is not null ? new RubyRegexp($@"^{RubyRegexp.Escape(prefix)}\.?") : removed is not null ? new RubyRegexp(removed) : null;
    }

    public override void Process(Agent agent, string tag, List<FlowRecord> records, Flow flow)
    {
        IReadOnlyDictionary<string, string?> placeholders = Placeholders(tag, flow.Budget);
        List<(string? Label, string Tag, List<FlowRecord> Records)> streams = [];
        foreach (FlowRecord record in records)
        {
            (string? newTag, string? newLabel) = Rewrite(tag, record, placeholders, flow);
            if ((newTag is null || newTag == tag) && newLabel is null) continue;
            newTag ??= tag;
            if (_isBatch) Add(streams, newLabel, newTag, record);
            else flow.Emit(Target(agent, newLabel, flow), newTag, [record]);
        }

        foreach (IGrouping<string, (string? Label, string Tag, List<FlowRecord> Records)> label in streams.GroupBy(s => s.Label is null ? "" : " " + s.Label, StringComparer.Ordinal))
        {
            Agent target = Target(agent, label.First().Label, flow);
            foreach ((_, string newTag, List<FlowRecord> stream) in label) flow.Emit(target, newTag, stream);
        }
    }

    private static void Add(List<(string? Label, string Tag, List<FlowRecord> Records)> streams, string? label, string tag, FlowRecord record)
    {
        int place = streams.FindIndex(s => s.Label == label && s.Tag == tag);
        if (place >= 0) streams[place].Records.Add(record);
        else streams.Add((label, tag, [record]));
    }

    private Agent Target(Agent agent, string? label, Flow flow)
    {
        if (!string.IsNullOrEmpty(label)) return flow.Find(label!);
        return _label is null ? agent : flow.Find(_label);
    }

    private (string? Tag, string? Label) Rewrite(string tag, FlowRecord record, IReadOnlyDictionary<string, string?> placeholders, Flow flow)
    {
        foreach ((RewriteRule rule, RecordAccessor key) in _rules)
        {
            string value = RubyText.Scrub(RubyValue.Text(key.Get(record.Known), flow.Budget));
            if (value.Length == 0 && !rule.IsInverted) continue;
            RubyMatch? match = rule.Pattern.Match(value, flow.Budget);
            if (match is null != rule.IsInverted) continue;
            string newTag = rule.IsInverted ? rule.Tag : WithCaptures(rule.Tag, match!, flow.Budget);
            return (Expanded(newTag, tag, placeholders, flow), rule.Label);
        }

        return (null, null);
    }

    private string WithCaptures(string template, RubyMatch match, WorkBudget budget)
    {
        Dictionary<string, string> captures = new(StringComparer.Ordinal);
        for (int i = 0; i < match.Groups.Count; i++)
        {
            string? capture = match.Groups[i];
            if (_capitalizes) capture = RubyText.Capitalize(capture ?? throw new RaisedException("NoMethodError", "undefined method `capitalize' for nil:NilClass"));
            captures["$" + (i + 1).ToString(System.Globalization.CultureInfo.InvariantCulture)] = capture ?? "";
        }

        return Replaced(template, CaptureNumber, number => captures.TryGetValue(number, out string? capture) ? capture : "", budget);
    }

    private static string Expanded(string template, string tag, IReadOnlyDictionary<string, string?> placeholders, Flow flow)
        => Replaced(template, Placeholder, name =>
        {
            if (placeholders.TryGetValue(name, out string? value)) return value ?? throw new UndecidedException("the name of the host is not known");
            flow.Warn($"rewrite_tag_filter: unknown placeholder found. :placeholder=>{name} :tag=>{tag} :rewritetag=>{template}");
            return "";
        }, flow.Budget);

    private static string Replaced(string template, Regex what, Func<string, string> with, WorkBudget budget)
    {
        StringBuilder text = new();
        int at = 0;
        foreach (System.Text.RegularExpressions.Match match in what.Matches(template))
        {
            string value = with(match.Value);
            budget.Take(match.Index - at + value.Length);
            text.Append(template, at, match.Index - at).Append(value);
            at = match.Index + match.Length;
        }

        return text.Append(template, at, template.Length - at).ToString();
    }

    private Dictionary<string, string?> Placeholders(string tag, WorkBudget budget)
    {
        if (_removed?.Match(RubyText.Scrub(tag), budget) is { } removed) tag = tag.Remove(removed.Start, removed.End - removed.Start);
        Dictionary<string, string?> values = new(StringComparer.Ordinal) { ["__HOSTNAME__"] = _hostname, ["${hostname}"] = _hostname, ["__TAG__"] = tag, ["${tag}"] = tag };
        IReadOnlyList<string> parts = RubyText.Parts(tag);
        for (int i = 0; i < parts.Count; i++) values[$"${{tag_parts[{i}]}}"] = parts[i];
        return values;
    }

    // The command is not run; what the plainest of them says is known all the same.
    private static string? Output(string command, string? hostname) => command == "hostname" ? hostname : Echo.Match(command) is { Success: true } echo ? echo.Groups[1].Value : null;
}
