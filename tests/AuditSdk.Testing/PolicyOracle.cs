using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Testing;

/// <summary>What a known policy decides, in the plainest way: no index, no merging. Empty lists match anything.</summary>
public static class PolicyOracle
{
    public static string[] Texts(Node<ValueList<Node<string>>> list) => list.IsKnown ? [.. list.Value.Select(n => n.Value)] : [];

    public static PolicyRuleNode[] Rules(PolicyDocument policy) => policy.Rules.IsKnown ? [.. policy.Rules.Value.Select(r => r.Value)] : [];

    public static int FirstMatch(PolicyDocument policy, RequestAttributes request) => Array.FindIndex(Rules(policy), r => Matches(r, request));

    public static PolicyDecision Decide(PolicyDocument policy, RequestAttributes request)
    {
        int index = FirstMatch(policy, request);
        PolicyRuleNode? rule = index < 0 ? null : Rules(policy)[index];
        IEnumerable<string> stages = Texts(policy.OmitStages).Concat(rule is null ? [] : Texts(rule.OmitStages));
        Node<bool> managed = rule is { OmitManagedFields.IsKnown: true } ? rule.OmitManagedFields : policy.OmitManagedFields;
        return new(index, rule is null ? AuditLevel.None : Enum.Parse<AuditLevel>(rule.Level.Value), stages.Aggregate(AuditStages.None, (all, s) => all | Enum.Parse<AuditStages>(s)), managed.Or(false));
    }

    public static bool Matches(PolicyRuleNode rule, RequestAttributes request)
        => MatchesUser(rule, request.User) && Has(Texts(rule.Verbs), request.Verb) && MatchesTarget(rule, request);

    public static bool MatchesUser(PolicyRuleNode rule, RequestUser? user)
    {
        string[] users = Texts(rule.Users), groups = Texts(rule.UserGroups);
        return (users.Length == 0 || (user is not null && users.Contains(user.Name))) && (groups.Length == 0 || (user is not null && groups.Intersect(user.Groups).Any()));
    }

    public static bool MatchesTarget(PolicyRuleNode rule, RequestAttributes request)
    {
        GroupResourcesNode[] entries = rule.Resources.IsKnown ? [.. rule.Resources.Value.Select(e => e.Value)] : [];
        string[] namespaces = Texts(rule.Namespaces), urls = Texts(rule.NonResourceUrls);
        if (entries.Length > 0 || namespaces.Length > 0)
            return request.IsResource && Has(namespaces, request.Namespace) && (entries.Length == 0 || entries.Any(e => MatchesEntry(e, request)));
        return urls.Length == 0 || (!request.IsResource && urls.Any(u => u == request.Path || (u.EndsWith('*') && request.Path.StartsWith(u.TrimEnd('*'), StringComparison.Ordinal))));
    }

    public static bool Has(string[] values, string value) => values.Length == 0 || values.Contains(value);

    private static bool MatchesEntry(GroupResourcesNode entry, RequestAttributes request)
    {
        string group = entry.Group.Or("")!;
        string[] resources = Texts(entry.Resources);
        return (group == "*" || group == request.ApiGroup)
            && (resources.Length == 0 || (resources.Any(r => MatchesResource(r, request)) && Has(Texts(entry.ResourceNames), request.Name)));
    }

    private static bool MatchesResource(string pattern, RequestAttributes request)
        => pattern == "*"
            || pattern == (request.Subresource.Length == 0 ? request.Resource : request.Resource + "/" + request.Subresource)
            || (pattern.EndsWith("/*", StringComparison.Ordinal) && pattern[..^2] == request.Resource)
            || (request.Subresource.Length > 0 && pattern.StartsWith("*/", StringComparison.Ordinal) && pattern[2..] == request.Subresource);
}
