using AuditSdk.Semantics.Checks.Policy;
using AuditSdk.Semantics.Checks.Policy.Stages;
using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Semantics.Checks.Pipeline;

/// <summary>Which events a policy has the server write. Only what is left out is certain; what is there may come.</summary>
internal sealed class LoggedEvents(PolicyCheckContext policy)
{
    private static readonly AuditStages[] AllStages = [AuditStages.RequestReceived, AuditStages.ResponseStarted, AuditStages.ResponseComplete, AuditStages.Panic];
    private static readonly AuditLevel[] AllLevels = [AuditLevel.Metadata, AuditLevel.Request, AuditLevel.RequestResponse];

    private IReadOnlyList<PolicyRuleNode>? _rules;
    private bool _isRead;

    /// <summary>What the field <c>level</c> may hold; null where that is not known.</summary>
    public IReadOnlyList<string>? Levels => Rules is { } rules ? [.. AllLevels.Where(l => rules.Any(r => r.KnownLevel == l)).Select(l => l.ToString())] : null;

    /// <summary>What the field <c>stage</c> may hold; null where that is not known.</summary>
    public IReadOnlyList<string>? Stages => Rules is { } rules ? [.. AllStages.Where(s => rules.Any(r => !policy.OmittedFor(r).HasFlag(s))).Select(s => s.ToString())] : null;

    /// <summary>True where no request on a resource is certainly ever logged.</summary>
    public bool HaveNoResources => policy.NeverLogs(new PolicyRegion { Resources = PolicyQuestions.One(new RegionResource(null, null, null)) });

    // The rules that log a request; null where one of them is not known.
    private IReadOnlyList<PolicyRuleNode>? Rules
    {
        get
        {
            if (_isRead) return _rules;
            _isRead = true;
            Node<ValueList<Node<PolicyRuleNode>>> all = policy.Policy.Rules;
            if (!all.IsKnown || all.Value.Any(r => !r.IsKnown || r.Value.KnownLevel is null)) return null;
            return _rules = [.. policy.Rules.Where(r => r.Rule.Logs && policy.Analysis.StateOf(r.Index) != ReachState.Unreachable).Select(r => r.Rule)];
        }
    }
}
