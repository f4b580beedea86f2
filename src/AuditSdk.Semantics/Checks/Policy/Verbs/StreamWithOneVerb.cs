using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Semantics.Checks.Policy.Verbs;

/// <summary>Only create, or only get, on <c>pods/exec</c>.</summary>
internal static class StreamWithOneVerb
{
    private static readonly string[] Streams = ["exec", "attach", "portforward"];

    /// <summary>AUD1045.</summary>
    public static CheckDescriptor Descriptor { get; } = new("AUD1045", "exec is get as well as create", FindingSeverity.Warning);

    /// <summary>Looks for rules that log a stream with one of its two verbs, in a policy that never logs the other.</summary>
    public static void Check(PolicyCheckContext context, FindingSink findings)
    {
        foreach ((int index, PolicyRuleNode rule, _) in context.Rules)
        {
            if (!rule.Logs || rule.Verbs.IsAny || !rule.Verbs.IsWhollyKnown || rule.Verbs.Has("get") == rule.Verbs.Has("create")) continue;
            string missing = rule.Verbs.Has("get") ? "create" : "get";
            string[] streams = [.. PolicyWalk.EntriesOf(index, rule).Where(e => e.Group == "").SelectMany(e => e.Names).Where(n => n.Resource == "pods" && Streams.Contains(n.Subresource)).Select(n => n.Text)];
            string[] missed = [.. streams.Where(s => context.NeverLogs(new PolicyRegion { Verbs = PolicyQuestions.One(missing), Resources = PolicyQuestions.One(new RegionResource("", "pods", s.Substring("pods/".Length))) }))];
            if (missed.Length == 0) continue;
            PolicyPath path = new(index, PolicyField.Verbs);
            string client = missing == "get" ? "kubectl since 1.31 opens a WebSocket, which is a get" : "Clients that use SPDY, and kubectl where a WebSocket fails, send a create";
            findings.Add(Descriptor.At(rule.Verbs.Origin, path, $"{client}, and no rule logs that on {PolicyWords.List(missed)}. Add '{missing}', or leave verbs out.", new AddValues($"Add '{missing}'", path, PolicyQuestions.One(missing))));
        }
    }
}
