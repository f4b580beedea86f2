using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd;
using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Semantics.Checks.Pipeline;

/// <summary>Every check of a policy and the pipeline of the same cluster together. Those of each alone are not among them.</summary>
public static class PipelineChecks
{
    /// <summary>The checks as one in .editorconfig: <c>dotnet_analyzer_diagnostic.category-AuditConfig.severity</c>.</summary>
    public const string Category = "AuditConfig";

    /// <summary>The checks, in the order of their ids.</summary>
    public static IReadOnlyList<PipelineCheck> All { get; } =
    [
        new(TailReadsAnotherFile.Descriptor, TailReadsAnotherFile.Check),
        new(TailReadsTheRotatedLog.Descriptor, TailReadsTheRotatedLog.Check),
        new(OldLogsAreNeverRemoved.Descriptor, OldLogsAreNeverRemoved.Check),
        new(FieldIsNeverWritten.Descriptor, FieldIsNeverWritten.Check),
        new(ValueIsNeverWritten.Descriptor, ValueIsNeverWritten.Check),
        new(FieldIsNoneOfAuditEvents.Descriptor, FieldIsNoneOfAuditEvents.Check),
    ];

    /// <summary>Checks a policy with its pipeline.</summary>
    /// <exception cref="OperationCanceledException">The check was cancelled.</exception>
    public static IReadOnlyList<Finding> Run(PolicyDocument policy, FluentdElement pipeline, PipelineCheckOptions options, CancellationToken cancellation = default)
    {
        PipelineCheckContext context = new(policy, FluentdPaths.In(pipeline), options, cancellation);
        FindingSink sink = new();
        foreach (PipelineCheck check in All)
        {
            cancellation.ThrowIfCancellationRequested();
            if (check.Descriptor.Profile <= options.Pipeline.Profile) check.Check(context, sink);
        }

        return CheckProfiles.Apply(FluentdPaths.Of(sink.Findings), options.Pipeline.Profile);
    }
}
