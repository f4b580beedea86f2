using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Semantics.Tests.Kubernetes.Deciding;

public sealed class RuleMismatchTests
{
    private static readonly RequestUser Alice = new("alice", ["devs"]);
    private static readonly RequestAttributes CreatePod = RequestInfo.Of("POST", "/api/v1/namespaces/a/pods", Alice);
    private static readonly RequestAttributes GetLog = RequestInfo.Of("GET", "/api/v1/namespaces/a/pods/web/log", Alice);
    private static readonly RequestAttributes Probe = RequestInfo.Of("GET", "/livez", null);

    [Fact]
    public void MatchingRule_HasNoMismatch() => Assert.Null(PolicyMatcher.Of(PolicyBuilder.PolicyOf(PolicyBuilder.Rule(AuditLevel.None, verbs: ["create"]))).WhyNot(0, CreatePod));

    [Fact]
    public void EachField_SaysWhatItAsksForAndWhatTheRequestHas()
    {
        Check("rules[0].verbs: verbs are get, list; the request's is create", PolicyBuilder.Rule(AuditLevel.None, verbs: ["get", "list"]), CreatePod);
        Check("rules[0].users: users are bob; the request's is alice", PolicyBuilder.Rule(AuditLevel.None, users: ["bob"]), CreatePod);
        Check("rules[0].users: users are bob; the request has no user, its login failed", PolicyBuilder.Rule(AuditLevel.None, users: ["bob"]), Probe);
        Check("rules[0].userGroups: userGroups are ops; the user's are devs", PolicyBuilder.Rule(AuditLevel.None, userGroups: ["ops"]), CreatePod);
        Check("rules[0].namespaces: namespaces are b, \"\"; the request's is a", PolicyBuilder.Rule(AuditLevel.None, namespaces: ["b", ""]), CreatePod);
        Check("rules[0].resources[1].resources: resources are pods, pods/exec; the request's is pods/log", PolicyBuilder.Rule(AuditLevel.None, resources: [PolicyBuilder.Entry("apps"), PolicyBuilder.Entry("", ["pods", "pods/exec"])]), GetLog);
        Check("rules[0].resources[0].group: group is apps; the request's is \"\"", PolicyBuilder.Rule(AuditLevel.None, resources: [PolicyBuilder.Entry("apps")]), GetLog);
        Check("rules[0].resources[0].resourceNames: resourceNames are db; the request has no name", PolicyBuilder.Rule(AuditLevel.None, resources: [PolicyBuilder.Entry("", ["pods"], ["db"])]), CreatePod);
        Check("rules[0].nonResourceURLs: nonResourceURLs are /healthz*; the request's is /livez", PolicyBuilder.Rule(AuditLevel.None, urls: ["/healthz*"]), Probe);
        Check("rules[0].nonResourceURLs: nonResourceURLs are /healthz*; the request is for the resource pods/log", PolicyBuilder.Rule(AuditLevel.None, urls: ["/healthz*"]), GetLog);
        Check("rules[0].resources: the rule is for resources; the request is for the path /livez", PolicyBuilder.Rule(AuditLevel.None, resources: [PolicyBuilder.Entry("")]), Probe);
    }

    [Fact]
    public void LongList_IsCutShort()
    {
        string text = Mismatch(PolicyBuilder.Rule(AuditLevel.None, verbs: [.. Enumerable.Range(0, 20).Select(i => "v" + i)]), CreatePod)!.Text;
        Assert.EndsWith("v7 and 12 more; the request's is create", text, StringComparison.Ordinal);
    }

    [Fact]
    public void UnknownPart_MatchesNothingAndSaysSo()
    {
        PolicyRuleNode rule = PolicyBuilder.Rule(AuditLevel.None) with { Verbs = Node<ValueList<Node<string>>>.Unknown(default) };
        Check("rules[0].verbs: verbs are not known; the request's is create", rule, CreatePod);
    }

    [Fact]
    public void RuleThatIsNotThere_IsRefused() => Assert.Throws<ArgumentOutOfRangeException>(() => PolicyMatcher.Of(PolicyBuilder.PolicyOf()).WhyNot(0, Probe));

    [Fact]
    public void GroupStar_IsANameToOlderServers()
    {
        PolicyDocument policy = PolicyBuilder.PolicyOf(PolicyBuilder.Rule(AuditLevel.Metadata, resources: [PolicyBuilder.Entry("*")]));
        Assert.Equal(0, PolicyMatcher.Of(policy).Decide(CreatePod).Rule);
        Assert.Equal(-1, PolicyMatcher.Of(policy, groupStarIsLiteral: true).Decide(CreatePod).Rule);
        Assert.Equal(-1, DecisionIndex.Of(policy, groupStarIsLiteral: true).Decide(CreatePod).Rule);
    }

    [Fact]
    public void ResourceWithASlash_IsComparedAsTheServerDoes()
    {
        PolicyDocument policy = PolicyBuilder.PolicyOf(PolicyBuilder.Rule(AuditLevel.Metadata, resources: [PolicyBuilder.Entry("", ["pods/log"])]));
        RequestAttributes request = new() { IsResource = true, Resource = "pods/log" };
        Assert.Equal(0, PolicyMatcher.Of(policy).Decide(request).Rule);
        Assert.Equal(0, DecisionIndex.Of(policy).Decide(request).Rule);
    }

    private static RuleMismatch? Mismatch(PolicyRuleNode rule, RequestAttributes request) => PolicyMatcher.Of(PolicyBuilder.PolicyOf(rule)).WhyNot(0, request);

    private static void Check(string expected, PolicyRuleNode rule, RequestAttributes request)
    {
        RuleMismatch mismatch = Mismatch(rule, request)!;
        Assert.Equal(expected, $"{mismatch.Path}: {mismatch.Text}");
    }
}
