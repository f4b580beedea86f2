using AuditSdk.Cli.Fluentd;
using AuditSdk.Semantics.Checks.Pipeline;
using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd;
using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Cli.Check;

/// <summary>A policy and a configuration that are given together belong together.</summary>
internal static class FilePair
{
    /// <summary>What the two say to each other; nothing where one of them cannot be read, which is told of the file.</summary>
    public static IEnumerable<Finding> Check(string policy, string conf, PipelineCheckOptions options, CancellationToken cancellation)
    {
        if (PolicyFile.Read(InputFile.ReadPolicy(policy), policy, options.Policy.Release) is not { IsRefused: false, Document: { } document }) return [];
        if (ConfParser.Parse(InputFile.Read(conf), conf, IncludedFiles.Read).Root is not { } root) return [];
        return PipelineChecks.Run(document, root, options, cancellation).Select(f => f.Origin.File is null ? f with { Origin = new Origin(policy, 0) } : f);
    }
}
