using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Semantics.Tests.Kubernetes.Analysis;

public sealed class WitnessTests
{
    [Fact]
    public void CatchAll_IsShownByAnOrdinaryRequest() => Check("alice [system:authenticated] get /api/v1/namespaces/default/configmaps/example", PolicyBuilder.Rule(AuditLevel.Metadata));

    [Fact]
    public void ListedValues_AreCompletedToARequestThatClustersHave()
    {
        Check("alice [system:authenticated] get /api/v1/nodes/example", PolicyBuilder.Rule(AuditLevel.Metadata, resources: [PolicyBuilder.Entry("", ["nodes"])]));
        Check("alice [system:authenticated] create /apis/apps/v1/namespaces/default/deployments", PolicyBuilder.Rule(AuditLevel.Metadata, verbs: ["create"], resources: [PolicyBuilder.Entry("apps", ["deployments"])]));
        Check("alice [system:authenticated] get /api/v1/namespaces/default/pods/example/exec", PolicyBuilder.Rule(AuditLevel.Metadata, resources: [PolicyBuilder.Entry("", ["pods/exec"])]));
        Check("alice [system:authenticated] list /apis/batch/v1/namespaces/team/jobs", PolicyBuilder.Rule(AuditLevel.Metadata, verbs: ["list"], resources: [PolicyBuilder.Entry("*", ["jobs"])], namespaces: ["team"]));
        Check("system:serviceaccount:a:b [system:serviceaccounts,system:serviceaccounts:a,system:authenticated] get /healthz/", PolicyBuilder.Rule(AuditLevel.Metadata, users: ["system:serviceaccount:a:b"], urls: ["/healthz/*"]));
        Check("system:anonymous [system:unauthenticated] get /version", PolicyBuilder.Rule(AuditLevel.Metadata, users: ["system:anonymous"], urls: ["/version"]));
    }

    [Fact]
    public void RuleBehindAllLoggedInUsers_IsShownByAFailedLogin()
    {
        PolicyRuleNode authenticated = PolicyBuilder.Rule(AuditLevel.None, userGroups: ["system:authenticated", "system:unauthenticated"]);
        Check("nobody get /api/v1/namespaces/default/configmaps/example", authenticated, PolicyBuilder.Rule(AuditLevel.Metadata));
    }

    [Fact]
    public void MemberOfASystemGroup_IsOneByName()
    {
        Check("system:node:node-1 [system:nodes,system:authenticated] get /version", PolicyBuilder.Rule(AuditLevel.Metadata, userGroups: ["system:nodes"], urls: ["/version"]));
        Check("system:anonymous [system:unauthenticated] get /version", PolicyBuilder.Rule(AuditLevel.Metadata, userGroups: ["system:unauthenticated"], urls: ["/version"]));
    }

    [Fact]
    public void RuleBehindSomeOfTheLoggedInUsers_IsShownByALoggedInUser()
    {
        PolicyRuleNode authenticated = PolicyBuilder.Rule(AuditLevel.None, userGroups: ["system:authenticated"], verbs: ["list"]);
        Check("alice [system:authenticated] get /api/v1/namespaces/default/configmaps/example", authenticated, PolicyBuilder.Rule(AuditLevel.Metadata));
    }

    [Fact]
    public void WhatWasAskedBefore_DoesNotChangeTheRequest()
    {
        PolicyDocument policy = PolicyBuilder.PolicyOf(PolicyBuilder.Rule(AuditLevel.Metadata));
        PolicyRegion before = new() { Users = ["alice"], UserGroups = ["system:authenticated"], Verbs = ["get", "create"], Namespaces = ["default", ""], Names = ["example", ""], Resources = ValueList.From([new RegionResource("", "configmaps", "")]) };
        PolicyRegion creates = new() { Verbs = ["create"], Resources = ValueList.From([new RegionResource("events.k8s.io", "events")]) };
        PolicyRegion changes = new() { Verbs = ["update", "patch"], Namespaces = ["a", "default"] };
        PolicyAnalysis asked = Analyse(policy);
        asked.Find(before with { Verbs = ["patch"] }, AuditLevel.Metadata);
        asked.Find(before, AuditLevel.Metadata);
        asked.Find(new() { NonResourceUrls = ["/a/b", "/a*"] }, AuditLevel.Metadata);

        Assert.Equal(Analyse(policy).Find(creates, AuditLevel.Metadata).Witness, asked.Find(creates, AuditLevel.Metadata).Witness);
        Assert.Equal(Analyse(policy).Find(changes, AuditLevel.Metadata).Witness, asked.Find(changes, AuditLevel.Metadata).Witness);
        Assert.Equal("create events.events.k8s.io in namespace 'default' by 'alice' (system:authenticated)", RequestLine.Of(asked.Find(creates, AuditLevel.Metadata).Witness!));
    }

    [Fact]
    public void ClusterScopedKinds_AreInNoNamespace()
    {
        PolicyAnalysis analysis = Analyse(PolicyBuilder.PolicyOf(PolicyBuilder.Rule(AuditLevel.Request)));
        analysis.Find(new() { Namespaces = ["default", ""], Names = [""] }, AuditLevel.Metadata);
        PolicyRegion reviews = new() { Verbs = ["create"], Resources = ValueList.From([new RegionResource("authentication.k8s.io", "tokenreviews")]) };

        Assert.Equal("create tokenreviews.authentication.k8s.io by 'alice' (system:authenticated)", RequestLine.Of(analysis.Find(reviews, AuditLevel.Request).Witness!));
    }

    [Fact]
    public void FailedLogins_AreARegion()
    {
        PolicyDocument policy = PolicyBuilder.PolicyOf(PolicyBuilder.Rule(AuditLevel.Metadata, userGroups: ["system:authenticated"]), PolicyBuilder.Rule(AuditLevel.Metadata, users: ["system:anonymous"]));
        Assert.Equal(RegionState.Never, Analyse(policy).Find(new() { WithoutUser = true }, AuditLevel.Metadata).State);
        policy = PolicyBuilder.PolicyOf([.. PolicyOracle.Rules(policy), PolicyBuilder.Rule(AuditLevel.Metadata)]);
        RegionAnswer answer = Analyse(policy).Find(new() { WithoutUser = true }, AuditLevel.Metadata);
        Assert.Equal((RegionState.Found, 2), (answer.State, answer.Rule));
        Assert.Null(answer.Witness!.User);
    }

    [Fact]
    public void CreateByName_ReachesARuleOnlyInTheory()
    {
        PolicyAnalysis analysis = Analyse(PolicyBuilder.PolicyOf(PolicyBuilder.Rule(AuditLevel.Request, verbs: ["create"], resources: [PolicyBuilder.Entry("", ["secrets"], ["db"])])));
        Assert.Equal(ReachState.Reachable, analysis.Reach(0).State);
        Assert.Equal(ReachState.Unreachable, analysis.RealReach(0).State);
    }

    [Fact]
    public void NodesInANamespace_ReachARuleOnlyInTheory()
    {
        PolicyAnalysis analysis = Analyse(PolicyBuilder.PolicyOf(
            PolicyBuilder.Rule(AuditLevel.Request, resources: [PolicyBuilder.Entry("", ["nodes"])], namespaces: ["default"]),
            PolicyBuilder.Rule(AuditLevel.Request, resources: [PolicyBuilder.Entry("", ["nodes", "pods"])], namespaces: ["default"])));
        Assert.Equal(ReachState.Unreachable, analysis.RealReach(0).State);
        Assert.Equal(ReachState.Reachable, analysis.RealReach(1).State);
        Assert.Equal("pods", analysis.RealReach(1).Witness!.Resource);
    }

    [Fact]
    public void RestOfTheVerbs_IsReachedByNoClient()
    {
        string[] verbs = ["get", "list", "watch", "create", "update", "patch", "delete", "deletecollection"];
        PolicyAnalysis analysis = Analyse(PolicyBuilder.PolicyOf(
            PolicyBuilder.Rule(AuditLevel.Metadata, verbs: verbs, resources: [PolicyBuilder.Entry("*")]),
            PolicyBuilder.Rule(AuditLevel.Request, resources: [PolicyBuilder.Entry("", ["secrets"])]),
            PolicyBuilder.Rule(AuditLevel.Request, verbs: ["*"])));
        Assert.Equal(ReachState.Reachable, analysis.Reach(1).State);
        Assert.Equal((ReachState.Unreachable, 0), (analysis.RealReach(1).State, Assert.Single(analysis.RealReach(1).CoveredBy)));
        Assert.Equal(ReachState.Reachable, analysis.Reach(2).State);
        Assert.Equal(ReachState.Unreachable, analysis.RealReach(2).State);
    }

    [Fact]
    public void UnknownRules_LeaveWhatComesAfterUndecided()
    {
        PolicyDocument policy = PolicyBuilder.PolicyOf(PolicyBuilder.Rule(AuditLevel.Metadata, verbs: ["get"]), PolicyBuilder.Rule(AuditLevel.None, verbs: ["get"]), PolicyBuilder.Rule(AuditLevel.None, verbs: ["list"]));
        policy = policy with { Rules = PolicyBuilder.Nodes([policy.Rules.Value[0], Node<PolicyRuleNode>.Unknown(default), policy.Rules.Value[1], policy.Rules.Value[2]]) };
        PolicyAnalysis analysis = Analyse(policy);
        Assert.Equal([ReachState.Reachable, ReachState.Undecided, ReachState.Unreachable, ReachState.Undecided], Enumerable.Range(0, 4).Select(i => analysis.Reach(i).State));
        Assert.Equal(ReachState.Undecided, Assert.Single(Enumerable.Range(0, 1).Select(_ => Analyse(new() { Rules = Node<ValueList<Node<PolicyRuleNode>>>.Unknown(default) }).Reach(0).State)));
    }

    [Fact]
    public void StarsAsResource_MatchNothing()
        => Assert.Equal(ReachState.MatchesNothing, Analyse(PolicyBuilder.PolicyOf(PolicyBuilder.Rule(AuditLevel.Metadata, resources: [PolicyBuilder.Entry("", ["*/*", "pods/"])]))).Reach(0).State);

    private static PolicyAnalysis Analyse(PolicyDocument policy) => PolicyAnalysis.Of(policy, new(), CancellationToken.None);

    private static void Check(string expected, params PolicyRuleNode[] rules)
    {
        RequestAttributes witness = Analyse(PolicyBuilder.PolicyOf(rules)).Reach(rules.Length - 1).Witness!;
        string user = witness.User is { } u ? $"{u.Name} [{string.Join(',', u.Groups)}]" : "nobody";
        Assert.Equal(expected, $"{user} {witness.Verb} {witness.Path}");
    }
}
