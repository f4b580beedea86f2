using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Benchmarks.Policies;

/// <summary>Requests that meet a policy: each takes its values from rules of it, now and then one that no rule mentions.</summary>
internal static class GeneratedRequests
{
    public static RequestAttributes[] For(PolicyDocument policy, int count)
    {
        Random r = new(20261124);
        PolicyRuleNode[] rules = [.. policy.Rules.Value.Select(n => n.Value)];
        return [.. Enumerable.Range(0, count).Select(_ => Request(rules[r.Next(rules.Length)], rules[r.Next(rules.Length)], r))];
    }

    private static RequestAttributes Request(PolicyRuleNode rule, PolicyRuleNode other, Random r)
    {
        RequestUser user = new(Pick(rule.Users, r, "alice"), ["system:authenticated", Pick(rule.UserGroups, r, "devs"), Pick(other.UserGroups, r, "everyone")]);
        string verb = Pick(rule.Verbs, r, "get");
        string? url = rule.NonResourceUrls.IsKnown ? Pick(rule.NonResourceUrls, r, "/healthz") : null;
        if (url is not null) return new() { User = user, Verb = verb, Path = url.Replace("*", "x", StringComparison.Ordinal) };
        GroupResourcesNode? entry = rule.Resources.IsKnown ? rule.Resources.Value[r.Next(rule.Resources.Value.Count)].Value : null;
        string[] resource = (entry is null ? "pods" : Pick(entry.Resources, r, "pods")).Replace("*", "status", StringComparison.Ordinal).Split('/');
        return new()
        {
            User = user,
            Verb = verb,
            IsResource = true,
            ApiGroup = entry is null || entry.Group.Value == "*" ? "" : entry.Group.Value,
            Resource = resource[0],
            Subresource = resource.Length > 1 ? resource[1] : "",
            Namespace = Pick(rule.Namespaces, r, "default"),
            Name = entry is null ? "web" : Pick(entry.ResourceNames, r, "web"),
        };
    }

    private static string Pick(Node<ValueList<Node<string>>> list, Random r, string other)
        => list.IsKnown && r.Next(8) > 0 ? list.Value[r.Next(list.Value.Count)].Value : other;
}
