
namespace AuditSdk.Semantics.Fluentd.Values;

/// <summary>A length of time in seconds. The first digits anywhere in the text that an s stands behind count, then those before an m, an h, a d: <c>500ms</c> is 500 minutes. Without any, <c>to_f</c>.</summary>
internal static class TimeType
{
    private static readonly (string Letter, int Seconds, string[] Words)[] Units =
    [
        ("s", 1, ["s", "sec", "secs", "second", "seconds"]),
        ("m", 60, ["m", "min", "mins", "minute", "minutes"]),
        ("h", 3_600, ["h", "hour", "hours"]),
        ("d", 86_400, ["d", "day", "days"]),
    ];

    public static FluentdReading Read(FluentdDatum datum)
    {
        string text = datum.ToText();
        foreach ((string letter, int seconds, string[] words) in Units)
        {
            if (UnitNumber.Find(text, letter) is { } number) return new(new FluentdDatum.Integer(number.Value * seconds), number.Start == 0 && Array.IndexOf(words, text.Substring(number.End)) >= 0);
        }

        return FloatType.Read(datum);
    }
}
