using AuditSdk.Semantics.Checks.Fluentd;
using AuditSdk.Semantics.Checks.Policy;
using AuditSdk.Semantics.Fluentd;
using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Semantics.Checks.Pipeline;

/// <summary>A policy and its pipeline under check, with what the checks share. Not for several threads at once.</summary>
/// <param name="policy">The policy.</param>
/// <param name="pipeline">The root of the pipeline's tree.</param>
/// <param name="options">What they are checked for.</param>
/// <param name="cancellation">Ends the checks early.</param>
public sealed class PipelineCheckContext(PolicyDocument policy, FluentdElement pipeline, PipelineCheckOptions options, CancellationToken cancellation = default)
{
    private IReadOnlyList<FieldUse>? _uses;
    private LoggedEvents? _events;

    /// <summary>The policy, as its own checks see it.</summary>
    public PolicyCheckContext Policy { get; } = new(policy, options.Policy, cancellation);

    /// <summary>The pipeline, as its own checks see it.</summary>
    public FluentdCheckContext Pipeline { get; } = new(pipeline, options.Pipeline, cancellation);

    /// <summary>The log between them.</summary>
    public AuditLogSettings AuditLog => options.AuditLog;

    /// <summary>The events that the policy has written.</summary>
    internal LoggedEvents Events => _events ??= new LoggedEvents(Policy);

    /// <summary>Where steps that see audit events alone use a field which nothing but the server has written.</summary>
    internal IReadOnlyList<FieldUse> Uses => _uses ??= [.. AuditSteps.In(this).SelectMany(FieldUse.In).Where(u => new FieldsOfFilters(Pipeline).LeaveAlone(u.Path[0]))];

    /// <summary>The tails of a pipeline, all their paths known.</summary>
    internal IReadOnlyList<(PluginSection Tail, IReadOnlyList<string> Paths)> Tails
        => [.. Pipeline.Plugins.Where(p => p.Is("input", "tail")).Select(p => (p, TailPaths.Of(p)))];

    /// <summary>True for a source of nothing but audit events: a tail of the log that reads JSON.</summary>
    internal bool IsOfAuditLog(FluentdElement source)
    {
        if (Pipeline.Plugins.FirstOrDefault(p => ReferenceEquals(p.Element, source)) is not { } tail || !tail.Is("input", "tail") || !JsonParse.In(Pipeline).Any(p => ReferenceEquals(p.Owner.Element, source))) return false;
        IReadOnlyList<string> paths = TailPaths.Of(tail);
        return TailPaths.AreOfAuditLog(tail) || (AuditLog.File is { } log && paths.Count > 0 && paths.All(p => p == log));
    }
}
