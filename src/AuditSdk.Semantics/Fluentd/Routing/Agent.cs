using AuditSdk.Semantics.Fluentd.Routing.Plugins;
using AuditSdk.Semantics.Fluentd.Routing.Records;

namespace AuditSdk.Semantics.Fluentd.Routing;

/// <summary>A route with its plugins, as it runs: fluentd calls it an agent too.</summary>
internal sealed class Agent(FluentdRoute route)
{
    private readonly RoutedFilter?[] _filters = new RoutedFilter?[route.Steps.Count];
    private int _unmatched;

    public FluentdRoute Route { get; } = route;

    public RoutedOutput?[] Outputs { get; } = new RoutedOutput?[route.Steps.Count];

    /// <summary>Makes the plugins, in order.</summary>
    /// <exception cref="RaisedException">fluentd refuses one.</exception>
    public void Configure(Router router)
    {
        for (int i = 0; i < Route.Steps.Count; i++)
        {
            RouteStep step = Route.Steps[i];
            if (step.Element is not { } element) continue;
            if (step.IsFilter) _filters[i] = PluginFactory.Filter(element, router);
            else Outputs[i] = PluginFactory.Output(element, router, this);
            if (step.PatternError is { } error) throw new RaisedException(error.StartsWith("invalid match", StringComparison.Ordinal) ? "Fluent::ConfigError" : "RegexpError", error);
        }
    }

    /// <summary>The step that takes a tag, -1 for none, and the filters before it.</summary>
    /// <exception cref="UndecidedException">It is not known whether a step takes the tag.</exception>
    public int Find(string tag, out List<RoutedFilter> filters)
    {
        filters = [];
        for (int i = 0; i < Route.Steps.Count; i++)
        {
            RouteStep step = Route.Steps[i];
            if (step.Element is null) throw new UndecidedException(step.Node is FluentdInclude ? "an include before it is not known" : "what stands before it is not known");
            if (!step.Pattern.IsKnown) throw new UndecidedException($"the pattern of a <{step.Element.Name}> is not known");
            if (!(step.Pattern.Value.Matches(tag) ?? throw new UndecidedException($"only Ruby can read the pattern {step.Pattern.Value.Text}"))) continue;
            if (_filters[i] is { } filter) filters.Add(filter);
            else return i;
        }

        return -1;
    }

    /// <summary>Nobody takes the tag: fluentd says so at the first time, the second, the fourth and so on.</summary>
    public void NoMatch(string tag, Flow flow)
    {
        _unmatched++;
        bool isSaid = _unmatched < 512 ? (_unmatched & (_unmatched - 1)) == 0 : _unmatched % 512 == 0;
        if (isSaid) flow.Warn($"no patterns matched tag={RubyInspect.Of(tag)}");
    }
}
