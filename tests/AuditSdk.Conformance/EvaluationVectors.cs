using System.Text.Json;
using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Conformance;

/// <summary><c>evaluation.json</c>: what policies decide for requests.</summary>
internal static class EvaluationVectors
{
    private static readonly Dictionary<char, string> StageOfLetter = new() { ['r'] = "RequestReceived", ['s'] = "ResponseStarted", ['c'] = "ResponseComplete", ['p'] = "Panic" };

    public static void Compare(JsonElement file, VectorFile source, Comparison comparison)
    {
        string release = ValidationVectors.ReleaseOf(file.GetProperty("kubernetesVersion").GetString()!);
        RequestAttributes[] requests = [.. file.GetProperty("requests").EnumerateArray().Select(Decisions.Request)];
        foreach (JsonElement recorded in file.GetProperty("policies").EnumerateArray())
        {
            string id = recorded.GetProperty("id").GetString()!;
            Func<RequestAttributes, string> decide = Decisions.Of(PolicyFile.Read(recorded.GetProperty("policy").GetRawText(), null, release).Document!);
            JsonElement[] verdicts = [.. recorded.GetProperty("verdicts").EnumerateArray()];
            for (int i = 0; i < verdicts.Length; i++) comparison.Expect($"policy {id}, request {i}", Line(verdicts[i]), decide(requests[i]));
        }
    }

    private static string Line(JsonElement verdict)
        => Decisions.Line(verdict[0].GetInt32(), verdict[1].GetString()!, verdict[2].GetString()!.Select(c => StageOfLetter[c]), verdict[3].GetBoolean());
}
