using AuditSdk.Semantics.Fluentd.Values;

namespace AuditSdk.Fluentd;

/// <summary>A number of bytes. fluentd's units are binary (k = 1024) and are read from whole numbers only, so that is how a size is written.</summary>
/// <param name="Bytes">The bytes.</param>
public readonly record struct Size(long Bytes)
{
    /// <summary>As fluentd reads it: the largest unit that divides the size.</summary>
    public override string ToString() => UnitTexts.OfSize(Bytes);
}
