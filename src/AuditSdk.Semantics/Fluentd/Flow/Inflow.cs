using AuditSdk.Semantics.Documents;

namespace AuditSdk.Semantics.Fluentd.Flow;

/// <summary>Events that enter a route.</summary>
/// <param name="Kind">What sends them.</param>
/// <param name="Target">The route; null where it may be any.</param>
/// <param name="Tags">Their tags.</param>
/// <param name="Plugin">The plugin that sends them; null for fluentd itself.</param>
/// <param name="Origin">What to show of it: the tag of a rule, the label of a relabel.</param>
internal sealed record Inflow(InflowKind Kind, RouteFlow? Target, TagSet Tags, FluentdElement? Plugin, Origin Origin);

/// <summary>What sends events into a route.</summary>
internal enum InflowKind
{
    /// <summary>A source.</summary>
    Source,

    /// <summary>A relabel, or another output that sends them on as they are.</summary>
    Relabel,

    /// <summary>A rule of rewrite_tag_filter.</summary>
    Rule,

    /// <summary>Something that may send events; nothing is known of them.</summary>
    Possible,

    /// <summary>fluentd itself: its log, and what plugins give up.</summary>
    Fluentd,
}
