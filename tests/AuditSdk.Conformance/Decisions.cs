using System.Text.Json;
using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Conformance;

/// <summary>Requests and decisions as the recordings write them.</summary>
internal static class Decisions
{
    private static readonly AuditStages[] Stages = [AuditStages.RequestReceived, AuditStages.ResponseStarted, AuditStages.ResponseComplete, AuditStages.Panic];

    public static RequestAttributes Request(JsonElement recorded) => new()
    {
        User = recorded.GetProperty("user") is { ValueKind: JsonValueKind.Object } user ? User(user) : null,
        Verb = Text(recorded, "verb"),
        IsResource = recorded.GetProperty("resourceRequest").GetBoolean(),
        ApiGroup = Text(recorded, "apiGroup"),
        ApiVersion = Text(recorded, "apiVersion"),
        Resource = Text(recorded, "resource"),
        Subresource = Text(recorded, "subresource"),
        Namespace = Text(recorded, "namespace"),
        Name = Text(recorded, "name"),
        Path = Text(recorded, "path"),
    };

    /// <summary>A decision as one line: rule, level, stages left out in their order, managed fields.</summary>
    public static string Line(int rule, string level, IEnumerable<string> omitStages, bool omitManagedFields)
        => $"{rule} {level} [{string.Join(' ', Stages.Select(s => s.ToString()).Intersect(omitStages))}] {omitManagedFields}";

    /// <summary>What the index and the plain matcher decide; both where they disagree.</summary>
    public static Func<RequestAttributes, string> Of(PolicyDocument policy)
    {
        DecisionIndex index = DecisionIndex.Of(policy);
        PolicyMatcher matcher = PolicyMatcher.Of(policy);
        return request => index.Decide(request) == matcher.Decide(request) ? Line(index.Decide(request)) : $"index {Line(index.Decide(request))}, matcher {Line(matcher.Decide(request))}";
    }

    private static string Line(PolicyDecision decision)
        => Line(decision.Rule, decision.Level.ToString(), Stages.Where(s => decision.OmitStages.HasFlag(s)).Select(s => s.ToString()), decision.OmitManagedFields);

    private static RequestUser User(JsonElement user)
        => new(Text(user, "name"), ValueList.From(user.TryGetProperty("groups", out JsonElement groups) && groups.ValueKind == JsonValueKind.Array ? groups.EnumerateArray().Select(g => g.GetString()!).ToArray() : []));

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;
}
