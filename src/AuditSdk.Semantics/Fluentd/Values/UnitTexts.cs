using System.Globalization;

namespace AuditSdk.Semantics.Fluentd.Values;

/// <summary>Sizes and lengths of time as fluentd reads them: units only behind whole numbers.</summary>
public static class UnitTexts
{
    /// <summary>A number of bytes, with the largest unit that divides it; units are binary (k = 1024).</summary>
    /// <param name="bytes">The bytes.</param>
    public static string OfSize(long bytes)
    {
        (long unit, string suffix) = bytes switch
        {
            0 => (1, ""),
            _ when bytes % (1L << 40) == 0 => (1L << 40, "t"),
            _ when bytes % (1L << 30) == 0 => (1L << 30, "g"),
            _ when bytes % (1L << 20) == 0 => (1L << 20, "m"),
            _ when bytes % (1L << 10) == 0 => (1L << 10, "k"),
            _ => (1, ""),
        };
        return bytes < 0
            ? bytes.ToString(CultureInfo.InvariantCulture) // "-1k" is read as 1024: a sign goes with a bare number only
            : (bytes / unit).ToString(CultureInfo.InvariantCulture) + suffix;
    }

    /// <summary>A length of time, with the largest unit that divides it; <c>500ms</c> would be 500 minutes, so a fraction of a second is a bare number.</summary>
    /// <param name="time">The length.</param>
    public static string OfTime(TimeSpan time)
    {
        long ticks = time.Ticks;
        if (ticks < 0 || ticks % TimeSpan.TicksPerSecond != 0) return (ticks / (decimal)TimeSpan.TicksPerSecond).ToString("0.#######", CultureInfo.InvariantCulture);
        (long unit, string suffix) = ticks switch
        {
            0 => (TimeSpan.TicksPerSecond, "s"),
            _ when ticks % TimeSpan.TicksPerDay == 0 => (TimeSpan.TicksPerDay, "d"),
            _ when ticks % TimeSpan.TicksPerHour == 0 => (TimeSpan.TicksPerHour, "h"),
            _ when ticks % TimeSpan.TicksPerMinute == 0 => (TimeSpan.TicksPerMinute, "m"),
            _ => (TimeSpan.TicksPerSecond, "s"),
        };
        return (ticks / unit).ToString(CultureInfo.InvariantCulture) + suffix;
    }
}
