using AuditSdk.Kubernetes;

namespace AuditSdk.Tests.Kubernetes.Simulation;

public sealed class AuditDecisionsTests
{
    private static readonly AuditPolicy Policy = new()
    {
        Rules =
        [
            new(Level.None) { Users = [SystemUsers.KubeProxy], Verbs = [Verb.Watch], Resources = [Core.Endpoints] },
            new(Level.Metadata) { Resources = [Core.Secrets, Core.ConfigMaps.Named("ca")] },
            new(Level.RequestResponse) { Resources = [Core.Pods, Core.ConfigMaps] },
            new(Level.None) { NonResourceUrls = ["/livez*"] },
            new(Level.Metadata) { OmitStages = [Stage.RequestReceived] },
        ],
    };

    [Fact]
    public void BoundThatHoldsForAllRequests_IsMet()
    {
        Policy.Decide(new ApiRequests { Resources = [Core.Secrets.WithSubresources] }).ShouldBe(Level.Metadata);
        Policy.Decide(new ApiRequests { Resources = [Core.Pods] }).ShouldBeAtLeast(Level.RequestResponse);
        Policy.Decide(new ApiRequests { NonResourceUrls = ["/livez/*"] }).ShouldBe(Level.None);
        Policy.Decide(new ApiRequests { WithFailedLogin = true }).ShouldBeAtMost(Level.RequestResponse);
        Policy.Decide(new ApiRequests { Resources = [Core.ConfigMaps.Named("ca")] }).ShouldBeAtMost(Level.Metadata);
        Policy.Decide(new ApiRequests { Resources = [ApiGroup.Named("apps").All], Namespaces = ["shop"], Users = ["eve"], UserGroups = ["devs"], Verbs = [Verb.Create] }).ShouldBe(Level.Metadata);
    }

    [Fact]
    public void RequestAboveTheBound_IsShownWithTheReasonsOfEarlierRules()
    {
        AuditDecisions decisions = Policy.Decide(new ApiRequests { Resources = [Core.ConfigMaps], Verbs = [Verb.Watch] });
        string message = Assert.Throws<AuditExpectationException>(() => decisions.ShouldBeAtMost(Level.Metadata)).Message;
        Snapshot.Match(System.Text.RegularExpressions.Regex.Replace(message, @"\.cs:\d+", ".cs:LINE"));
    }

    [Fact]
    public void RequestBelowTheBound_IsFoundWhereARuleOrNoneTakesIt()
    {
        AuditDecision dropped = Policy.Decide(new ApiRequests { Resources = [Core.Endpoints] }).FindBelow(Level.Metadata)!;
        Assert.Equal((0, Level.None), (dropped.RuleIndex, dropped.Level));
        AuditPolicy open = new() { Rules = [new(Level.Metadata) { UserGroups = [SystemGroups.Authenticated] }] };
        AuditDecision unmatched = open.Decide(new ApiRequests { WithFailedLogin = true }).FindBelow(Level.Metadata)!;
        Assert.Equal(-1, unmatched.RuleIndex);
        Assert.Null(unmatched.Request.User);
        AuditPolicy silent = new() { Rules = [new(Level.Request) { OmitStages = [Stage.RequestReceived, Stage.ResponseStarted, Stage.ResponseComplete, Stage.Panic] }] };
        Assert.Equal(0, silent.Decide(new ApiRequests()).FindBelow(Level.Metadata)!.RuleIndex);
        Assert.Null(silent.Decide(new ApiRequests()).FindAbove(Level.None));
    }

    [Theory]
    [InlineData(Level.Metadata, "GET /api/v1/namespaces/default/secrets?watch=true&fieldSelector=metadata.name=db")]
    public void ShownRequest_IsOneThatCanBeSent(Level level, string url)
    {
        AuditPolicy policy = new() { Rules = [new(Level.None) { Resources = [Core.Secrets.Named("db")], Verbs = [Verb.Watch] }, new(Level.Metadata)] };
        ApiRequest request = policy.Decide(new ApiRequests { Resources = [Core.Secrets], Verbs = [Verb.Watch] }).FindBelow(level)!.Request;
        Assert.Equal(url, $"{request.Method} {request.Url}");
        Assert.Equal(Level.None, policy.Decide(ApiRequest.Of(request.Method, request.Url)).Level);
    }

    [Fact]
    public void PoliciesThatLogAlike_HaveNoChanges()
    {
        AuditPolicy reordered = Policy with { Rules = [Policy.Rules[1], Policy.Rules[0], .. Policy.Rules.Skip(2)] };
        Assert.Empty(Policy.ChangesTo(reordered));
        reordered.ShouldDecideLike(Policy);
    }

    [Fact]
    public void PolicyThatDecidesOtherwise_ShowsARequestForEachPairOfRules()
    {
        AuditPolicy changed = Policy with { Rules = [.. Policy.Rules.Take(1), .. Policy.Rules.Skip(2)] };
        AuditChange[] changes = [.. Policy.ChangesTo(changed)];
        Assert.Equal([(1, 1), (1, 3)], changes.Select(c => (c.Before.RuleIndex, c.After.RuleIndex)));
        Assert.All(changes, c => Assert.NotEqual((c.Before.Level, c.Before.OmitStages), (c.After.Level, c.After.OmitStages)));
        string message = Assert.Throws<AuditExpectationException>(() => changed.ShouldDecideLike(Policy)).Message;
        Snapshot.Match(System.Text.RegularExpressions.Regex.Replace(message, @"\.cs:\d+", ".cs:LINE"));
    }
}
