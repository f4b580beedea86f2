using AuditSdk.Semantics.Checks.Fluentd.Accepted;
using AuditSdk.Semantics.Checks.Fluentd.Routing;
using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd;

namespace AuditSdk.Semantics.Checks.Fluentd;

/// <summary>Every check of a fluentd configuration.</summary>
public static class FluentdChecks
{
    /// <summary>The checks as one in .editorconfig: <c>dotnet_analyzer_diagnostic.category-FluentdPipeline.severity</c>.</summary>
    public const string Category = "FluentdPipeline";

    /// <summary>The checks, in the order of their ids.</summary>
    public static IReadOnlyList<FluentdCheck> All { get; } =
    [
        .. RoutingChecks.All,
        .. CauseChecks.All,
    ];

    /// <summary>Checks a configuration.</summary>
    /// <exception cref="OperationCanceledException">The check was cancelled.</exception>
    public static IReadOnlyList<Finding> Run(FluentdElement root, FluentdCheckOptions options, CancellationToken cancellation = default)
    {
        FluentdCheckContext context = new(root, options, cancellation);
        FindingSink sink = new();
        foreach (FluentdCheck check in All)
        {
            cancellation.ThrowIfCancellationRequested();
            if (check.Descriptor.Profile <= options.Profile) check.Check(context, sink);
        }

        return CheckProfiles.Apply(sink.Findings, options.Profile);
    }
}
