using AuditSdk.Semantics.Documents;

namespace AuditSdk.Semantics.Checks.Fluentd;

/// <summary>A check of a fluentd configuration.</summary>
/// <param name="Descriptor">Its id, title and severity.</param>
/// <param name="Check">Looks at the configuration and reports what it finds; silent about what is unknown.</param>
public sealed record FluentdCheck(CheckDescriptor Descriptor, Action<FluentdCheckContext, FindingSink> Check);
