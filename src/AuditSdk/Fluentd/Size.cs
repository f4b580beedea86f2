using System.Globalization;

namespace AuditSdk.Fluentd;

/// <summary>A number of bytes. fluentd's units are binary (k = 1024) and are read from whole numbers only, so that is how a size is written.</summary>
/// <param name="Bytes">The bytes.</param>
public readonly record struct Size(long Bytes)
{
    /// <summary>As fluentd reads it: the largest unit that divides the size.</summary>
    public override string ToString()
    {
        (long unit, string suffix) = this switch
        {
            { Bytes: 0 } => (1, ""),
            _ when Bytes % (1L << 40) == 0 => (1L << 40, "t"),
            _ when Bytes % (1L << 30) == 0 => (1L << 30, "g"),
            _ when Bytes % (1L << 20) == 0 => (1L << 20, "m"),
            _ when Bytes % (1L << 10) == 0 => (1L << 10, "k"),
            _ => (1, ""),
        };
        return Bytes < 0
            ? Bytes.ToString(CultureInfo.InvariantCulture) // "-1k" is read as 1024: a sign goes with a bare number only
            : (Bytes / unit).ToString(CultureInfo.InvariantCulture) + suffix;
    }
}
