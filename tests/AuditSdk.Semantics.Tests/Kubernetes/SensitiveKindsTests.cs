using System.Text.Json;
using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Semantics.Tests.Kubernetes;

/// <summary>The table of kinds with secrets says what was recorded.</summary>
public sealed class SensitiveKindsTests
{
    [Fact]
    public void Kinds_AreThoseThatWereRecorded()
    {
        JsonElement facts = JsonDocument.Parse(File.ReadAllText(SourceTree.Data("kubernetes", "secrets.json"))).RootElement.GetProperty("resources");
        IEnumerable<string> recorded = facts.EnumerateArray().Where(r => Text(r, "risk") is "critical" or "likely").SelectMany(r => Text(r, "resource").Split(", ").Select(name => Line(
            Text(r, "group"), name, Text(r, "subresource"), Text(r, "risk"), Verbs(r, "secretInRequest"), Verbs(r, "secretInResponse"))));
        IEnumerable<string> known = SensitiveKinds.All.Select(k => Line(k.Group, k.Resource, k.Subresource, k.Risk.ToString().ToLowerInvariant(), k.InRequest, k.InResponse));

        Assert.Equal(recorded.Order(StringComparer.Ordinal), known.Order(StringComparer.Ordinal));
    }

    private static string Line(string group, string resource, string subresource, string risk, IEnumerable<string> request, IEnumerable<string> response)
        => $"{group} {resource}/{subresource} {risk} request: {string.Join(',', request.Order(StringComparer.Ordinal))} response: {string.Join(',', response.Order(StringComparer.Ordinal))}";

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;

    private static IEnumerable<string> Verbs(JsonElement element, string name) => element.GetProperty(name).EnumerateArray().Select(v => v.GetString()!);
}
