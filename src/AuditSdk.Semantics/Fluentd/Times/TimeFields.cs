namespace AuditSdk.Semantics.Fluentd.Times;

/// <summary>What a format read of a text; null for what is not in it.</summary>
internal sealed class TimeFields
{
    private const long MostYears = 1_000_000_000;

    public long? Year { get; set; }

    public int? Century { get; set; }

    public int? Month { get; set; }

    public int? Day { get; set; }

    public int? DayOfYear { get; set; }

    public int? Hour { get; set; }

    public int? Minute { get; set; }

    public int? Second { get; set; }

    public int? Nanosecond { get; set; }

    /// <summary>0 in the morning, 12 in the afternoon, where the format asks.</summary>
    public int? HalfDay { get; set; }

    /// <summary>Seconds since 1970, read as such.</summary>
    public (long Seconds, int Nanoseconds)? Epoch { get; set; }

    /// <summary>The zone as written.</summary>
    public string? Zone { get; set; }

    /// <summary>True where weeks were read, whose days nobody needs here.</summary>
    public bool HasWeeks { get; set; }

    /// <summary>True where nothing was read that says when.</summary>
    public bool IsEmpty => (Year ?? Month ?? Day ?? DayOfYear ?? Hour ?? Minute ?? Second ?? Nanosecond) is null && Epoch is null && !HasWeeks;

    /// <summary>Seconds since 1970 of a time in UTC, missing parts at their start; null where the day of the reading would decide.</summary>
    /// <param name="offset">Seconds that the zone is ahead of UTC.</param>
    public long? Seconds(int offset)
    {
        if (Year is not ({ } year and > -MostYears and < MostYears) || (HasWeeks && (Month is null || Day is null))) return null;
        long day = DayOfYear is { } ofYear ? CivilDay.Number(year, 1, 1) + ofYear - 1 : CivilDay.Number(year, Month ?? 1, Day ?? 1);
        return (day * 86_400) + ((Hour ?? 0) * 3600L) + ((Minute ?? 0) * 60) + (Second ?? 0) - offset;
    }
}
