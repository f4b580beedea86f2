using System.Text.Json;
using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Conformance;

/// <summary><c>requestinfo.json</c>: from method and URL to what the policy sees.</summary>
internal static class RequestInfoVectors
{
    public static void Compare(JsonElement file, VectorFile source, Comparison comparison)
    {
        foreach (JsonElement recorded in file.GetProperty("cases").EnumerateArray())
        {
            string Text(string name) => recorded.GetProperty(name).GetString()!;
            RequestAttributes actual = RequestInfo.Of(Text("method"), Text("url"), user: null);
            RequestAttributes expected = new()
            {
                Verb = Text("verb"),
                IsResource = recorded.GetProperty("resourceRequest").GetBoolean(),
                ApiGroup = Text("apiGroup"),
                ApiVersion = Text("apiVersion"),
                Resource = Text("resource"),
                Subresource = Text("subresource"),
                Namespace = Text("namespace"),
                Name = Text("name"),
                Path = Text("path"),
            };
            comparison.Expect($"{Text("method")} {Text("url")}", expected.ToString(), actual.ToString());
        }
    }
}
