using System.Text.Json;
using AuditSdk.Emission;
using AuditSdk.Kubernetes;
using AuditSdk.Semantics.Documents;
using CsCheck;

namespace AuditSdk.Tests.Kubernetes;

public sealed class SameDecisionsTests
{
    private static readonly OracleRequest[] Requests = [.. ResourceRequests(), .. PathRequests()];

    [Fact]
    public void WrittenPolicy_DecidesEveryRequestLikeTheTypedOne()
        => PolicyGen.Small.Sample(
            policy =>
            {
                PolicyOracle typed = PolicyOracle.Of(policy);
                PolicyOracle written = PolicyOracle.Of(PolicyReader.Read(PolicyYaml.Write(PolicyMap.Map(policy, new FindingSink()))));
                foreach (OracleRequest request in Requests) Assert.Equal(typed.Decide(request), written.Decide(request));
            },
            iter: 3000);

    // The oracle is right only if it decides like the server did.
    [Fact]
    public void Oracle_DecidesLikeTheRecordedServer()
    {
        using JsonDocument vectors = JsonDocument.Parse(File.ReadAllText(SourceTree.Data("kubernetes", "evaluation.json")));
        OracleRequest[] requests = [.. vectors.RootElement.GetProperty("requests").EnumerateArray().Select(Request)];
        int verdicts = 0;
        foreach (JsonElement recorded in vectors.RootElement.GetProperty("policies").EnumerateArray())
        {
            PolicyOracle oracle = PolicyOracle.Of(PolicyReader.Read(recorded.GetProperty("policy").GetRawText()));
            JsonElement[] expected = [.. recorded.GetProperty("verdicts").EnumerateArray()];
            for (int i = 0; i < requests.Length; i++, verdicts++) Assert.Equal(Decision(expected[i]), oracle.Decide(requests[i]));
        }

        Assert.True(verdicts >= 15_000);
    }

    private static IEnumerable<OracleRequest> ResourceRequests()
        => from user in new[] { null, "alice", "bob" }
           from verb in new[] { "get", "create" }
           from target in new[] { ("", "pods", ""), ("", "pods", "log"), ("", "secrets", ""), ("apps", "deployments", "status"), ("x.io", "pods", "") }
           from ns in new[] { "", "kube-system" }
           from name in new[] { "", "n1" }
           select new OracleRequest(user, user is null ? [] : [user == "alice" ? "bob" : ""], verb, true, target.Item1, target.Item2, target.Item3, ns, name, "");

    private static IEnumerable<OracleRequest> PathRequests()
        => from user in new[] { null, "alice" }
           from verb in new[] { "get", "post" }
           from path in new[] { "/healthz", "/healthz/etcd", "/api", "/" }
           select new OracleRequest(user, [], verb, false, "", "", "", "", "", path);

    private static OracleRequest Request(JsonElement r)
    {
        string Text(string name) => r.GetProperty(name).GetString()!;
        JsonElement user = r.GetProperty("user");
        bool isKnown = user.ValueKind != JsonValueKind.Null;
        return new OracleRequest(
            isKnown ? user.GetProperty("name").GetString() : null, isKnown ? [.. user.GetProperty("groups").EnumerateArray().Select(g => g.GetString()!)] : [],
            Text("verb"), r.GetProperty("resourceRequest").GetBoolean(), Text("apiGroup"), Text("resource"), Text("subresource"), Text("namespace"), Text("name"), Text("path"));
    }

    private static OracleDecision Decision(JsonElement verdict)
    {
        IEnumerable<string> stages = verdict[2].GetString()!.Select(c => c switch { 'r' => "RequestReceived", 's' => "ResponseStarted", 'c' => "ResponseComplete", _ => "Panic" });
        return new OracleDecision(verdict[0].GetInt32(), verdict[1].GetString()!, string.Join(' ', stages.Order(StringComparer.Ordinal)), verdict[3].GetBoolean());
    }
}
