using System.Globalization;
using System.Text.RegularExpressions;
using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd.Values;

namespace AuditSdk.Semantics.Fluentd.Times;

/// <summary>How fluentd reads the times of records (time.rb of 1.18): by the gem strptime, by Ruby's own strptime where the gem does not take the format, or as numbers.</summary>
public sealed record FluentdTimeParser
{
    private static readonly Regex Xml = new(@"\A\s*(-?[0-9]+)-([0-9]{2})-([0-9]{2})T([0-9]{2}):([0-9]{2}):([0-9]{2})(?:\.([0-9]+))?(Z|[+-][0-9]{2}(?::?[0-9]{2})?)?\s*\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <summary><c>time_type</c>: string, float, unixtime or mixed; default: string.</summary>
    public string Type { get; init; } = "string";

    /// <summary><c>time_format</c>; null where there is none.</summary>
    public string? Format { get; init; }

    /// <summary><c>time_format_fallbacks</c> of type mixed, tried in order behind the format; default: none.</summary>
    public ValueList<string> Fallbacks { get; init; } = ValueList<string>.Empty;

    /// <summary>Seconds that the host, or <c>timezone</c>, is ahead of UTC, for texts without a zone; default: 0.</summary>
    public int LocalOffset { get; init; }

    /// <summary>Reads a text.</summary>
    /// <returns>The time or fluentd's error; null where it depends on the day of the reading, or Ruby would guess the format.</returns>
    public TimeReading? Parse(string text) => Parse(new FluentdDatum.Text(text));

    /// <summary>Reads the value of a field.</summary>
    /// <returns>As of a text.</returns>
    public TimeReading? Parse(FluentdDatum? value) => Type switch
    {
        "mixed" => Mixed(value),
        "unixtime" => Number(value, datum => ToInteger(IntegerType.Read(datum).Value) is { } seconds ? new TimeReading(seconds, 0) : null),
        "float" => Number(value, Float),
        _ => value is FluentdDatum.Text text ? OfText(text.Value) : new TimeReading(0, 0, $"value must be string: {value?.ToText()}"),
    };

    private TimeReading? Mixed(FluentdDatum? value)
    {
        string[] formats = Format is null ? [.. Fallbacks] : [Format, .. Fallbacks];
        foreach (string format in formats)
        {
            bool isNumber = format is "unixtime" or "float";
            if (isNumber && (value is null || !FloatType.Read(value).IsExact)) continue;
            // fluentd compares the name with a symbol, so that "unixtime" is "float" here: the fraction counts.
            TimeReading? reading = (isNumber ? this with { Type = "float" } : this with { Type = "string", Format = format }).Parse(value);
            if (reading is not { Error: not null }) return reading;
        }

        string classes = string.Join(",", formats.Select(f => f is "unixtime" or "float" ? "Fluent::NumericTimeParser" : "Fluent::TimeParser"));
        return new TimeReading(0, 0, $"invalid time format: value = {value?.ToText()}, even though fallbacks: {classes}");
    }

    private static TimeReading? Number(FluentdDatum? value, Func<FluentdDatum, TimeReading?> read) => value switch
    {
        FluentdDatum.Text or FluentdDatum.Integer or FluentdDatum.Float => read(value),
        _ => new TimeReading(0, 0, $"value must be a string or a number: {value?.ToText()}({Class(value)})"),
    };

    private static string Class(FluentdDatum? value) => value switch
    {
        null => "NilClass",
        FluentdDatum.Boolean { Value: true } => "TrueClass",
        FluentdDatum.Boolean => "FalseClass",
        FluentdDatum.List => "Array",
        _ => "Hash",
    };

    // What is between the first two points are the nanoseconds, whatever else it is.
    private static TimeReading? Float(FluentdDatum value)
    {
        string[] halves = value.ToText().Split('.');
        string fraction = halves.Length > 1 ? halves[1] : "0";
        if (fraction.Length > 10) fraction = fraction.Substring(0, 10);
        return Whole(halves[0]) is { } seconds && Whole(fraction.PadRight(9, '0')) is <= int.MaxValue and { } nanoseconds ? new TimeReading(seconds, (int)nanoseconds) : null;
    }

    private static long? Whole(string text) => ToInteger(IntegerType.Read(new FluentdDatum.Text(text)).Value);

    // Null for a number of seconds that no calendar holds.
    private static long? ToInteger(FluentdDatum? datum)
        => datum is not FluentdDatum.Integer { Value: var number } ? 0 : number > long.MaxValue || number < long.MinValue ? null : (long)number;

    private TimeReading? OfText(string text)
    {
        if (Format is null) return Xml.IsMatch(text.Replace(' ', 'T')) ? OfXml(text.Replace(' ', 'T')) : null;
        if (Format == "%iso8601") return OfXml(text);
        if (FastFormat.Takes(Format)) return FastFormat.Read(Format, text) is { } fast ? Time(fast, text) : Invalid(text, "string doesn't match");
        TimeFields? fields = RubyFormat.Read(Format, text);
        if (fields is null) return Invalid(text, $"invalid date or strptime format - `{text}' `{Format}'");
        return fields.IsEmpty ? Invalid(text, $"no time information in {new FluentdDatum.Text(text).Inspect()}") : Time(fields, text);
    }

    private TimeReading? OfXml(string text)
    {
        Match match = Xml.Match(text);
        if (!match.Success) return Invalid(text, $"invalid xmlschema format: {new FluentdDatum.Text(text).Inspect()}");
        int Part(int group) => int.Parse(match.Groups[group].Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        if (match.Groups[1].Length > 9) return null;
        if (Part(2) is < 1 or > 12 || Part(3) is < 1 or > 31 || Part(4) > 24 || Part(5) > 59 || Part(6) > 60) return Format is null ? null : Invalid(text, "argument out of range"); // Time.parse has messages of its own
        TimeFields fields = new() { Year = Part(1), Month = Part(2), Day = Part(3), Hour = Part(4), Minute = Part(5), Second = Part(6) };
        if (match.Groups[7].Success) fields.Nanosecond = new TimeText(match.Groups[7].Value).Fraction(int.MaxValue, isExact: true);
        if (match.Groups[8].Success) fields.Zone = match.Groups[8].Value;
        return Time(fields, text);
    }

    private TimeReading? Time(TimeFields fields, string text)
    {
        if (fields.Epoch is { } epoch) return new TimeReading(epoch.Seconds, epoch.Nanoseconds + ((fields.Nanosecond ?? 0) * (epoch.Seconds < 0 ? -1 : 1)));
        int offset = fields.Zone is { } zone && ZoneOffset(zone) is { } ahead ? ahead : LocalOffset;
        if (fields.Hour == 24 && (fields.Minute ?? 0) + (fields.Second ?? 0) > 0) return Invalid(text, "argument out of range");
        return fields.Seconds(offset) is { } seconds ? new TimeReading(seconds, fields.Nanosecond ?? 0) : null;
    }

    // Time.zone_offset of Ruby; another name is the host's zone to it.
    private static int? ZoneOffset(string zone)
    {
        string name = zone.ToUpperInvariant();
        switch (name)
        {
            case "UTC" or "Z" or "UT" or "GMT": return 0;
            case "EST" or "CDT": return -5 * 3600;
            case "EDT": return -4 * 3600;
            case "CST" or "MDT": return -6 * 3600;
            case "MST" or "PDT": return -7 * 3600;
            case "PST": return -8 * 3600;
        }

        if (name.Length == 1 && name[0] != 'J') return 3600 * (name[0] <= 'I' ? name[0] - 'A' + 1 : name[0] <= 'M' ? name[0] - 'A' : 'M' - name[0]);
        string digits = name.Replace(":", "");
        if (digits.Length is not (3 or 5 or 7) || digits[0] is not ('+' or '-') || !digits.Skip(1).All(TimeText.IsDigit)) return null;
        int Part(int at) => at < digits.Length ? int.Parse(digits.Substring(at, 2), NumberStyles.None, CultureInfo.InvariantCulture) : 0;
        int seconds = (Part(1) * 3600) + (Part(3) * 60) + Part(5);
        return digits[0] == '-' ? -seconds : seconds;
    }

    private static TimeReading Invalid(string text, string error) => new(0, 0, $"invalid time format: value = {text}, error_class = ArgumentError, error = {error}");
}
