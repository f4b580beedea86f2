using System.Text.Json;
using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Semantics.Tests.Kubernetes.Deciding;

public sealed class RequestInfoTests
{
    [Fact]
    public void RecordedRequests_HaveTheServersAttributes()
    {
        JsonElement[] cases = [.. PolicyVectors.Read("requestinfo.json").GetProperty("cases").EnumerateArray()];
        Assert.Equal(112, cases.Length);
        Assert.All(cases, c => Assert.Equal(PolicyVectors.Attributes(c), RequestInfo.Of(c.GetProperty("method").GetString()!, c.GetProperty("url").GetString()!, null)));
    }

    [Fact]
    public void User_IsCarriedAlong()
    {
        RequestUser user = new("alice", ["devs"]);
        Assert.Same(user, RequestInfo.Of("GET", "/healthz", user).User);
    }

    [Theory]
    [InlineData("https://10.0.0.1:6443/api/v1/namespaces/a/pods/b?x=1", "get pods/ a b /api/v1/namespaces/a/pods/b")]
    [InlineData("https://10.0.0.1", "get /   ")]
    [InlineData("//api/v1/pods", "list pods/   //api/v1/pods")]
    [InlineData("/api/v1/pods#top", "list pods/   /api/v1/pods")]
    [InlineData("/api/v1/namespaces/a/pods/b+c", "get pods/ a b+c /api/v1/namespaces/a/pods/b+c")]
    [InlineData("/api/v1/namespaces/%C3%A4/pods/x", "get pods/ ä x /api/v1/namespaces/ä/pods/x")]
    public void Url_IsTakenApartAsByGo(string url, string expected) => Assert.Equal(expected, Show(RequestInfo.Of("GET", url, null)));

    [Theory]
    [InlineData("fieldSelector=metadata.name=a", "list", "a")]
    [InlineData("fieldSelector=metadata.name!=a", "list", "")]
    [InlineData("fieldSelector=metadata.name=b,metadata.name=a", "list", "a")]
    [InlineData("fieldSelector=metadata.name=a\\,b", "list", "a,b")]
    [InlineData("fieldSelector=metadata.name=a\\x", "list", "")]
    [InlineData("fieldSelector=metadata.name=..", "list", "")]
    [InlineData("fieldSelector=metadata.name=50%2525", "list", "")]
    [InlineData("fieldSelector=,metadata.name=a,", "list", "a")]
    [InlineData("fieldSelector=metadata.name=a,spec", "list", "")]
    [InlineData("fieldSelector=+metadata.name=a", "list", "")]
    [InlineData("fieldSelector=metadata.name=a&limit=x", "list", "")]
    [InlineData("fieldSelector=metadata.name=a&limit=", "list", "")]
    [InlineData("fieldSelector=metadata.name=a&limit=+5", "list", "")]
    [InlineData("fieldSelector=metadata.name=a&limit=-5&timeoutSeconds=9", "list", "a")]
    [InlineData("fieldSelector=metadata.name=a&timeoutSeconds=1.5&watch=1", "watch", "")]
    [InlineData("fieldSelector=metadata.name=a&labelSelector=app%3Dweb,tier+in+(a,b),!x,env+notin+(),n>5", "list", "a")]
    [InlineData("fieldSelector=metadata.name=a&labelSelector=app%3D%3D%3Dweb", "list", "")]
    [InlineData("fieldSelector=metadata.name=a&labelSelector=,", "list", "")]
    [InlineData("fieldSelector=metadata.name=a&labelSelector=-x", "list", "")]
    [InlineData("fieldSelector=metadata.name=a&labelSelector=x>y", "list", "")]
    [InlineData("fieldSelector=metadata.name=a&labelSelector=Example.com/x", "list", "")]
    [InlineData("fieldSelector=metadata.name=a&labelSelector=x+in+a", "list", "")]
    [InlineData("fieldSelector=metadata.name=a;b", "list", "")]
    [InlineData("watch=FALSE", "list", "")]
    [InlineData("watch=%zz&x", "list", "")]
    [InlineData("Watch=true", "list", "")]
    public void ListQuery_GivesVerbAndName(string query, string verb, string name)
    {
        RequestAttributes request = RequestInfo.Of("GET", "/api/v1/namespaces/a/pods?" + query, null);
        Assert.Equal((verb, name), (request.Verb, request.Name));
    }

    [Fact]
    public void BrokenEscapeInPath_SaysWhatToDo()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => RequestInfo.Of("GET", "/a%zz", null));
        Assert.Contains("%25", error.Message, StringComparison.Ordinal);
    }

    private static string Show(RequestAttributes r) => $"{r.Verb} {r.Resource}/{r.Subresource} {r.Namespace} {r.Name} {r.Path}";
}
