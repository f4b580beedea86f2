using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd;

namespace AuditSdk.Semantics.Checks.Fluentd;

/// <summary>A json parser: its section, or the plugin that has its parameters flat, as fluentd 0.12 wrote them.</summary>
/// <param name="Element">Where its parameters stand.</param>
/// <param name="Owner">The plugin that parses.</param>
internal sealed record JsonParse(FluentdElement Element, PluginSection Owner)
{
    /// <summary>The times that every audit event has.</summary>
    internal static readonly string[] TimesOfEvents = ["requestReceivedTimestamp", "stageTimestamp"];

    /// <summary>The json parsers of a configuration.</summary>
    public static IEnumerable<JsonParse> In(FluentdCheckContext context)
    {
        foreach (PluginSection plugin in context.Plugins)
        {
            if (plugin.Is("parser", "json") && plugin.Owner is { } owner) yield return new(plugin.Element, owner);
            else if (plugin.Kind is "input" or "filter" && plugin.Element.Text("format").Or(null) == "json" && !plugin.Element.IsOpen && !plugin.Element.Sections("parse").Any()) yield return new(plugin.Element, plugin);
        }
    }

    /// <summary>The field that the time is read from; fluentd's own default is <c>time</c>.</summary>
    public Node<string> TimeKey => Element.Text("time_key");

    /// <summary>True where the field is a time of an audit event, a text such as 2026-11-20T10:32:12.822402Z.</summary>
    public bool ReadsTimeOfAuditEvent => TimeKey.IsKnown && TimesOfEvents.Contains(TimeKey.Value);

    /// <summary>True where what it parses is certainly audit events.</summary>
    public bool IsOfAuditLog => TailPaths.AreOfAuditLog(Owner);

    /// <summary>How the time is read: string, float, unixtime or mixed; null where that is not known.</summary>
    public string? TimeType => Element.Text("time_type") switch
    {
        { IsKnown: true, Value: var type } => type,
        { State: NodeState.Absent } => Element.Text("time_format") switch { { State: NodeState.Absent } => "float", { IsKnown: true } => "string", _ => null },
        _ => null,
    };
}
