using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd.Routing;
using AuditSdk.Semantics.Fluentd.Routing.Plugins;
using AuditSdk.Semantics.Fluentd.Routing.Records;
using AuditSdk.Semantics.Fluentd.Values;

namespace AuditSdk.Semantics.Fluentd.Flow;

/// <summary>An event that was sent through the configuration as fluentd would send it.</summary>
/// <param name="Route">The route that it entered.</param>
/// <param name="Step">The match that was to take it.</param>
/// <param name="Rule">The rule that was to give it a new tag; null for other outputs.</param>
/// <param name="Tag">Its tag.</param>
/// <param name="Record">Its record.</param>
/// <param name="Trace">What became of it.</param>
internal sealed record EventRun(RouteFlow Route, int Step, FluentdElement? Rule, string Tag, FluentdDatum.Map Record, RoutingTrace Trace)
{
    public FluentdElement Match => Route.Steps[Step].Step.Element!;

    /// <summary>The tag and record for a message.</summary>
    public string Shown => $"tag '{Tag}' {DatumJson.Of(Record)}";

    /// <summary>The matches that take it again and again until fluentd gives up; none where it is not sent in a circle.</summary>
    public IReadOnlyList<FluentdElement> Circle
    {
        get
        {
            if (Trace.Exception is not { Class: "SystemStackError" }) return [];
            HashSet<RouteStep> seen = [];
            List<FluentdElement> circle = [];
            for (int i = Trace.Hops.Count - 1; i >= 0 && i >= Trace.Hops.Count - 100; i--)
            {
                if (Trace.Hops[i] is { Output: >= 0 } hop && seen.Add(hop.Route.Steps[hop.Output])) circle.Insert(0, hop.Route.Steps[hop.Output].Element!);
            }

            return circle;
        }
    }
}

/// <summary>Sends an event to every rule and relabel that events reach, made so that the rule takes it: what happens to it is no guess.</summary>
internal sealed class EventRuns(TagFlow flow)
{
    private const int MostRuns = 300;

    // A value that nobody writes into a pattern: what happens to it happens to most.
    private const string AnyValue = "zq7w";

    private static readonly FluentdDatum.Map Empty = new(ValueList<KeyValuePair<string, FluentdDatum?>>.Empty);

    private readonly CaptureTags _captures = new(flow.Work);
    private readonly Router _router = new(flow.FluentdRoutes);

    /// <summary>The runs; events whose way cannot be followed to the end are left out.</summary>
    public IReadOnlyList<EventRun> All()
    {
        List<EventRun> runs = [];
        if (_router.Refusal is not null) return runs;
        foreach (RouteFlow route in flow.Routes.Where(r => r.Route.IsNameKnown))
        {
            for (int i = 0; i < route.Steps.Count && runs.Count < MostRuns; i++)
            {
                if (route.Steps[i].Step.Element is { Name: "match" } match && Senders(match).Any()) runs.AddRange(Of(route, i, match).Take(MostRuns - runs.Count));
            }
        }

        return runs;
    }

    private IEnumerable<EventRun> Of(RouteFlow route, int step, FluentdElement match)
    {
        TagSet reach = route.Reach(step);
        if ((flow.Work.TagOf(reach.Meant) ?? flow.Work.TagOf(reach.May)) is not { } tag) yield break;
        foreach (FluentdElement sender in Senders(match))
        {
            IEnumerable<(FluentdElement? Rule, FluentdDatum.Map Record)> events = IsRewrite(sender) ? Events(sender) : [(null, Empty)];
            foreach ((FluentdElement? rule, FluentdDatum.Map record) in events)
            {
                RoutingTrace trace = _router.Emit(route.Route.Label, tag, record);
                if (trace.Undecided is null) yield return new EventRun(route, step, rule, tag, record, trace);
            }
        }
    }

    private IEnumerable<(FluentdElement? Rule, FluentdDatum.Map Record)> Events(FluentdElement output)
    {
        foreach ((FluentdElement element, RewriteRule? rule) in RewriteTags.Rules(output))
        {
            if (rule is null) yield break;
            if (rule.IsInverted) yield return (element, Empty);
            else if (Value(rule) is { } value && Record(rule.Key, value) is { } record) yield return (element, record);
        }
    }

    private string? Value(RewriteRule rule)
    {
        if (!rule.Pattern.IsDecidable) return null;
        if (rule.Pattern.Match(AnyValue) is not null) return AnyValue;
        string? value = _captures.Values(rule) is { } values ? flow.Work.TagOf(values.And(flow.Work.Words)) ?? flow.Work.TagOf(values) : null;
        return value is { Length: > 0 } && rule.Pattern.Match(value) is not null ? value : null;
    }

    // A key is a name, or "$.a.b".
    private static FluentdDatum.Map? Record(string key, string value)
    {
        bool isPath = key.StartsWith("$.", StringComparison.Ordinal);
        if (key.IndexOfAny(['[', ']', '"']) >= 0 || (key.StartsWith("$", StringComparison.Ordinal) && !isPath)) return null;
        FluentdDatum record = new FluentdDatum.Text(value);
        List<string> names = isPath ? [.. key.Substring(2).Split('.')] : [key];
        names.Reverse();
        foreach (string name in names) record = new FluentdDatum.Map(new([new KeyValuePair<string, FluentdDatum?>(name, record)]));
        return (FluentdDatum.Map)record;
    }

    private static bool IsRewrite(FluentdElement output) => output.Text("@type").Or(null) == "rewrite_tag_filter";

    private static IEnumerable<FluentdElement> Senders(FluentdElement output)
        => output.Text("@type").Or(null) is "relabel" or "rewrite_tag_filter" ? [output] : output.Sections("store").SelectMany(Senders);
}
