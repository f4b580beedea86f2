using System.Text.Json;
using AuditSdk.Emission;
using AuditSdk.Kubernetes;
using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes;
using CsCheck;

namespace AuditSdk.Tests.Kubernetes;

public sealed class SameDecisionsTests
{
    private static readonly RequestAttributes[] Requests = [.. ResourceRequests(), .. PathRequests()];

    [Fact]
    public void WrittenPolicy_DecidesEveryRequestLikeTheTypedOne()
        => PolicyGen.Small.Sample(
            policy =>
            {
                PolicyDocument typed = PlainPolicy.Of(policy);
                PolicyDocument written = PolicyReader.Read(PolicyYaml.Write(PolicyMap.Map(policy, new FindingSink())));
                foreach (RequestAttributes request in Requests) Assert.Equal(PolicyOracle.Decide(typed, request), PolicyOracle.Decide(written, request));
            },
            iter: 3000);

    // The oracle is right only if it decides like the server did.
    [Fact]
    public void Oracle_DecidesLikeTheRecordedServer()
    {
        using JsonDocument vectors = JsonDocument.Parse(File.ReadAllText(SourceTree.Vectors("evaluation.json")));
        RequestAttributes[] requests = [.. vectors.RootElement.GetProperty("requests").EnumerateArray().Select(Request)];
        int verdicts = 0;
        foreach (JsonElement recorded in vectors.RootElement.GetProperty("policies").EnumerateArray())
        {
            PolicyDocument policy = PolicyReader.Read(recorded.GetProperty("policy").GetRawText());
            JsonElement[] expected = [.. recorded.GetProperty("verdicts").EnumerateArray()];
            for (int i = 0; i < requests.Length; i++, verdicts++) Assert.Equal(Decision(expected[i]), PolicyOracle.Decide(policy, requests[i]));
        }

        Assert.True(verdicts >= 15_000);
    }

    private static IEnumerable<RequestAttributes> ResourceRequests()
        => from user in new[] { null, "alice", "bob" }
           from verb in new[] { "get", "create" }
           from target in new[] { ("", "pods", ""), ("", "pods", "log"), ("", "secrets", ""), ("apps", "deployments", "status"), ("x.io", "pods", "") }
           from ns in new[] { "", "kube-system" }
           from name in new[] { "", "n1" }
           select new RequestAttributes { User = user is null ? null : new(user, [user == "alice" ? "bob" : ""]), Verb = verb, IsResource = true, ApiGroup = target.Item1, Resource = target.Item2, Subresource = target.Item3, Namespace = ns, Name = name };

    private static IEnumerable<RequestAttributes> PathRequests()
        => from user in new[] { null, "alice" }
           from verb in new[] { "get", "post" }
           from path in new[] { "/healthz", "/healthz/etcd", "/api", "/" }
           select new RequestAttributes { User = user is null ? null : new(user, []), Verb = verb, Path = path };

    private static RequestAttributes Request(JsonElement r)
    {
        string Text(string name) => r.GetProperty(name).GetString()!;
        JsonElement user = r.GetProperty("user");
        bool isKnown = user.ValueKind != JsonValueKind.Null;
        return new()
        {
            User = isKnown ? new(user.GetProperty("name").GetString()!, ValueList.From(user.GetProperty("groups").EnumerateArray().Select(g => g.GetString()!))) : null,
            Verb = Text("verb"),
            IsResource = r.GetProperty("resourceRequest").GetBoolean(),
            ApiGroup = Text("apiGroup"),
            Resource = Text("resource"),
            Subresource = Text("subresource"),
            Namespace = Text("namespace"),
            Name = Text("name"),
            Path = Text("path"),
        };
    }

    private static PolicyDecision Decision(JsonElement verdict)
    {
        IEnumerable<AuditStages> stages = verdict[2].GetString()!.Select(c => c switch { 'r' => AuditStages.RequestReceived, 's' => AuditStages.ResponseStarted, 'c' => AuditStages.ResponseComplete, _ => AuditStages.Panic });
        return new(verdict[0].GetInt32(), Enum.Parse<AuditLevel>(verdict[1].GetString()!), stages.Aggregate(AuditStages.None, (all, s) => all | s), verdict[3].GetBoolean());
    }
}
