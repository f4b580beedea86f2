using AuditSdk.Semantics.Documents;

namespace AuditSdk.Semantics.Checks.Pipeline;

/// <summary>A check of a policy and the pipeline that reads its events.</summary>
/// <param name="Descriptor">Its id, title and severity.</param>
/// <param name="Check">Looks at both and reports what it finds; silent about what is unknown. Findings are places of the pipeline.</param>
public sealed record PipelineCheck(CheckDescriptor Descriptor, Action<PipelineCheckContext, FindingSink> Check);
