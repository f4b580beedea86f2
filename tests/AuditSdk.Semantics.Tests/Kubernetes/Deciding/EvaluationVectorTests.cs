using System.Text.Json;
using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Semantics.Tests.Kubernetes.Deciding;

public sealed class EvaluationVectorTests
{
    [Fact]
    public void Matcher_DecidesAsTheServer() => Same(policy => PolicyMatcher.Of(policy).Decide);

    [Fact]
    public void Index_DecidesAsTheServer() => Same(policy => DecisionIndex.Of(policy).Decide);

    private static void Same(Func<PolicyDocument, Func<RequestAttributes, PolicyDecision>> decider)
    {
        JsonElement vectors = PolicyVectors.Read("evaluation.json");
        RequestAttributes[] requests = [.. vectors.GetProperty("requests").EnumerateArray().Select(PolicyVectors.Request)];
        int verdicts = 0;
        List<string> wrong = [];
        foreach (JsonElement recorded in vectors.GetProperty("policies").EnumerateArray())
        {
            Func<RequestAttributes, PolicyDecision> decide = decider(PolicyVectors.Policy(recorded.GetProperty("policy")));
            foreach (JsonElement verdict in recorded.GetProperty("verdicts").EnumerateArray())
            {
                RequestAttributes request = requests[verdicts++ % requests.Length];
                PolicyDecision expected = PolicyVectors.Verdict(verdict), actual = decide(request);
                if (expected != actual) wrong.Add($"{recorded.GetProperty("id").GetString()}: {request}: {expected}, not {actual}");
            }
        }

        Assert.Empty(wrong);
        Assert.True(verdicts >= 15_000);
    }
}
