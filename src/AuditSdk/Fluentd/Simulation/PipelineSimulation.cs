using System.Runtime.CompilerServices;
using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd;
using AuditSdk.Semantics.Fluentd.Routing;

namespace AuditSdk.Fluentd;

/// <summary>
/// Sends events through a pipeline in unit tests: the way that fluentd 1.18 sends them, without one. Tags, labels, copies, <c>grep</c>, <c>rewrite_tag_filter</c>,
/// <c>record_transformer</c> and <c>parser</c> of JSON are followed exactly; what any other filter does, and Ruby that is more than a look-up, is marked and never guessed.
/// </summary>
public static class PipelineSimulation
{
    // A configuration never changes, so a test of a thousand events maps it once.
    private static readonly ConditionalWeakTable<FluentdConfig, FluentdRoutes> Routes = [];

    /// <summary>The way of an event. Each call is a fluentd that has just started.</summary>
    /// <param name="config">The pipeline.</param>
    /// <param name="sent">The event.</param>
    /// <param name="options">What the configuration does not tell: the name of the host, and what plugins do that are not known here. Default: nothing.</param>
    /// <exception cref="ArgumentException">The configuration cannot be written, or fluentd would not start with it: the build says the same.</exception>
    public static EventRoute Send(this FluentdConfig config, FluentdEvent sent, RouterOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(config);
        ArgumentNullException.ThrowIfNull(sent);
        Router router = new(Routes.GetValue(config, static c => FluentdRoutes.Of(TreeOf(c))), options);
        if (router.Refusal is { } refusal) throw new ArgumentException($"fluentd does not start with this configuration: {refusal.Message}.", nameof(config));
        return new EventRoute(sent, router.Emit(sent.Label?.Text ?? "", sent.Tag, sent.Fields));
    }

    private static FluentdElement TreeOf(FluentdConfig config)
    {
        FindingSink findings = new();
        FluentdElement root = FluentdMap.Map(config, findings);
        return findings.HasErrors ? throw new ArgumentException(findings.Findings.First(f => f.Severity == FindingSeverity.Error).Message, nameof(config)) : root;
    }
}
