using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Kubernetes;

/// <summary>What a policy decides for all requests of a set: proofs, not samples. Each "no" comes with a request that shows it.</summary>
public sealed class AuditDecisions
{
    private readonly AuditPolicy _policy;
    private readonly PolicyMatcher _matcher;
    private readonly PolicyAnalysis _analysis;

    internal AuditDecisions(AuditPolicy policy, PolicyMatcher matcher, PolicyAnalysis analysis, ApiRequests requests)
        => (_policy, _matcher, _analysis, Requests) = (policy, matcher, analysis, requests);

    /// <summary>The requests.</summary>
    public ApiRequests Requests { get; }

    /// <summary>A request of the set that is logged above a level; null is the proof that none is.</summary>
    /// <exception cref="InvalidOperationException">The policy is so large that the work allowed does not suffice to tell.</exception>
    public AuditDecision? FindAbove(Level level) => level >= Level.RequestResponse ? null : Find((AuditLevel)level + 1, AuditLevel.RequestResponse);

    /// <summary>A request of the set that is logged below a level; null is the proof that none is. No rule, and a rule that omits every stage, is <see cref="Level.None"/>.</summary>
    /// <exception cref="InvalidOperationException">The policy is so large that the work allowed does not suffice to tell.</exception>
    public AuditDecision? FindBelow(Level level) => level <= Level.None ? null : Find(AuditLevel.None, (AuditLevel)level - 1);

    /// <summary>Throws unless every request of the set is logged at a level or less: <c>ShouldBeAtMost(Level.Metadata)</c> proves that no body gets into the log.</summary>
    /// <returns>The decisions, to ask them for more.</returns>
    /// <exception cref="AuditExpectationException">A request is logged at more; the message shows it, and why each earlier rule does not match.</exception>
    /// <exception cref="InvalidOperationException">The policy is so large that the work allowed does not suffice to tell.</exception>
    public AuditDecisions ShouldBeAtMost(Level level) => FindAbove(level) is { } decision ? throw Unexpected($"at most {level}", decision) : this;

    /// <summary>Throws unless every request of the set is logged at a level or more.</summary>
    /// <returns>The decisions, to ask them for more.</returns>
    /// <exception cref="AuditExpectationException">A request is logged at less; the message shows it, and why each earlier rule does not match.</exception>
    /// <exception cref="InvalidOperationException">The policy is so large that the work allowed does not suffice to tell.</exception>
    public AuditDecisions ShouldBeAtLeast(Level level) => FindBelow(level) is { } decision ? throw Unexpected($"at least {level}", decision) : this;

    /// <summary>Throws unless every request of the set is logged at a level.</summary>
    /// <returns>The decisions, to ask them for more.</returns>
    /// <exception cref="AuditExpectationException">A request is logged at another level; the message shows it, and why each earlier rule does not match.</exception>
    /// <exception cref="InvalidOperationException">The policy is so large that the work allowed does not suffice to tell.</exception>
    public AuditDecisions ShouldBe(Level level) => (FindAbove(level) ?? FindBelow(level)) is { } decision ? throw Unexpected($"{level}", decision) : this;

    private AuditDecision? Find(AuditLevel atLeast, AuditLevel atMost)
    {
        RegionAnswer answer = _analysis.Find(Requests.Region, atLeast, atMost);
        return answer.State switch
        {
            RegionState.Never => null,
            RegionState.Found => new AuditDecision(_policy, _matcher, ApiRequest.Of(answer.Witness!)),
            _ => throw PolicySimulation.Undecided(),
        };
    }

    private static AuditExpectationException Unexpected(string expected, AuditDecision decision) => new($"Expected {expected} for every request of the set, but the policy decides {decision.Level} for one.\n{decision.Explain()}");
}
