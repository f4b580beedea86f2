using System.Globalization;

namespace AuditSdk.Semantics.Fluentd.Times;

/// <summary>What fluentd makes of the time in a record.</summary>
/// <param name="Seconds">Seconds since 1970; means nothing with an error.</param>
/// <param name="Nanoseconds">And nanoseconds, as fluentd holds them: of a number they can be a billion and more, or negative.</param>
/// <param name="Error">fluentd's message where it cannot be read and the record is dropped, else null.</param>
public sealed record TimeReading(long Seconds, int Nanoseconds, string? Error = null)
{
    private const long Billion = 1_000_000_000;

    /// <summary>The time in UTC, to the nanosecond; the error where there is one.</summary>
    public override string ToString()
    {
        long carry = Floor(Nanoseconds, Billion);
        long seconds = Seconds + carry;
        (long year, int month, int day) = CivilDay.OfNumber(Floor(seconds, 86_400));
        long second = seconds - (Floor(seconds, 86_400) * 86_400);
        return Error ?? string.Format(CultureInfo.InvariantCulture, "{0:0000}-{1:00}-{2:00}T{3:00}:{4:00}:{5:00}.{6:000000000}Z", year, month, day, second / 3600, second / 60 % 60, second % 60, Nanoseconds - (carry * Billion));
    }

    private static long Floor(long value, long by) => value >= 0 ? value / by : -((by - 1 - value) / by);
}
