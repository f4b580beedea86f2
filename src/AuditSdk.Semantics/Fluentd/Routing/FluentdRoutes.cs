using System.Globalization;
using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd.Tags;

namespace AuditSdk.Semantics.Fluentd.Routing;

/// <summary>The ways that events can take through a configuration, as one worker of fluentd sees them.</summary>
/// <param name="Sources">Where events come from, in order.</param>
/// <param name="Routes">The ways, the top level first and then each label. fluentd refuses a label that is written twice; of <c>@ERROR</c> the last counts, without a word.</param>
public sealed record FluentdRoutes(ValueList<RouteSource> Sources, ValueList<FluentdRoute> Routes)
{
    /// <summary>Includes that nobody read: they may hold any directive.</summary>
    public ValueList<FluentdInclude> Includes { get; init; } = ValueList<FluentdInclude>.Empty;

    /// <summary>What a front end does not know: any directive may stand there.</summary>
    public ValueList<FluentdUnknown> Unknowns { get; init; } = ValueList<FluentdUnknown>.Empty;

    /// <summary>Sections <c>&lt;worker&gt;</c> whose worker is not known.</summary>
    public ValueList<FluentdElement> UnknownWorkers { get; init; } = ValueList<FluentdElement>.Empty;

    /// <summary>True where there can be no directive but those that are here.</summary>
    public bool IsComplete => Includes.Count == 0 && Unknowns.Count == 0 && UnknownWorkers.Count == 0;

    /// <summary>The top level.</summary>
    public FluentdRoute Root => Routes[0];

    /// <summary>The routes of a configuration.</summary>
    /// <param name="root">The root of its tree.</param>
    /// <param name="worker">The worker, from 0.</param>
    /// <param name="readsRegexps">False for fluentd before 1.11.2, to which the slashes of a pattern are characters.</param>
    public static FluentdRoutes Of(FluentdElement root, int worker = 0, bool readsRegexps = true)
    {
        List<FluentdNode> nodes = [];
        List<FluentdNode> ofWorker = [];
        List<FluentdElement> unknown = [];
        foreach (FluentdNode node in root.Nodes)
        {
            if (node is not FluentdElement { Name: "worker" } section) nodes.Add(node);
            else if (section.RubyArgument is not null) unknown.Add(section);
            else if (IsFor(section.Argument, worker)) ofWorker.AddRange(section.Nodes);
        }

        nodes.AddRange(ofWorker); // fluentd puts them behind all others
        List<FluentdRoute> routes = [new("", root.Origin, Steps(nodes, readsRegexps))];
        foreach (FluentdElement label in nodes.OfType<FluentdElement>().Where(e => e.Name == "label"))
        {
            routes.Add(new(label.Argument, label.Origin, Steps(label.Nodes, readsRegexps)) { IsNameKnown = label.RubyArgument is null });
        }

        return new(ValueList.From(nodes.OfType<FluentdElement>().Where(e => e.Name == "source").Select(RouteSource.Of)), ValueList.From(routes))
        {
            Includes = ValueList.From(nodes.OfType<FluentdInclude>()),
            Unknowns = ValueList.From(nodes.OfType<FluentdUnknown>()),
            UnknownWorkers = ValueList.From(unknown),
        };
    }

    /// <summary>The route of a label; <c>""</c> and <c>@ROOT</c> are the top level. Null where there is none of that name.</summary>
    public FluentdRoute? Find(string label) => label is "" or "@ROOT" ? Root : Routes.Skip(1).LastOrDefault(r => r.IsNameKnown && r.Label == label);

    private static ValueList<RouteStep> Steps(IEnumerable<FluentdNode> nodes, bool readsRegexps)
        => ValueList.From(nodes.Where(n => n is FluentdInclude or FluentdUnknown or FluentdElement { Name: "filter" or "match" }).Select(n => RouteStep.Of(n, readsRegexps)));

    // "1", or "0-2"; Ruby's to_i of anything else, as fluentd has it.
    private static bool IsFor(string argument, int worker)
    {
        string[] halves = argument.Split('-');
        return halves.Length == 2 && halves[1].Length > 0
            ? Number(halves[0]) <= worker && worker <= Number(halves[1])
            : argument.Length > 0 && Number(argument) == worker;
    }

    private static int Number(string text)
    {
        string digits = string.Concat(text.Trim().TakeWhile(c => c is >= '0' and <= '9'));
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : digits.Length == 0 ? 0 : int.MaxValue;
    }
}

/// <summary>A route: the top level, or a label.</summary>
/// <param name="Label">The label with its <c>@</c>; empty for the top level.</param>
/// <param name="Origin">Where it is written.</param>
/// <param name="Steps">Filters and outputs, in the order in which an event meets them.</param>
public sealed record FluentdRoute(string Label, Origin Origin, ValueList<RouteStep> Steps)
{
    /// <summary>False where the label is Ruby.</summary>
    public bool IsNameKnown { get; init; } = true;
}

/// <summary>A filter or an output of a route.</summary>
/// <param name="Node">The <c>&lt;filter&gt;</c> or <c>&lt;match&gt;</c>; or an include that nobody read, or something unknown: either may be any number of both.</param>
/// <param name="Pattern">The tags it takes; unknown where the pattern is, and for what is neither filter nor match.</param>
public sealed record RouteStep(FluentdNode Node, Node<TagPattern> Pattern)
{
    /// <summary>The filter or output; null for an include, and for what is not known.</summary>
    public FluentdElement? Element => Node as FluentdElement;

    /// <summary>True for a filter.</summary>
    public bool IsFilter => Element is { Name: "filter" };

    /// <summary>fluentd's message where it refuses the pattern, else null.</summary>
    public string? PatternError { get; init; }

    internal static RouteStep Of(FluentdNode node, bool readsRegexps)
    {
        if (node is not FluentdElement { RubyArgument: null } element) return new(node, Node<TagPattern>.Unknown(node.Origin));
        return TagPattern.Parse(element.Argument, out string? error, readsRegexps) is { } pattern
            ? new(node, Node<TagPattern>.Of(pattern, node.Origin))
            : new(node, Node<TagPattern>.Unknown(node.Origin)) { PatternError = error };
    }
}

/// <summary>A source.</summary>
/// <param name="Element">Its section.</param>
/// <param name="Label">Its <c>@label</c>: the route that its events enter; absent for the top level.</param>
/// <param name="Tag">Its <c>tag</c>, as written: what it means is the plugin's affair (<c>*</c> of tail is the path; forward has none).</param>
public sealed record RouteSource(FluentdElement Element, Node<string> Label, Node<string> Tag)
{
    internal bool HasType => Element.Text("@type").State != NodeState.Absent || Element.Text("type").State != NodeState.Absent;

    internal static RouteSource Of(FluentdElement element) => new(element, element.Text("@label"), element.Text("tag"));
}
