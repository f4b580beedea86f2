using AuditSdk.Semantics.Fluentd.Routing.Records;
using AuditSdk.Semantics.Fluentd.Values;

namespace AuditSdk.Semantics.Fluentd.Routing.Plugins;

/// <summary><c>record_transformer</c>: sets, keeps and removes fields. Values are made of the record as it came; a record that fails is given up.</summary>
internal sealed class RecordTransformerFilter : RoutedFilter
{
    private readonly IReadOnlyList<RecordAccessor> _removed;
    private readonly IReadOnlyList<string> _kept;
    private readonly bool _isNew;
    private readonly string? _timeKey;
    private readonly RecordTemplate _fields;

    public RecordTransformerFilter(PluginSettings settings)
        : base(settings.Element, "record_transformer")
    {
        _isNew = settings.Flag("renew_record", false);
        _timeKey = settings.Text("renew_time_key");
        IReadOnlyList<string>? removed = settings.List("remove_keys");
        IReadOnlyList<string>? kept = settings.List("keep_keys");
        if (kept is not null && !_isNew) throw RaisedException.Config("`renew_record` must be true to use `keep_keys`");
        _kept = kept ?? [];
        _removed = [.. (removed ?? []).Select(RecordAccessor.Of)];
        bool isTyped = settings.Flag("auto_typecast", true);
        _fields = RecordTemplate.Of(settings.Sections("record"), isTyped, settings.Flag("enable_ruby", false));
    }

    public override bool WorksOnStreams => true;

    public override bool IsOpaque => _fields.IsOpaque;

    public override List<FlowRecord> FilterStream(string tag, List<FlowRecord> records, Flow flow)
    {
        List<FlowRecord> passed = [];
        foreach (FlowRecord record in records)
        {
            if (Flow.Attempt(() => passed.Add(Changed(tag, record, flow))) is { } error) flow.EmitErrorEvent(tag, record, error);
        }

        return passed;
    }

    private FlowRecord Changed(string tag, FlowRecord record, Flow flow)
    {
        RubyHash changed = _isNew ? new RubyHash() : record.Fields.Dup();
        foreach (string key in _kept.Where(k => _isNew && (record.IsOpaque || record.Fields.Has(k)))) changed[key] = record.IsOpaque ? RubyUnknown.Value : record.Fields[key];
        bool isKnown = _fields.Fill(changed, new TemplateContext(tag, record, flow));
        bool isOpaque = !isKnown || (record.IsOpaque && !_isNew);
        if (_timeKey is not null && changed.Has(_timeKey)) CheckTime(changed[_timeKey], flow.Budget);
        try
        {
            foreach (RecordAccessor key in _removed) key.Delete(changed);
        }
        catch (UndecidedException)
        {
            isOpaque = true;
        }

        return new FlowRecord(changed, isOpaque);
    }

    // Ruby's to_f, which not everything has; the time itself takes no part in routing.
    private static void CheckTime(RubyValue? time, WorkBudget budget)
    {
        if (time is RubyHash or RubyArray or RubyScalar { Value: FluentdDatum.Boolean })
        {
            throw new RaisedException("NoMethodError", $"undefined method `to_f' for {RubyInspect.Of(time, budget)}:{RubyValue.ClassOf(time)}");
        }
    }
}
