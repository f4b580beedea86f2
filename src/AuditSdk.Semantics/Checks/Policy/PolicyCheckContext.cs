using AuditSdk.Semantics.Checks.Policy.Refused;
using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Semantics.Checks.Policy;

/// <summary>A policy under check, with what the checks share. Not for several threads at once.</summary>
public sealed class PolicyCheckContext(PolicyDocument policy, PolicyCheckOptions options, CancellationToken cancellation = default)
{
    private const int FirstReleaseWithGroupStar = 36;

    /// <summary>An analysis may take a quarter of the work allowed, a check an eighth: what blows up leaves something to the rest.</summary>
    private const int PerAnalysis = 4;
    private const int PerCheck = 8;

    private readonly Dictionary<(string, string), ResourceSpelling> _spellings = [];
    private readonly WorkMeter _work = new(cancellation);
    private PolicyAnalysis? _analysis;
    private PolicyAnalysis? _bodies;
    private PolicyAnalysis? _silence;
    private PolicyRegion? _byAnybody;
    private string? _otherNamespace;
    private string? _otherName;
    private ValueList<string>? _namespaces;
    private ValueList<string>? _names;
    private IReadOnlyList<Finding>? _refusals;
    private IReadOnlyList<RuleEntry>? _entries;
    private IReadOnlyList<EntryName>? _entryNames;

    /// <summary>The policy.</summary>
    public PolicyDocument Policy => policy;

    /// <summary>What it is checked for.</summary>
    public PolicyCheckOptions Options => options;

    /// <summary>Ends the checks early.</summary>
    public CancellationToken Cancellation => cancellation;

    /// <summary>The exact analysis of the policy, made when it is first asked for.</summary>
    /// <exception cref="OperationCanceledException">The check was cancelled.</exception>
    public PolicyAnalysis Analysis => _analysis ??= Analyse(policy);

    /// <summary>The rules that are known, with their places in the policy.</summary>
    public IEnumerable<(int Index, PolicyRuleNode Rule, Origin Origin)> Rules
    {
        get
        {
            if (!policy.Rules.IsKnown) yield break;
            for (int i = 0; i < policy.Rules.Value.Count; i++)
            {
                Node<PolicyRuleNode> rule = policy.Rules.Value[i];
                if (rule.IsKnown) yield return (i, rule.Value, rule.Origin);
            }
        }
    }

    /// <summary>How many rules the policy has, unknown ones included.</summary>
    internal int RuleCount => policy.Rules.IsKnown ? policy.Rules.Value.Count : 0;

    /// <summary>Requests of a user whom no rule names, in no group but that of all who are logged in.</summary>
    internal PolicyRegion ByAnybody => _byAnybody ??= this.RequestsOfAnybody();

    /// <summary>A namespace that no rule names.</summary>
    internal string OtherNamespace => _otherNamespace ??= this.NamespaceOfNoRule();

    /// <summary>A name of an object that no rule names.</summary>
    internal string OtherName => _otherName ??= this.NameOfNoRule();

    /// <summary>Between them, every namespace that matters: those that rules name, and another one.</summary>
    internal ValueList<string> EveryNamespace => _namespaces ??= this.NamespacesToAsk();

    /// <summary>Between them, every name of an object that matters.</summary>
    internal ValueList<string> EveryName => _names ??= this.NamesToAsk();

    /// <summary>The analysis of the bodies that are written: without ResponseComplete a rule writes none, whatever its level.</summary>
    internal PolicyAnalysis Bodies => _bodies ??= PolicyViews.WithoutUnwrittenBodies(policy) is { } view ? Analyse(view) : Analysis;

    /// <summary>The analysis of what is not logged: level None for nobody keeps nothing out of the log.</summary>
    internal PolicyAnalysis Silence => _silence ??= PolicyViews.WithoutSilenceForNobody(policy) is { } view ? Analyse(view) : Analysis;

    /// <summary>What the server refuses, in its order.</summary>
    internal IReadOnlyList<Finding> Refusals => _refusals ??= [.. ServerValidation.Of(policy, options.Release)];

    /// <summary>The known entries of the resources of all rules.</summary>
    internal IReadOnlyList<RuleEntry> Entries => _entries ??= [.. Rules.SelectMany(r => PolicyWalk.EntriesOf(r.Index, r.Rule))];

    /// <summary>The known resource names of all rules.</summary>
    internal IReadOnlyList<EntryName> EntryNames => _entryNames ??= [.. Entries.SelectMany(e => e.Names)];

    /// <summary>The judgement of a resource name; the same names stand in many rules.</summary>
    internal ResourceSpelling SpellingOf(string group, string resource)
    {
        if (!_spellings.TryGetValue((group, resource), out ResourceSpelling spelling)) _spellings[(group, resource)] = spelling = ResourceSpelling.Of(options.Catalog, group, resource);
        return spelling;
    }

    /// <summary>Makes the analyses that many checks ask, so that they are not the work of the one that asks first. From here on all work has one bound.</summary>
    internal void Prepare()
    {
        _work.BeginLimit(options.WorkBudget);
        _ = Analysis;
        _ = Bodies;
        if (options.Profile >= CheckProfile.Cis) _ = Silence;
    }

    /// <summary>What a check finds within its part of the work allowed.</summary>
    internal FindingSink FindingsOf(PolicyCheck check)
    {
        FindingSink findings = new();
        long around = _work.BeginLimit(options.WorkBudget / PerCheck);
        check.Check(this, findings);
        _work.EndLimit(around);
        return findings;
    }

    private PolicyAnalysis Analyse(PolicyDocument view) => PolicyAnalysis.Of(
        view, new PolicyAnalysisOptions { WorkBudget = options.WorkBudget / PerAnalysis, Catalog = options.Catalog, GroupStarIsLiteral = !KubernetesRelease.IsFrom(options.Release, FirstReleaseWithGroupStar) }, _work);
}
