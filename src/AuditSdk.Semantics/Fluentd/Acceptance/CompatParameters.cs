using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd.Values;

namespace AuditSdk.Semantics.Fluentd.Acceptance;

/// <summary>Makes sections of flat parameters of fluentd 0.12 where the section is not written (plugin_helper/compat_parameters.rb of 1.18).</summary>
internal static class CompatParameters
{
    private static readonly (string Old, string? New)[] BufferNames =
    [
        ("buffer_type", "@type"), ("buffer_path", "path"), ("num_threads", "flush_thread_count"), ("flush_interval", "flush_interval"),
        ("try_flush_interval", "flush_thread_interval"), ("queued_chunk_flush_interval", "flush_thread_burst_interval"), ("disable_retry_limit", "retry_forever"),
        ("retry_limit", "retry_max_times"), ("max_retry_wait", "retry_max_interval"), ("buffer_chunk_limit", "chunk_limit_size"), ("buffer_queue_limit", "queue_limit_length"),
        ("buffer_queue_full_action", "overflow_action"), ("flush_at_shutdown", "flush_at_shutdown"),
        ("time_slice_format", null), ("time_slice_wait", "timekey_wait"), ("timezone", "timekey_zone"),
    ];

    private static readonly (string Old, string? New)[] ParserNames =
    [
        ("format", null), ("types", null), ("types_delimiter", null), ("types_label_delimiter", null), ("keys", "keys"), ("time_key", "time_key"), ("time_format", "time_format"),
        ("localtime", null), ("utc", null), ("delimiter", "delimiter"), ("keep_time_key", "keep_time_key"), ("null_empty_string", "null_empty_string"),
        ("null_value_pattern", "null_value_pattern"), ("json_parser", "json_parser"), ("label_delimiter", "label_delimiter"), ("format_firstline", "format_firstline"),
        ("message_key", "message_key"), ("with_priority", "with_priority"), ("message_format", "message_format"), ("rfc5424_time_format", "rfc5424_time_format"),
    ];

    private static readonly (string Old, string? New)[] InjectNames =
    [
        ("include_time_key", null), ("time_key", "time_key"), ("time_format", "time_format"), ("timezone", "timezone"), ("include_tag_key", null), ("tag_key", "tag_key"),
        ("localtime", null), ("utc", null),
    ];

    private static readonly (string Old, string? New)[] ExtractNames =
        [("time_key", "time_key"), ("time_format", "time_format"), ("timezone", "timezone"), ("tag_key", "tag_key"), ("localtime", null), ("utc", null)];

    private static readonly (string Old, string? New)[] FormatterNames =
    [
        ("format", "@type"), ("delimiter", "delimiter"), ("force_quotes", "force_quotes"), ("keys", "keys"), ("fields", "fields"), ("json_parser", "json_parser"),
        ("label_delimiter", "label_delimiter"), ("output_time", "output_time"), ("output_tag", "output_tag"), ("localtime", "localtime"), ("utc", "utc"), ("timezone", "timezone"),
        ("message_key", "message_key"), ("add_newline", "add_newline"), ("output_type", "output_type"),
    ];

    /// <summary>The name in a buffer of a flat name of fluentd 0.12, which nothing reads there; null for any other.</summary>
    public static string? NowInBuffer(string old) => Array.Find(BufferNames, n => n.Old == old).New;

    /// <summary>Counts every flat name as read, for a plugin whose code may read any of them itself.</summary>
    public static void ReadAll(ConfElement conf)
    {
        foreach ((string old, _) in BufferNames.Concat(ParserNames).Concat(InjectNames).Concat(ExtractNames).Concat(FormatterNames)) conf.Has(old);
    }

    public static void Buffer(Plugin plugin, string defaultKey = "")
    {
        ConfElement conf = plugin.Element;
        if (conf.First("buffer") is not null || !HasAny(conf, BufferNames)) return;
        string? format = conf.Has("time_slice_format") ? plugin.Text("time_slice_format") : null;
        ConfElement section = Copied(plugin, "buffer", format is null ? defaultKey : "time", BufferNames);
        if (section.Peek("overflow_action") is { Text: "exception" } action) section.Set("overflow_action", action with { Datum = new FluentdDatum.Text("throw_exception") }, isUnread: true);
        if (format is not null) section.Set("timekey", Timekey(plugin, format), isUnread: true);
        else if (defaultKey == "time") section.Set("timekey", Number(86400, conf.Origin), isUnread: true);
        if (format is not null) UseUtc(plugin, section, "timekey_use_utc", isUtc: true);
        Add(plugin, section);
    }

    public static void Inject(Plugin plugin)
    {
        ConfElement conf = plugin.Element;
        if (conf.First("inject") is not null || !HasAny(conf, InjectNames)) return;
        ConfElement section = Copied(plugin, "inject", "", InjectNames);
        if (IsOn(conf, "include_time_key"))
        {
            SetMissing(section, "time_key", "time", conf);
            SetMissing(section, "time_type", "string", conf);
        }

        if (IsOn(conf, "time_as_epoch"))
        {
            SetMissing(section, "time_key", "time", conf);
            section.Set("time_type", ConfValue.Of("unixtime", conf.Origin), isUnread: true);
        }

        InjectZone(plugin, section);
        if (IsOn(conf, "include_tag_key")) SetMissing(section, "tag_key", "tag", conf);
        Add(plugin, section);
    }

    public static void Extract(Plugin plugin)
    {
        ConfElement conf = plugin.Element;
        if (conf.First("extract") is not null || !(HasAny(conf, ExtractNames) || conf.Has("format"))) return;
        ConfElement section = Copied(plugin, "extract", "", ExtractNames);
        if (IsOn(conf, "time_as_epoch"))
        {
            SetMissing(section, "time_key", "time", conf);
            section.Set("time_type", ConfValue.Of("unixtime", conf.Origin), isUnread: true);
        }
        else if (conf.Has("format") && IsPattern(plugin.Text("format")))
        {
            SetMissing(section, "time_key", "time", conf);
            SetMissing(section, "time_type", "string", conf);
        }

        UseUtc(plugin, section, "localtime", isUtc: false);
        Add(plugin, section);
    }

    public static void Parser(Plugin plugin)
    {
        ConfElement conf = plugin.Element;
        if (conf.First("parse") is not null || !HasAny(conf, ParserNames)) return;
        ConfElement section = Copied(plugin, "parse", "", ParserNames);
        if (conf.Read("format", plugin.Run) is { } format)
        {
            if (format.Text is { } text && IsPattern(text))
            {
                section.Set("@type", ConfValue.Of("regexp", format.Origin), isUnread: true);
                section.Set("expression", ConfValue.Of(text.Length < 2 ? "" : text.Substring(1, text.Length - 2), format.Origin), isUnread: true);
            }
            else
            {
                section.Set("@type", format, isUnread: true);
            }
        }

        if (conf.Read("types", plugin.Run) is { } types) section.Set("types", Types(plugin, types), isUnread: true);
        UseUtc(plugin, section, "localtime", isUtc: false);
        Add(plugin, section);
    }

    public static void Formatter(Plugin plugin)
    {
        ConfElement conf = plugin.Element;
        if (conf.First("format") is not null || !HasAny(conf, FormatterNames)) return;
        ConfElement section = Copied(plugin, "format", "", FormatterNames);
        if (IsOn(conf, "time_as_epoch")) section.Set("time_type", ConfValue.Of("unixtime", conf.Origin), isUnread: true);
        Add(plugin, section);
    }

    private static ConfValue Types(Plugin plugin, ConfValue types)
    {
        if (types.Text is not { } text) return types;
        string delimiter = plugin.Text("types_delimiter") ?? ",";
        string label = plugin.Text("types_label_delimiter") ?? ":";
        OrderedMap map = new();
        foreach (string pair in text.Split([delimiter], StringSplitOptions.None).Where(p => p.Length > 0))
        {
            string[] halves = pair.Split([label], 2, StringSplitOptions.None);
            map.Set(halves[0], halves.Length > 1 ? new FluentdDatum.Text(halves[1]) : null);
        }

        return types with { Datum = map.ToDatum() };
    }

    private static ConfValue Timekey(Plugin plugin, string format)
    {
        Origin origin = plugin.Element.OriginOf("time_slice_format");
        int seconds = format.Contains("%S") ? 1 : format.Contains("%M") ? 60 : format.Contains("%H") ? 3600 : format.Contains("%d") ? 86400 : 0;
        return seconds > 0 ? Number(seconds, origin) : throw plugin.Refuse(FluentdCause.TimekeyInvalid, "time_slice_format only with %Y or %m is too long", origin, format);
    }

    // "localtime" and "utc" say one thing; both together are refused.
    private static void UseUtc(Plugin plugin, ConfElement section, string key, bool isUtc)
    {
        ConfElement conf = plugin.Element;
        if (conf.Has("localtime") && conf.Has("utc"))
        {
            throw plugin.Refuse(FluentdCause.TimeFormatInvalid, "both of utc and localtime are specified, use only one of them", conf.OriginOf("utc"), "utc");
        }

        if (conf.Has("localtime")) section.Set(key, Switch(conf, "localtime", isTurned: isUtc), isUnread: true);
        else if (conf.Has("utc")) section.Set(key, Switch(conf, "utc", isTurned: !isUtc), isUnread: true);
    }

    private static void InjectZone(Plugin plugin, ConfElement section)
    {
        ConfElement conf = plugin.Element;
        bool hasLocal = conf.Has("localtime"), hasUtc = conf.Has("utc");
        if (hasLocal && hasUtc && IsTruth(conf, "localtime") == IsTruth(conf, "utc"))
        {
            throw plugin.Refuse(FluentdCause.TimeFormatInvalid, "both of utc and localtime are specified, use only one of them", conf.OriginOf("utc"), "utc");
        }

        if (hasLocal) section.Set("localtime", Switch(conf, "localtime", isTurned: false), isUnread: true);
        else if (hasUtc) section.Set("localtime", Switch(conf, "utc", isTurned: true), isUnread: true);
    }

    private static bool IsTruth(ConfElement conf, string key) => conf.Peek(key) is { Datum: not null, Text: not "false" };

    private static ConfValue Switch(ConfElement conf, string key, bool isTurned)
    {
        ConfValue value = conf.Peek(key)!.Value;
        FluentdDatum? read = value.Datum is null ? null : BoolType.Read(value.Datum).Value;
        return value with { Datum = isTurned ? new FluentdDatum.Boolean(read is not FluentdDatum.Boolean { Value: true }) : read };
    }

    private static bool HasAny(ConfElement conf, (string Old, string? New)[] names)
    {
        foreach ((string old, _) in names)
        {
            if (conf.Has(old)) return true;
        }

        return false;
    }

    private static ConfElement Copied(Plugin plugin, string name, string argument, (string Old, string? New)[] names)
    {
        ConfElement conf = plugin.Element;
        ConfElement section = new(name, argument, conf.Origin);
        foreach ((string old, string? now) in names)
        {
            if (conf.Peek(old) is { Origin: var origin } && origin != conf.Origin) plugin.Run.Flat.Add(new FlatParameter(old, name, now, origin));
            if (now is not null && conf.Has(old)) section.Set(now, conf.Peek(old)!.Value, isUnread: true);
        }

        return section;
    }

    private static void Add(Plugin plugin, ConfElement section)
    {
        plugin.Run.Made.Add(new MadeSection(section.Name, section.Argument ?? "", ValueList.From(section.Keys.Select(k => new KeyValuePair<string, ConfValue>(k, section.Peek(k)!.Value))), plugin.Element.Origin));
        plugin.Element.Add(section);
    }

    private static bool IsOn(ConfElement conf, string key) => conf.Has(key) && conf.Peek(key) is { Datum: { } datum } && BoolType.Read(datum).Value is FluentdDatum.Boolean { Value: true };

    private static void SetMissing(ConfElement section, string key, string text, ConfElement conf)
    {
        if (section.Peek(key) is not { Datum: not null } and not { IsKnown: false }) section.Set(key, ConfValue.Of(text, conf.Origin), isUnread: true);
    }

    private static bool IsPattern(string? text) => text is { Length: > 0 } && text[0] == '/' && text[text.Length - 1] == '/';

    private static ConfValue Number(int number, Origin origin) => new(new FluentdDatum.Integer(number), true, origin);
}
