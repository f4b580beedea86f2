using System.Globalization;

namespace AuditSdk.Fluentd;

/// <summary>A length of time. fluentd reads a unit (s, m, h, d) from whole numbers only, <c>500ms</c> as 500 minutes; a fraction of a second is therefore written as a bare number.</summary>
/// <param name="Value">The length.</param>
public readonly record struct Duration(TimeSpan Value)
{
    /// <summary>As fluentd reads it: the largest unit that divides the duration.</summary>
    public override string ToString()
    {
        long ticks = Value.Ticks;
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
