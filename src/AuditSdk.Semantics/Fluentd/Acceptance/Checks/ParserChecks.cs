using AuditSdk.Semantics.Fluentd.Values;

namespace AuditSdk.Semantics.Fluentd.Acceptance;

/// <summary>Every parser (fluentd 1.18): a format for its time zone, and types that there are.</summary>
internal class ParserChecks : PluginChecks
{
    private static readonly string[] Types = ["string", "integer", "float", "bool", "time", "array"];

    public override void After(Plugin plugin)
    {
        TimeParameters.CreateParser(plugin);
        if (!plugin.Settings.TryGet("types", out FluentdDatum? datum) || datum is not FluentdDatum.Map types) return;
        foreach (KeyValuePair<string, FluentdDatum?> pair in types.Items) CheckType(plugin, pair.Key, pair.Value?.ToText());
    }

    private static void CheckType(Plugin plugin, string field, string? definition)
    {
        if (definition is null) throw plugin.Refuse(FluentdCause.ValueInvalid, "undefined method `split' for nil:NilClass", plugin.Settings.OriginOf("types"), field, "NoMethodError");
        string[] halves = definition.Split([':'], 2);
        string type = halves[0];
        if (Types.Contains(type))
        {
            if (type == "time" && halves.Length > 1 && Timezones.IsValid(halves[1])) throw plugin.Refuse(FluentdCause.TimeFormatInvalid, "specifying timezone requires time format", "types");
            return;
        }

        RefusedException refused = plugin.Refuse(FluentdCause.EnumValueUnknown, $"unknown value conversion for key:'{field}', type:'{type}'", plugin.Settings.OriginOf("types"), type);
        throw new RefusedException(refused.Problem with { Candidates = Types });
    }
}

/// <summary>parser_json (fluentd 1.18): a format makes the time a text.</summary>
internal sealed class JsonParserChecks : ParserChecks
{
    public override void Before(Plugin plugin) => TextTime(plugin.Element);

    /// <summary>Where a section has a format and no type of time, its time is a text.</summary>
    internal static void TextTime(ConfElement element)
    {
        if (element.Has("time_format") && !element.Has("time_type")) element.Set("time_type", ConfValue.Of("string", element.OriginOf("time_format")));
    }
}

/// <summary>parser_regexp (fluentd 1.18): a named group.</summary>
internal sealed class RegexpParserChecks : ParserChecks
{
    public override void After(Plugin plugin)
    {
        base.After(plugin);
        if (!plugin.Settings.TryGet("expression", out FluentdDatum? datum) || datum is not FluentdDatum.Regexp expression || RubyGroups.HasNamed(expression.Pattern)) return;
        throw plugin.Refuse(FluentdCause.RegexpInvalid, "No named captures in 'expression' parameter. The regexp must have at least one named capture", "expression");
    }
}

/// <summary>parser_multiline (fluentd 1.18): formats from 1 on that are one regular expression.</summary>
internal sealed class MultilineParserChecks : ParserChecks
{
    private const int Most = 20;

    public override void After(Plugin plugin)
    {
        base.After(plugin);
        ConfElement conf = plugin.Element;
        string[] outOfRange = [.. conf.Keys.Where(k => Number(k) is { } n && n is < 1 or > Most)];
        if (outOfRange.Length > 0)
        {
            string message = $"Invalid formatN found. N should be 1 - {Most}: {string.Join(",", outOfRange)}";
            throw plugin.Refuse(FluentdCause.ParameterUnknown, message, conf.OriginOf(outOfRange[0]), outOfRange[0]);
        }

        string? formats = Formats(plugin);
        if (formats is null) return;
        string? error = RubyPattern.Error(formats) is { } broken ? $"{broken}: /{RubyPattern.Slashed(formats)}/m" : RubyGroups.HasNamed(formats) ? null : "No named captures";
        if (error is not null) throw plugin.Refuse(FluentdCause.RegexpInvalid, $"Invalid regexp '{formats}': {error}", conf.OriginOf("format1"), "format1");
        if (plugin.Settings.TryText("format_firstline", out string? first) && first is not null) CheckPattern(plugin, "format_firstline", first);
    }

    // The formats in a row; null where one is not known.
    private static string? Formats(Plugin plugin)
    {
        string formats = "";
        bool hasPrevious = true, isKnown = true;
        for (int i = 1; i <= Most; i++)
        {
            ConfValue? value = plugin.Element.Read($"format{i}", plugin.Run);
            if (i > 1 && !hasPrevious && value is not null)
            {
                throw plugin.Refuse(FluentdCause.ParameterMissing, $"Jump of format index found. format{i - 1} is missing.", value.Value.Origin, $"format{i - 1}");
            }

            hasPrevious = value is not null;
            if (value is null) continue;
            isKnown &= value.Value.IsKnown;
            if (value.Value.Text is not { } text) continue;
            CheckPattern(plugin, $"format{i}", text);
            formats += text.Length < 2 ? "" : text.Substring(1, text.Length - 2);
        }

        return isKnown ? formats : null;
    }

    private static void CheckPattern(Plugin plugin, string key, string text)
    {
        bool isPattern = text.Length > 0 && text[0] == '/' && text[text.Length - 1] == '/';
        string message = isPattern ? $"Invalid regexp in {key}: " : $"format should be Regexp, need //, in {key}: '{text}'";
        string inner = text.Length < 2 ? "" : text.Substring(1, text.Length - 2);
        if (isPattern && RubyPattern.Error(inner) is not { } error) return;
        throw plugin.Refuse(FluentdCause.RegexpInvalid, isPattern ? $"{message}{RubyPattern.Error(inner)}: /{RubyPattern.Slashed(inner)}/m" : message, plugin.Element.OriginOf(key), key);
    }

    private static int? Number(string key)
        => key.StartsWith("format", StringComparison.Ordinal) && key.Length > 6 && key.Length < 15 && key.Skip(6).All(c => c is >= '0' and <= '9') ? int.Parse(key.Substring(6), System.Globalization.CultureInfo.InvariantCulture) : null;
}
