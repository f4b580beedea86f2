using System.Runtime.CompilerServices;
using AuditSdk.Semantics.Checks.Policy;
using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Kubernetes;

/// <summary>Asks a policy what it does, in unit tests: the same answers as kube-apiserver, without one.</summary>
public static class PolicySimulation
{
    private const int MostShown = 10;

    // A policy never changes, so a test of a thousand requests prepares it once.
    private static readonly ConditionalWeakTable<AuditPolicy, PolicyMatcher> Matchers = [];
    private static readonly ConditionalWeakTable<AuditPolicy, PolicyAnalysis> Analyses = [];

    /// <summary>What the policy decides for a request.</summary>
    /// <exception cref="ArgumentException">The policy cannot be written, or kube-apiserver would refuse it: the build would say the same.</exception>
    public static AuditDecision Decide(this AuditPolicy policy, ApiRequest request)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(request);
        return new AuditDecision(policy, MatcherOf(policy), request);
    }

    /// <summary>What the policy decides for all requests of a set: <c>policy.Decide(new ApiRequests { Resources = [Core.Secrets] }).ShouldBeAtMost(Level.Metadata)</c> is a proof.</summary>
    /// <exception cref="ArgumentException">The policy cannot be written, or kube-apiserver would refuse it: the build would say the same.</exception>
    public static AuditDecisions Decide(this AuditPolicy policy, ApiRequests requests)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(requests);
        PolicyAnalysis analysis = Analyses.GetValue(policy, static p => PolicyAnalysis.Of(DocumentOf(p), new(), CancellationToken.None));
        return new AuditDecisions(policy, MatcherOf(policy), analysis, requests);
    }

    /// <summary>What changes from this policy to another: all that the two log otherwise, one entry for each pair of rules that differ, in the order of the rules. Empty is the proof that they log alike.</summary>
    /// <exception cref="ArgumentException">A policy cannot be written, or kube-apiserver would refuse it: the build would say the same.</exception>
    /// <exception cref="InvalidOperationException">The policies are so large that the work allowed does not suffice to tell all.</exception>
    public static ValueList<AuditChange> ChangesTo(this AuditPolicy policy, AuditPolicy other)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(other);
        PolicyDifference difference = PolicyDifference.Of(DocumentOf(policy), DocumentOf(other), new(), CancellationToken.None);
        if (!difference.IsComplete) throw Undecided();
        return ValueList.From(difference.Regions.Select(r => ApiRequest.Of(r.Witness)).Select(r => new AuditChange(policy.Decide(r), other.Decide(r))));
    }

    /// <summary>Throws unless another policy logs every request as this one does: a refactoring that is one.</summary>
    /// <exception cref="AuditExpectationException">They log some requests otherwise; the message has one for each pair of rules that differ.</exception>
    /// <exception cref="ArgumentException">A policy cannot be written, or kube-apiserver would refuse it: the build would say the same.</exception>
    /// <exception cref="InvalidOperationException">The policies are so large that the work allowed does not suffice to tell.</exception>
    public static void ShouldDecideLike(this AuditPolicy policy, AuditPolicy other)
    {
        ValueList<AuditChange> changes = other.ChangesTo(policy);
        if (changes.Count == 0) return;
        string more = changes.Count > MostShown ? $"\n  and {changes.Count - MostShown} more" : "";
        throw new AuditExpectationException($"The policies decide otherwise in {changes.Count} {(changes.Count == 1 ? "way" : "ways")}; the expected decision first:{string.Concat(changes.Take(MostShown).Select(c => $"\n  {c}"))}{more}");
    }

    internal static InvalidOperationException Undecided() => new("Whether it holds could not be decided within the work allowed: the policy is too large, or too entangled. Ask about fewer requests.");

    private static PolicyMatcher MatcherOf(AuditPolicy policy) => Matchers.GetValue(policy, static p => PolicyMatcher.Of(DocumentOf(p)));

    internal static PolicyDocument DocumentOf(AuditPolicy policy)
    {
        FindingSink findings = new();
        PolicyDocument document = PolicyMap.Map(policy, findings);
        Finding? refusal = findings.HasErrors ? findings.Findings[0] : PolicyChecks.Refusals(document, new PolicyCheckOptions().Release).FirstOrDefault();
        return refusal is null ? document : throw new ArgumentException(refusal.Message, nameof(policy));
    }
}
