using AuditSdk.Semantics.Fluentd.Routing.Records;
using AuditSdk.Semantics.Fluentd.Values;

namespace AuditSdk.Semantics.Fluentd.Routing.Plugins;

/// <summary><c>parser</c> for JSON: what the text of a field holds takes the record's place, or joins it. Other formats only the real program reads.</summary>
internal sealed class ParserFilter : RoutedFilter
{
    private readonly RecordAccessor _key;
    private readonly string _keyText;
    private readonly bool _keepsData;
    private readonly bool _removesKey;
    private readonly string? _prefix;
    private readonly string? _field;
    private readonly bool _reports;
    private readonly string _timeKey;

    public ParserFilter(PluginSettings settings)
        : base(settings.Element, "parser")
    {
        _keyText = settings.Required("key_name");
        _key = RecordAccessor.Of(_keyText);
        _keepsData = settings.Flag("reserve_data", false);
        _removesKey = settings.Flag("remove_key_name_field", false);
        _prefix = settings.Text("inject_key_prefix");
        _field = settings.Text("hash_value_field");
        _reports = settings.Flag("emit_invalid_record_to_error", true);
        PluginSettings? parse = settings.Sections("parse").FirstOrDefault();
        string format = (parse is null ? settings.Text("format") : parse.Type) ?? throw RaisedException.Config("parse section is required, or <parse> section has no @type");
        bool isPlain = format == "json" && (parse is null || parse.Element.Parameters.All(p => p.Key is "@type" or "type" or "time_key"));
        IsOpaque = !isPlain;
        _timeKey = (parse is null ? settings.Text("time_key") : parse.Text("time_key")) ?? "time";
    }

    public override bool WorksOnStreams => true;

    public override bool IsOpaque { get; }

    public override List<FlowRecord> FilterStream(string tag, List<FlowRecord> records, Flow flow)
    {
        if (IsOpaque) return [.. records.Select(r => r with { IsOpaque = true })];
        List<FlowRecord> passed = [];
        foreach (FlowRecord record in records)
        {
            if (Flow.Attempt(() => Parse(tag, record, passed, flow)) is { } error && _reports) flow.EmitErrorEvent(tag, record, error);
        }

        return passed;
    }

    private void Parse(string tag, FlowRecord record, List<FlowRecord> passed, Flow flow)
    {
        RubyValue? raw = _key.Get(record.Known);
        if (raw is null)
        {
            if (_keepsData) passed.Add(Joined(record, new RubyHash()));
            throw new RaisedException("ArgumentError", $"{_keyText} does not exist");
        }

        if (raw is not RubyScalar { Value: FluentdDatum.Text { Value: var text } }) throw new UndecidedException("the parser meets a value that is no text");
        flow.Budget.Take(text.Length);
        if (RubyJsonReader.TryRead(text, out FluentdDatum? json) && json is FluentdDatum.Map map)
        {
            RubyHash values = RubyHash.Of(map);
            if (values.Has(_timeKey)) throw new UndecidedException("the parser finds a time");
            if (_removesKey) _key.Delete(record.Fields);
            passed.Add(Joined(record, values));
            return;
        }

        if (json is FluentdDatum.List) throw new UndecidedException("the parser finds an array");
        if (_reports) flow.EmitErrorEvent(tag, record, new FluentdError("Fluent::Plugin::Parser::ParserError", $"pattern not matched with data '{text}'"));
        if (_keepsData) passed.Add(Joined(record, new RubyHash()));
    }

    private FlowRecord Joined(FlowRecord record, RubyHash values)
    {
        RubyHash named = values;
        if (_prefix is not null)
        {
            named = new RubyHash();
            foreach (KeyValuePair<string, RubyValue?> item in values.Items) named[_prefix + item.Key] = item.Value;
        }

        if (_field is not null)
        {
            RubyHash inside = named;
            named = new RubyHash { [_field] = inside };
        }

        if (!_keepsData) return new FlowRecord(named);
        RubyHash merged = record.Fields.Dup();
        merged.Merge(named);
        return new FlowRecord(merged);
    }
}
