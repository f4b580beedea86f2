using System.Globalization;
using System.Text.RegularExpressions;
using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd.Tags;

namespace AuditSdk.Semantics.Fluentd.Routing.Plugins;

/// <summary><c>forest</c> (0.3.3): makes an output for each tag, from a template; one that cannot be made loses the tag's events, with a line in the log.</summary>
internal sealed class ForestOutput : RoutedOutput
{
    private static readonly Regex Parts = new(@"__TAG_PARTS\[(-?[0-9]+)(?:(\.\.\.?)(-?[0-9]+))?\]__|\$\{tag_parts\[(-?[0-9]+)(?:(\.\.\.?)(-?[0-9]+))?\]\}", RegexOptions.CultureInvariant);

    private readonly Router _router;
    private readonly Agent _agent;
    private readonly string _subtype;
    private readonly string? _removedPrefix;
    private readonly string? _addedPrefix;
    private readonly string? _hostname;
    private readonly string _separator;
    private readonly FluentdElement? _template;
    private readonly List<(FluentdElement Element, TagPattern Pattern)> _cases = [];
    private readonly Dictionary<string, RoutedOutput> _planted = new(StringComparer.Ordinal);

    public ForestOutput(PluginSettings settings, Router router, Agent agent)
        : base(settings.Element, "forest")
    {
        (_router, _agent) = (router, agent);
        _subtype = settings.Required("subtype");
        _removedPrefix = settings.Text("remove_prefix");
        _addedPrefix = settings.Text("add_prefix");
        _hostname = settings.Text("hostname") ?? router.Options.Hostname;
        _separator = settings.Text("escape_tag_separator") ?? "_";
        _template = settings.Sections("template").LastOrDefault()?.Element;
        foreach (FluentdElement element in settings.Element.Elements.Where(e => e.Name is "case" or "pattern"))
        {
            // One glob here, blanks and all; the argument of a match would be several.
            bool isGlob = element.RubyArgument is null && element.Argument.Length > 0 && !element.Argument.Any(c => c is ' ' or '\t' or '\n');
            if (!isGlob) throw new UndecidedException("a <case> of forest");
            _cases.Add((element, TagPattern.Parse(element.Argument, out string? error) ?? throw RaisedException.Config(error!)));
        }
    }

    public override void Process(Agent agent, string tag, List<FlowRecord> records, Flow flow)
    {
        tag = Renamed(tag);
        if (!_planted.TryGetValue(tag, out RoutedOutput? output))
        {
            output = Plant(tag, flow);
            if (output is null) return;
            _planted.Add(tag, output);
        }

        flow.Reach(agent, output, tag, records);
    }

    private string Renamed(string tag)
    {
        if (_removedPrefix is not null)
        {
            string prefix = _removedPrefix + ".";
            if (tag.StartsWith(prefix, StringComparison.Ordinal) && tag.Length > prefix.Length) tag = tag.Substring(prefix.Length);
            else if (tag == _removedPrefix) tag = "";
        }

        return _addedPrefix is null ? tag : tag.Length > 0 ? $"{_addedPrefix}.{tag}" : _addedPrefix;
    }

    private RoutedOutput? Plant(string tag, Flow flow)
    {
        FluentdElement element = Spec(tag, flow);
        string? refusal = null;
        RoutedOutput? output = null;
        try
        {
            output = PluginFactory.Output(element, _router, _agent);
            refusal = _router.Options.RefusalOf?.Invoke(element);
        }
        catch (RaisedException e)
        {
            refusal = e.Error.Message;
        }

        if (refusal is null) return output;
        flow.Error($"failed to configure sub output {_subtype}: {refusal}");
        flow.Error($"Cannot output messages with tag '{tag}'");
        return null;
    }

    private FluentdElement Spec(string tag, Flow flow)
    {
        IReadOnlyList<FluentdNode> nodes = _template is null ? [] : Filled(_template, tag, flow);
        (FluentdElement? matched, _) = _cases.Find(c => c.Pattern.Matches(tag) ?? throw new UndecidedException("only Ruby can read the pattern of a <case>"));
        if (matched is not null)
        {
            IReadOnlyList<FluentdNode> own = Filled(matched, tag, flow);
            List<FluentdElement> replacing = [.. own.OfType<FluentdElement>().Where(e => e.Argument.Length > 0)];
            IEnumerable<FluentdNode> kept = nodes.Where(n => n is not FluentdElement e || !replacing.Exists(r => r.Name == e.Name && r.Argument == e.Argument));
            nodes = [.. kept.OfType<FluentdParameter>(), .. own, .. kept.OfType<FluentdElement>()]; // of equal parameters the last counts
        }

        FluentdParameter type = new("@type", FluentdValue.Text(_subtype)) { Origin = Plugin.Origin };
        return new FluentdElement("instance", "", ValueList.From(nodes.Where(n => n is not FluentdParameter { Key: "@type" }).Prepend(type))) { Origin = Plugin.Origin };
    }

    private List<FluentdNode> Filled(FluentdElement element, string tag, Flow flow)
    {
        List<FluentdNode> nodes = [];
        foreach (FluentdNode node in element.Nodes)
        {
            nodes.Add(node switch
            {
                FluentdElement child => child with { Nodes = ValueList.From(Filled(child, tag, flow)) },
                FluentdParameter { Value.Literal: { } text } parameter => parameter with { Value = Filled(parameter.Key, text, tag, flow) },
                _ => node,
            });
        }

        return nodes;
    }

    private FluentdValue Filled(string key, string text, string tag, Flow flow)
    {
        IReadOnlyList<string> parts = Records.RubyText.Parts(tag);
        string filled = Parts.Replace(text, match =>
        {
            int first = match.Groups[1].Success ? 1 : 4;
            string? value = Part(parts, match.Groups[first].Value, match.Groups[first + 1].Value, match.Groups[first + 2].Value);
            if (value is null) flow.Warn($"out_forest: missing placeholder. tag:{tag} placeholder:{match.Value} conf:{key} {text}");
            return value ?? "";
        });
        string escaped = tag.Replace(".", _separator);
        filled = filled.Replace("__ESCAPED_TAG__", escaped).Replace("${escaped_tag}", escaped).Replace("__TAG__", tag).Replace("${tag}", tag);
        flow.Budget.Take(filled.Length);
        bool needsHost = filled.IndexOf("__HOSTNAME__", StringComparison.Ordinal) >= 0 || filled.IndexOf("${hostname}", StringComparison.Ordinal) >= 0;
        if (!needsHost) return FluentdValue.Text(filled);
        return _hostname is null ? FluentdValue.Unknown : FluentdValue.Text(filled.Replace("__HOSTNAME__", _hostname).Replace("${hostname}", _hostname));
    }

    // Ruby's array[n], array[n..m], array[n...m]; a range may begin at the end of the array.
    private static string? Part(IReadOnlyList<string> parts, string first, string dots, string last)
    {
        if (!Place(first, out int from) || !Place(dots.Length == 0 ? "0" : last, out int to)) return null;
        if (from < 0) from += parts.Count;
        if (dots.Length == 0) return from >= 0 && from < parts.Count ? parts[from] : null;
        if (from < 0 || from > parts.Count) return null;
        if (to < 0) to += parts.Count;
        int end = Math.Min(dots.Length == 3 ? to : to + 1, parts.Count);
        return string.Join(".", parts.Skip(from).Take(Math.Max(0, end - from)));
    }

    private static bool Place(string digits, out int place) => int.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out place) && place is < int.MaxValue and > int.MinValue;
}
