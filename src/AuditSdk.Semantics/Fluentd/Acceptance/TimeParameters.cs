using AuditSdk.Semantics.Fluentd.Plugins;
using AuditSdk.Semantics.Fluentd.Values;

namespace AuditSdk.Semantics.Fluentd.Acceptance;

/// <summary>The time parameters of parsers and formatters (<c>localtime</c>, <c>utc</c>, <c>timezone</c>, <c>time_type</c>; time.rb of 1.18).</summary>
internal static class TimeParameters
{
    public static bool Has(PluginSchema schema) => schema.Kind is "parser" or "formatter" && schema.Body.Parameters.Any(p => p.Name == "time_type") && schema.Body.Parameters.Any(p => p.Name == "utc");

    /// <summary>fluentd turns <c>utc</c> to <c>localtime</c> before it reads the section.</summary>
    public static void Before(ConfElement element)
    {
        if (element.Has("localtime"))
        {
            ConfValue value = element.Peek("localtime")!.Value;
            element.Set("localtime", value with { Datum = Bool(value) });
        }
        else if (element.Has("utc"))
        {
            ConfValue value = element.Peek("utc")!.Value;
            element.Set("localtime", value with { Datum = new FluentdDatum.Boolean(Bool(value) is not FluentdDatum.Boolean { Value: true }) });
        }
    }

    public static void After(Plugin plugin)
    {
        ReadSection settings = plugin.Settings;
        if (plugin.Element.Has("localtime") && plugin.Element.Has("utc") && settings.TryGet("localtime", out FluentdDatum? local) && settings.TryGet("utc", out FluentdDatum? utc) && Is(local) == Is(utc))
        {
            throw plugin.Refuse(FluentdCause.TimeFormatInvalid, "both of utc and localtime are specified, use only one of them", "utc");
        }

        bool hasNoFormat = !settings.IsWritten("time_format") && settings.Texts("time_format_fallbacks") is null or { Count: 0 };
        if (plugin.Element.Has("time_type") && hasNoFormat && settings.TryText("time_type", out string? type) && type == "mixed")
        {
            throw plugin.Refuse(FluentdCause.TimeFormatInvalid, "time_type is :mixed but time_format and time_format_fallbacks is empty.", "time_type");
        }

        if (settings.TryText("timezone", out string? zone) && zone is not null) Timezones.Validate(plugin, zone, settings.OriginOf("timezone"));
    }

    /// <summary>What <c>time_parser_create</c> refuses: a zone without a format.</summary>
    public static void CreateParser(Plugin plugin)
    {
        ReadSection settings = plugin.Settings;
        if (!settings.TryText("time_type", out string? type) || type != "string") return;
        CreateParser(plugin, settings);
    }

    /// <summary>The same for the parameters of a section, whatever their <c>time_type</c>.</summary>
    public static void CreateParser(Plugin plugin, ReadSection settings)
    {
        if (settings.IsWritten("time_format") || !settings.TryText("timezone", out string? zone)) return;
        bool isLocal = settings.IsTrue("localtime") && zone is null && !settings.IsTrue("utc");
        if (zone is not null || !isLocal) throw plugin.Refuse(FluentdCause.TimeFormatInvalid, "specifying timezone requires time format", settings.OriginOf(zone is null ? "localtime" : "timezone"), "time_format");
    }

    private static FluentdDatum? Bool(ConfValue value) => value.Datum is null ? null : BoolType.Read(value.Datum).Value;

    private static bool Is(FluentdDatum? datum) => datum is FluentdDatum.Boolean { Value: true };
}
