namespace AuditSdk.Fluentd;

/// <summary>Stands in until the generator makes it from the catalog.</summary>
public sealed record SystemSettings : Section
{
    /// <summary>Settings.</summary>
    public SystemSettings()
        : base(null, 0)
    {
    }
}
