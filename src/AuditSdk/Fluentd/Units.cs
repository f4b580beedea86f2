namespace AuditSdk.Fluentd;

/// <summary>Sizes and durations from numbers: <c>8.MiB()</c>, <c>1.Hours()</c>.</summary>
public static class Units
{
    /// <summary>Bytes.</summary>
    public static Size Bytes(this int value) => new(value);

    /// <summary>Kibibytes, 1024 bytes.</summary>
    public static Size KiB(this int value) => new((long)value << 10);

    /// <summary>Mebibytes, 1024 KiB.</summary>
    public static Size MiB(this int value) => new((long)value << 20);

    /// <summary>Gibibytes, 1024 MiB.</summary>
    public static Size GiB(this int value) => new((long)value << 30);

    /// <summary>Tebibytes, 1024 GiB.</summary>
    /// <exception cref="OverflowException">The size has no place in 64 bits: from 8388608 TiB on.</exception>
    public static Size TiB(this int value) => new(checked(value * (1L << 40)));

    /// <summary>Milliseconds.</summary>
    public static Duration Milliseconds(this int value) => new(TimeSpan.FromMilliseconds(value));

    /// <summary>Seconds.</summary>
    public static Duration Seconds(this int value) => new(TimeSpan.FromSeconds(value));

    /// <summary>Minutes.</summary>
    public static Duration Minutes(this int value) => new(TimeSpan.FromMinutes(value));

    /// <summary>Hours.</summary>
    public static Duration Hours(this int value) => new(TimeSpan.FromHours(value));

    /// <summary>Days.</summary>
    public static Duration Days(this int value) => new(TimeSpan.FromDays(value));
}
