using System.Runtime.CompilerServices;
using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Kubernetes;

/// <summary>Asks a policy what it does, in unit tests: the same answers as kube-apiserver, without one.</summary>
public static class PolicySimulation
{
    // A policy never changes, so a test of a thousand requests prepares it once.
    private static readonly ConditionalWeakTable<AuditPolicy, PolicyMatcher> Matchers = [];

    /// <summary>What the policy decides for a request.</summary>
    /// <exception cref="ArgumentException">The policy cannot be written: the build would say the same.</exception>
    public static AuditDecision Decide(this AuditPolicy policy, ApiRequest request)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(request);
        return new AuditDecision(policy, Matchers.GetValue(policy, static p => PolicyMatcher.Of(DocumentOf(p))), request);
    }

    internal static PolicyDocument DocumentOf(AuditPolicy policy)
    {
        FindingSink findings = new();
        PolicyDocument document = PolicyMap.Map(policy, findings);
        return findings.HasErrors ? throw new ArgumentException(findings.Findings[0].Message, nameof(policy)) : document;
    }
}
