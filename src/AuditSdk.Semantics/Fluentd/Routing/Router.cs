using AuditSdk.Semantics.Fluentd.Routing.Records;
using AuditSdk.Semantics.Fluentd.Values;

namespace AuditSdk.Semantics.Fluentd.Routing;

/// <summary>
/// Sends events through a configuration as fluentd 1.18 does, without it: filters, labels, copies, new tags, errors and circles. It remembers what fluentd remembers from event to event
/// (whose turn it is, what the log said already), so events of one router are one run of fluentd. Not for several threads at a time.
/// </summary>
public sealed class Router
{
    private readonly FluentdRoutes _routes;
    private readonly Dictionary<string, Agent> _agents = new(StringComparer.Ordinal);
    private readonly Agent _root;

    /// <summary>A run of fluentd with a configuration.</summary>
    /// <param name="routes">The routes of the configuration.</param>
    /// <param name="options">What the configuration does not tell.</param>
    public Router(FluentdRoutes routes, RouterOptions? options = null)
    {
        _routes = routes ?? throw new ArgumentNullException(nameof(routes));
        Options = options ?? new RouterOptions();
        _root = new Agent(routes.Root);
        try
        {
            Configure();
        }
        catch (RaisedException e)
        {
            Refusal = e.Error;
        }
    }

    /// <summary>Why fluentd would not start with the plugins that are known here, or null. It may have other reasons.</summary>
    public FluentdError? Refusal { get; }

    internal RouterOptions Options { get; }

    internal Agent? ErrorAgent { get; private set; }

    /// <summary>Sends an event. Any tag and record have an answer.</summary>
    /// <param name="label">The label of the source; empty for the top level.</param>
    /// <param name="tag">The tag.</param>
    /// <param name="record">The record.</param>
    public RoutingTrace Emit(string label, string tag, FluentdDatum.Map record)
    {
        Flow flow = new(this);
        if (Refusal is not null) return flow.Trace(null, $"fluentd does not start: {Refusal}");
        try
        {
            flow.Emit(Find(label), tag, [new FlowRecord(RubyHash.Of(record))]);
            return flow.Trace(null, null);
        }
        catch (RaisedException e)
        {
            return flow.Trace(e.Error, null);
        }
        catch (UndecidedException e)
        {
            return flow.Trace(null, e.Message);
        }
        catch (InsufficientExecutionStackException)
        {
            return flow.Trace(null, "it is nested too deep to follow");
        }
    }

    internal Agent Find(string label)
    {
        if (label is "" or "@ROOT") return _root;
        if (_agents.TryGetValue(label, out Agent? agent)) return agent;
        return _routes.IsComplete && _routes.Routes.All(r => r.IsNameKnown)
            ? throw new RaisedException("ArgumentError", $"{label} label not found")
            : throw new UndecidedException($"the label {label} is not known");
    }

    // In fluentd's order, which decides what it refuses first.
    private void Configure()
    {
        Agent? error = null;
        List<Agent> labels = [];
        foreach (FluentdRoute route in _routes.Routes.Skip(1).Where(r => r.IsNameKnown))
        {
            Agent agent = new(route);
            if (route.Label.Length == 0) throw RaisedException.Config("Missing symbol argument on <label> directive");
            if (route.Label == "@ROOT") throw RaisedException.Config("@ROOT for <label> is not permitted, reserved for getting root router");
            if (route.Label == "@ERROR")
            {
                error = agent;
                continue;
            }

            if (_agents.ContainsKey(route.Label)) throw RaisedException.Config($"Section <label {route.Label}> appears twice");
            _agents.Add(route.Label, agent);
            labels.Add(agent);
        }

        labels.ForEach(Configure);
        if (error is not null)
        {
            _agents.Add("@ERROR", error);
            Configure(error);
            ErrorAgent = error;
        }

        _root.Configure(this);
        foreach (RouteSource source in _routes.Sources)
        {
            if (!source.HasType) throw RaisedException.Config("Missing '@type' parameter on <source> directive");
            if (source.Label.IsKnown) Exists(source.Label.Value);
        }
    }

    private void Configure(Agent label)
    {
        label.Configure(this);
        if (!label.Route.Steps.Any(s => !s.IsFilter)) throw RaisedException.Config($"Missing <match> sections in <label {label.Route.Label}> section");
    }

    /// <summary>Throws where fluentd refuses a plugin for a label that is not there.</summary>
    internal void Exists(string label)
    {
        try
        {
            Find(label);
        }
        catch (UndecidedException)
        {
            // It may be where nobody looked.
        }
    }
}
