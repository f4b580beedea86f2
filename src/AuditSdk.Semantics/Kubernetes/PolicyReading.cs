using AuditSdk.Semantics.Documents;

namespace AuditSdk.Semantics.Kubernetes;

/// <summary>A policy file as kube-apiserver reads it.</summary>
public sealed record PolicyReading
{
    /// <summary>The policy; null where the file cannot be decoded or has neither apiVersion nor rules. It is there also where the server refuses what it says, and where only apiVersion is missing.</summary>
    public PolicyDocument? Document { get; init; }

    /// <summary>What is wrong with the file as a file. What is wrong with the policy in it, refusals as well, is found by <see cref="Checks.Policy.PolicyChecks"/>.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>True where the server does not start with this file.</summary>
    public bool IsRefused => Refusal is not null;

    /// <summary>The server's error, without <c>: from file PATH</c> at its end; null where it takes the file.</summary>
    public string? Refusal { get; init; }

    /// <summary>What the server writes to its own log; null where it is silent.</summary>
    public string? Warning { get; init; }

    /// <summary>The policy as the server holds it, as JSON without what is empty; null where it refuses the file.</summary>
    public string? Normalised { get; init; }
}
