using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd.Routing.Records;

namespace AuditSdk.Semantics.Fluentd.Routing.Plugins;

/// <summary>A filter as it runs.</summary>
internal abstract class RoutedFilter(FluentdElement plugin, string? type)
{
    public FluentdElement Plugin { get; } = plugin;

    public string? Type { get; } = type;

    /// <summary>True where the plugin has a <c>filter_stream</c> of its own, which changes what an error of any filter beside it does.</summary>
    public virtual bool WorksOnStreams => false;

    public virtual bool IsOpaque => false;

    /// <summary>What becomes of a record, null where it is dropped; for filters that do not work on streams.</summary>
    /// <exception cref="RaisedException">The filter raises an error.</exception>
    public virtual FlowRecord? Filter(string tag, FlowRecord record, Flow flow) => record;

    /// <summary>What becomes of records; for filters that work on streams.</summary>
    public virtual List<FlowRecord> FilterStream(string tag, List<FlowRecord> records, Flow flow) => records;
}

/// <summary>A filter that only the real program knows: it may change anything.</summary>
internal sealed class OpaqueFilter(FluentdElement plugin, string? type, bool worksOnStreams) : RoutedFilter(plugin, type)
{
    public override bool WorksOnStreams => worksOnStreams;

    public override bool IsOpaque => true;

    public override FlowRecord Filter(string tag, FlowRecord record, Flow flow) => record with { IsOpaque = true };

    public override List<FlowRecord> FilterStream(string tag, List<FlowRecord> records, Flow flow) => [.. records.Select(r => r with { IsOpaque = true })];
}

/// <summary>A filter that looks only: <c>stdout</c>.</summary>
internal sealed class LookingFilter(FluentdElement plugin, string? type, bool worksOnStreams) : RoutedFilter(plugin, type)
{
    public override bool WorksOnStreams => worksOnStreams;
}

/// <summary>A filter that the user of the router describes.</summary>
internal sealed class ModelFilter(FluentdElement plugin, string type, PluginModel model) : RoutedFilter(plugin, type)
{
    public override FlowRecord? Filter(string tag, FlowRecord record, Flow flow) => model(new PluginCall(Plugin, tag, new([record.Fields.Snapshot(flow.Budget)]))) switch
    {
        PluginOutcome.Keep { Record: { } changed } => new FlowRecord(RubyHash.Of(changed)),
        PluginOutcome.Drop => null,
        PluginOutcome.Fail fail => throw new RaisedException(fail.Error),
        _ => record,
    };
}

/// <summary>An output as it runs.</summary>
internal abstract class RoutedOutput(FluentdElement plugin, string? type)
{
    public FluentdElement Plugin { get; } = plugin;

    public string? Type { get; } = type;

    public virtual bool IsOpaque => false;

    /// <summary>Takes records.</summary>
    /// <param name="agent">The route where the output stands: what it emits goes back there unless it has a label.</param>
    /// <param name="tag">Their tag.</param>
    /// <param name="records">The records; none where filters dropped all, which outputs see too.</param>
    /// <param name="flow">The way so far.</param>
    public abstract void Process(Agent agent, string tag, List<FlowRecord> records, Flow flow);
}

/// <summary>An output at which events leave fluentd, or one that only the real program knows.</summary>
internal sealed class LastOutput(FluentdElement plugin, string? type, bool isOpaque) : RoutedOutput(plugin, type)
{
    public override bool IsOpaque => isOpaque;

    public override void Process(Agent agent, string tag, List<FlowRecord> records, Flow flow)
    {
    }
}

/// <summary>An output that only the real program knows and that sends events on.</summary>
internal sealed class OpaqueEmitter(FluentdElement plugin, string? type, string reason) : RoutedOutput(plugin, type)
{
    public override bool IsOpaque => true;

    public override void Process(Agent agent, string tag, List<FlowRecord> records, Flow flow) => throw new UndecidedException(reason);
}

/// <summary>An output that the user of the router describes.</summary>
internal sealed class ModelOutput(FluentdElement plugin, string type, PluginModel model) : RoutedOutput(plugin, type)
{
    public override void Process(Agent agent, string tag, List<FlowRecord> records, Flow flow)
    {
        PluginOutcome outcome = model(new PluginCall(Plugin, tag, ValueList.From(records.Select(r => r.Fields.Snapshot(flow.Budget)))));
        if (outcome is PluginOutcome.Fail fail) throw new RaisedException(fail.Error);
    }
}
