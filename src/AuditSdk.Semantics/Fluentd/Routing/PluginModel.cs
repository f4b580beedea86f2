using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd.Values;

namespace AuditSdk.Semantics.Fluentd.Routing;

/// <summary>What a plugin does that this library does not know: called for each event that a filter sees, and once for the events that an output sees together.</summary>
/// <param name="call">The plugin and what it sees.</param>
public delegate PluginOutcome PluginModel(PluginCall call);

/// <summary>What a plugin sees.</summary>
/// <param name="Plugin">Its section.</param>
/// <param name="Tag">The tag.</param>
/// <param name="Records">The records; one for a filter.</param>
public sealed record PluginCall(FluentdElement Plugin, string Tag, ValueList<FluentdDatum.Map> Records);

/// <summary>What a plugin does with an event.</summary>
public abstract record PluginOutcome
{
    private PluginOutcome()
    {
    }

    /// <summary>The filter lets the record through as it is; the output takes it.</summary>
    public static PluginOutcome Kept { get; } = new Keep(null);

    /// <summary>The filter drops it.</summary>
    public static PluginOutcome Dropped { get; } = new Drop();

    /// <summary>The filter lets this record through instead.</summary>
    public static PluginOutcome ChangedTo(FluentdDatum.Map record) => new Keep(record);

    /// <summary>The plugin raises an error.</summary>
    public static PluginOutcome Failed(FluentdError error) => new Fail(error);

    internal sealed record Keep(FluentdDatum.Map? Record) : PluginOutcome;

    internal sealed record Drop : PluginOutcome;

    internal sealed record Fail(FluentdError Error) : PluginOutcome;
}

/// <summary>What a router cannot know from the configuration.</summary>
public sealed record RouterOptions
{
    /// <summary>The name of the host; null where it is not known: then tags and fields made of it are not known either.</summary>
    public string? Hostname { get; init; }

    /// <summary>The time of the events as Ruby writes it, such as <c>2026-11-23 16:08:46 +0000</c>; null where it is not known.</summary>
    public string? Time { get; init; }

    /// <summary>Plugins by type that this library does not know.</summary>
    public IReadOnlyDictionary<string, PluginModel> Plugins { get; init; } = new Dictionary<string, PluginModel>(StringComparer.Ordinal);

    /// <summary>fluentd's message where it refuses an output that forest makes at run time, else null. Default: it refuses none.</summary>
    public Func<FluentdElement, string?>? RefusalOf { get; init; }
}
