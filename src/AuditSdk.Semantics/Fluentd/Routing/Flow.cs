using System.Runtime.CompilerServices;
using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd.Routing.Plugins;
using AuditSdk.Semantics.Fluentd.Routing.Records;

namespace AuditSdk.Semantics.Fluentd.Routing;

/// <summary>A record on its way.</summary>
internal sealed record FlowRecord(RubyHash Fields, bool IsOpaque = false)
{
    /// <exception cref="UndecidedException">Its fields are not known.</exception>
    public RubyHash Known => IsOpaque ? throw new UndecidedException("a filter before it only the real program knows") : Fields;

    public FlowRecord Dup() => this with { Fields = Fields.Dup() };

    public EventRecord Snapshot(WorkBudget budget) => new(Fields.Snapshot(budget))
    {
        IsOpaque = IsOpaque,
        UnknownFields = ValueList.From(Fields.Items.Where(i => i.Value is RubyUnknown).Select(i => i.Key)),
    };
}

/// <summary>One event's way: what was met, and what is left to do with it.</summary>
internal sealed class Flow(Router router)
{
    // fluentd's stack takes some thousands; nobody writes a chain of this length.
    private const int DeepestEmit = 300;
    private const int MostVisits = 20_000;
    private const long MostSteps = 20_000_000;

    private readonly List<RouteHop> _hops = [];
    private readonly List<RouteVisit> _visits = [];
    private readonly List<FluentdLogLine> _log = [];
    private int _depth;

    public WorkBudget Budget { get; } = new(MostSteps);

    public RouterOptions Options => router.Options;

    public RoutingTrace Trace(FluentdError? exception, string? undecided) => new(ValueList.From(_hops), ValueList.From(_visits), ValueList.From(_log)) { Exception = exception, Undecided = undecided };

    public void Warn(string text) => Log("warn", text);

    public void Error(string text) => Log("error", text);

    private void Log(string level, string text)
    {
        Budget.Take(text.Length);
        _log.Add(new FluentdLogLine(level, text));
    }

    /// <summary>The agent of a label.</summary>
    /// <exception cref="RaisedException">There is none.</exception>
    public Agent Find(string label) => router.Find(label);

    /// <summary>fluentd's <c>emit_stream</c>: the first match takes the records, behind the filters that stand before it.</summary>
    public void Emit(Agent agent, string tag, List<FlowRecord> records)
    {
        Budget.Take(1 + tag.Length);
        if (_depth == DeepestEmit) throw new RaisedException("SystemStackError", "stack level too deep");
        RuntimeHelpers.EnsureSufficientExecutionStack();
        _depth++;
        List<FlowRecord> reached = records;
        FluentdError? error = Attempt(() =>
        {
            int output = agent.Find(tag, out List<RoutedFilter> filters);
            _hops.Add(new RouteHop(agent.Route, tag, output, _visits.Count));
            if (filters.Count > 0) reached = Filter(agent, filters, tag, records);
            if (output >= 0) Reach(agent, agent.Outputs[output]!, tag, reached);
            else agent.NoMatch(tag, this);
        });
        if (error is not null) HandleEmitsError(tag, reached, error);
        _depth--;
    }

    /// <summary>Ruby's <c>rescue => e</c>: the error, or null. What is done about it is done outside of the handler, which needs much stack.</summary>
    public static FluentdError? Attempt(Action action)
    {
        try
        {
            action();
            return null;
        }
        catch (RaisedException e) when (e.IsStandard)
        {
            return e.Error;
        }
    }

    /// <summary>Gives records to an output.</summary>
    public void Reach(Agent agent, RoutedOutput output, string tag, List<FlowRecord> records)
    {
        int visit = Visit(agent, output.Plugin, output.Type, output.IsOpaque, tag, records);
        try
        {
            output.Process(agent, tag, records, this);
        }
        catch (RaisedException e) when (Passes(visit, e))
        {
            throw;
        }
    }

    /// <summary>fluentd's <c>emit_error_event</c>: a filter gives up a record.</summary>
    public void EmitErrorEvent(string tag, FlowRecord record, FluentdError error)
    {
        string what = $"{Shown(error)} tag={RubyInspect.Of(tag)}";
        if (router.ErrorAgent is { } agent)
        {
            Warn($"send an error event to @ERROR: {what}");
            Emit(agent, tag, [record]);
        }
        else
        {
            string shown = record.IsOpaque || record.Fields.Items.Any(i => i.Value is RubyUnknown) ? "{...}" : RubyInspect.Of(record.Fields, Budget);
            Warn($"dump an error event: {what} record={shown}");
        }
    }

    public static string Shown(FluentdError error) => $"error_class={error.Class} error={RubyInspect.Of(error.Message)}";

    private void HandleEmitsError(string tag, List<FlowRecord> records, FluentdError error)
    {
        string what = $"{Shown(error)} tag={RubyInspect.Of(tag)}";
        if (router.ErrorAgent is { } agent)
        {
            Warn($"send an error event stream to @ERROR: {what}");
            Emit(agent, tag, records);
        }
        else
        {
            Warn($"emit transaction failed: {what}");
            throw new RaisedException(error);
        }
    }

    // fluentd runs record by record where all filters allow it; a filter that fails then does not stop the record.
    private List<FlowRecord> Filter(Agent agent, List<RoutedFilter> filters, string tag, List<FlowRecord> records)
    {
        if (filters.Exists(f => f.WorksOnStreams)) return filters.Aggregate(records, (stream, f) => FilterStream(agent, f, tag, stream));
        List<FlowRecord> passed = [];
        foreach (FlowRecord record in records)
        {
            FlowRecord? at = record;
            foreach (RoutedFilter filter in filters)
            {
                if (Attempt(() => at = FilterOne(agent, filter, tag, at!)) is { } error) EmitErrorEvent(tag, at!, error);
                else if (at is null) break;
            }

            if (at is not null) passed.Add(at);
        }

        return passed;
    }

    private List<FlowRecord> FilterStream(Agent agent, RoutedFilter filter, string tag, List<FlowRecord> records)
    {
        if (filter.WorksOnStreams)
        {
            if (records.Count == 0) return records;
            int visit = Visit(agent, filter.Plugin, filter.Type, filter.IsOpaque, tag, records);
            List<FlowRecord> result = filter.FilterStream(tag, records, this);
            _visits[visit] = _visits[visit] with { Result = Snapshots(result) };
            return result;
        }

        List<FlowRecord> passed = [];
        foreach (FlowRecord record in records)
        {
            FlowRecord? kept = null;
            if (Attempt(() => kept = FilterOne(agent, filter, tag, record)) is { } error) EmitErrorEvent(tag, record, error);
            else if (kept is not null) passed.Add(kept);
        }

        return passed;
    }

    private FlowRecord? FilterOne(Agent agent, RoutedFilter filter, string tag, FlowRecord record)
    {
        int visit = Visit(agent, filter.Plugin, filter.Type, filter.IsOpaque, tag, [record]);
        try
        {
            FlowRecord? kept = filter.Filter(tag, record, this);
            if (kept is not null) _visits[visit] = _visits[visit] with { Result = Snapshots([kept]) };
            return kept;
        }
        catch (RaisedException e) when (Passes(visit, e))
        {
            throw;
        }
    }

    // Never true. A handler that throws again would keep its part of the stack for as long as the error is on its way, and a circle has hundreds of them.
    private bool Passes(int visit, RaisedException e)
    {
        _visits[visit] = _visits[visit] with { Error = e.Error };
        return false;
    }

    private int Visit(Agent agent, FluentdElement plugin, string? type, bool isOpaque, string tag, List<FlowRecord> records)
    {
        if (_visits.Count == MostVisits) throw new UndecidedException("it takes too much work to follow");
        _visits.Add(new RouteVisit(agent.Route.Label, plugin, tag, Snapshots(records)) { Type = type, IsOpaque = isOpaque });
        return _visits.Count - 1;
    }

    private ValueList<EventRecord> Snapshots(List<FlowRecord> records) => ValueList.From(records.Select(r => r.Snapshot(Budget)));
}
