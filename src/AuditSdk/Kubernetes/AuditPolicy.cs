using System.Runtime.CompilerServices;
using AuditSdk.Semantics.Documents;

namespace AuditSdk.Kubernetes;

/// <summary>An <c>audit.k8s.io/v1 Policy</c>: the first rule that matches a request decides; a request that matches none is not logged.</summary>
public sealed record AuditPolicy
{
    /// <summary>A policy.</summary>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public AuditPolicy([CallerFilePath] string? file = null, [CallerLineNumber] int line = 0) => Site = new CallSite(file, line);

    /// <summary><c>metadata.name</c>; null, the default, leaves it out. The server does not look at it.</summary>
    public string? Name { get; init; }

    /// <summary>Stages that make no event, for every rule, and joined with those of the rule. With <see cref="Stage.ResponseStarted"/> among them, failed logins (401) are lost.</summary>
    public ValueList<Stage> OmitStages { get; init; } = [];

    /// <summary>Whether bodies lose their managed fields, where a rule does not say. Default: null, which Kubernetes takes as false.</summary>
    public bool? OmitManagedFields { get; init; }

    /// <summary>The rules in order, at least one: kube-apiserver does not start with a policy without rules.</summary>
    public ValueList<PolicyRule> Rules { get; init; } = [];

    /// <summary>Text written above the policy as a comment; it may have several lines.</summary>
    public string? Comment { get; init; }

    internal CallSite Site { get; }
}
