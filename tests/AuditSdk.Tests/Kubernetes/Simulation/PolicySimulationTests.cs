using AuditSdk.Kubernetes;
using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Tests.Kubernetes.Simulation;

public sealed class PolicySimulationTests
{
    private static readonly AuditPolicy Policy = new()
    {
        OmitStages = [Stage.RequestReceived],
        Rules =
        [
            new(Level.None) { Users = [SystemUsers.KubeProxy], Verbs = [Verb.Watch] },
            new(Level.Metadata) { Resources = [Core.Secrets], OmitStages = [Stage.Panic], OmitManagedFields = true },
            new(Level.RequestResponse) { Namespaces = ["payments"] },
            new(Level.None) { NonResourceUrls = ["/healthz*"] },
            new(Level.Request) { UserGroups = [SystemGroups.Authenticated] },
        ],
    };

    [Fact]
    public void Request_IsDecidedByTheFirstRuleThatMatches()
    {
        AuditDecision decision = Policy.Decide(ApiRequest.Get("/api/v1/namespaces/payments/secrets/db"));
        Assert.Equal(Level.Metadata, decision.Level);
        Assert.Equal(1, decision.RuleIndex);
        Assert.Same(Policy.Rules[1], decision.Rule);
        Assert.Equal([Stage.RequestReceived, Stage.Panic], decision.OmitStages);
        Assert.True(decision.OmitManagedFields);
    }

    [Fact]
    public void RequestThatNoRuleMatches_IsNotLogged()
    {
        AuditDecision decision = Policy.Decide(ApiRequest.Get("/version").WithFailedLogin());
        Assert.Equal(Level.None, decision.Level);
        Assert.Equal(-1, decision.RuleIndex);
        Assert.Null(decision.Rule);
        Assert.EndsWith("no rule matches: None", decision.Explain(), StringComparison.Ordinal);
    }

    [Fact]
    public void UnmetExpectation_SaysWhyEachEarlierRuleDidNotMatch()
    {
        AuditDecision decision = Policy.Decide(ApiRequest.Post("/api/v1/namespaces/payments/pods/web/exec?command=sh").As("alice", "devs"));
        string message = Assert.Throws<AuditExpectationException>(() => decision.ShouldBeAtMost(Level.Metadata)).Message;
        Snapshot.Match(System.Text.RegularExpressions.Regex.Replace(message, @"\.cs:\d+", ".cs:LINE"));
    }

    [Theory]
    [InlineData(Level.None, false, false, true)]
    [InlineData(Level.Metadata, true, true, true)]
    [InlineData(Level.Request, false, true, false)]
    public void Expectation_ThrowsWhereTheDecisionIsAnother(Level expected, bool isMet, bool isAtMost, bool isAtLeast)
    {
        AuditDecision decision = Policy.Decide(ApiRequest.Get("/api/v1/secrets"));
        AssertMet(isMet, () => decision.ShouldBe(expected));
        AssertMet(isAtMost, () => decision.ShouldBeAtMost(expected));
        AssertMet(isAtLeast, () => decision.ShouldBeAtLeast(expected));
    }

    [Fact]
    public void ServiceAccount_IsInTheGroupsThatTheServerGivesIt()
        => Assert.Equal(
            new RequestUser("system:serviceaccount:ci:deployer", ["system:serviceaccounts", "system:serviceaccounts:ci", "system:authenticated"]),
            ApiRequest.Get("/version").AsServiceAccount("ci", "deployer").User);

    [Fact]
    public void UserWithGroups_IsAuthenticatedToo()
        => Assert.Equal(new RequestUser("alice", ["devs", "system:authenticated"]), ApiRequest.Get("/version").As("alice", "devs").User);

    [Fact]
    public void Anonymous_IsAUser()
        => Assert.Equal(new RequestUser("system:anonymous", ["system:unauthenticated"]), ApiRequest.Get("/version").AsAnonymous().User);

    [Fact]
    public void AnonymousByName_IsNotAuthenticated()
        => Assert.Equal(ApiRequest.Get("/version").AsAnonymous().User, ApiRequest.Get("/version").As("system:anonymous").User);

    [Fact]
    public void UserInTheGroupOfTheUnauthenticated_IsNotAuthenticated()
        => Assert.Equal(new RequestUser("probe", ["system:unauthenticated"]), ApiRequest.Get("/version").As("probe", "system:unauthenticated").User);

    [Fact]
    public void WatchWithoutAResource_IsExplainedInWords()
        => Assert.Contains("\n  is get of a resource without a name\n", Policy.Decide(ApiRequest.Get("/api/v1/watch")).Explain(), StringComparison.Ordinal);

    [Fact]
    public void PolicyThatTheServerRefuses_IsRefused()
    {
        AuditPolicy policy = new() { Rules = [new(Level.None) { NonResourceUrls = ["healthz"] }] };

        Assert.Contains("'healthz'", Assert.Throws<ArgumentException>(() => policy.Decide(ApiRequest.Get("/healthz"))).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => policy.Decide(new ApiRequests()));
        Assert.Throws<ArgumentException>(() => policy.ChangesTo(Policy));
    }

    [Theory]
    [InlineData("")]
    [InlineData("api/v1/pods")]
    [InlineData("https://cluster/api/v1/pods")]
    public void UrlThatIsNoPath_IsRefused(string url) => Assert.Throws<ArgumentException>(() => ApiRequest.Get(url));

    [Fact]
    public void PolicyThatCannotBeWritten_IsRefused()
        => Assert.Throws<ArgumentException>(() => new AuditPolicy { Rules = [new((Level)9)] }.Decide(ApiRequest.Get("/version")));

    private static void AssertMet(bool isMet, Func<AuditDecision> expectation)
    {
        if (isMet) expectation();
        else Assert.Throws<AuditExpectationException>(expectation);
    }
}
