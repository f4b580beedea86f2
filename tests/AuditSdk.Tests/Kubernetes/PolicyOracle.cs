using AuditSdk.Kubernetes;
using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Tests.Kubernetes;

/// <summary>A request as the audit policy sees it; <paramref name="User"/> is null where the login failed.</summary>
internal sealed record OracleRequest(string? User, string[] UserGroups, string Verb, bool IsResource, string Group, string Resource, string Subresource, string Namespace, string Name, string Path);

/// <summary>What a policy decides.</summary>
internal sealed record OracleDecision(int Rule, string Level, string OmitStages, bool OmitManagedFields);

/// <summary>Decides like kube-apiserver in the plainest way: no index, no merging. Empty lists match anything.</summary>
internal sealed record PolicyOracle(string[] OmitStages, bool? OmitManagedFields, OracleRule[] Rules)
{
    public static PolicyOracle Of(AuditPolicy policy) => new(Names(policy.OmitStages), policy.OmitManagedFields, [.. policy.Rules.Select(OracleRule.Of)]);

    public static PolicyOracle Of(PolicyDocument document)
        => new(Texts(document.OmitStages), Maybe(document.OmitManagedFields), [.. document.Rules.Value.Select(r => OracleRule.Of(r.Value))]);

    public OracleDecision Decide(OracleRequest request)
    {
        int index = Array.FindIndex(Rules, r => r.Matches(request));
        OracleRule? rule = index < 0 ? null : Rules[index];
        string stages = string.Join(' ', OmitStages.Concat(rule?.OmitStages ?? []).Distinct().Order(StringComparer.Ordinal));
        return new OracleDecision(index, rule?.Level ?? "None", stages, rule?.OmitManagedFields ?? OmitManagedFields ?? false);
    }

    internal static string[] Names<T>(ValueList<T> values)
        where T : struct, Enum
        => [.. values.Select(v => v.ToString())];

    internal static string[] Texts(Node<ValueList<Node<string>>> list) => list.IsKnown ? [.. list.Value.Select(n => n.Value)] : [];

    internal static bool? Maybe(Node<bool> node) => node.IsKnown ? node.Value : null;
}

internal sealed record OracleRule(
    string Level, string[] Users, string[] UserGroups, string[] Verbs, OracleResources[] Resources, string[] Namespaces, string[] Urls, string[] OmitStages, bool? OmitManagedFields)
{
    public static OracleRule Of(PolicyRule rule) => new(
        rule.Level.ToString(), [.. rule.Users], [.. rule.UserGroups], [.. rule.Verbs], [.. rule.Resources.Select(r => new OracleResources(r.Group, r.Resource is null ? [] : [r.Resource], [.. r.Names]))],
        [.. rule.Namespaces], [.. rule.NonResourceUrls], PolicyOracle.Names(rule.OmitStages), rule.OmitManagedFields);

    public static OracleRule Of(PolicyRuleNode rule) => new(
        rule.Level.Value, PolicyOracle.Texts(rule.Users), PolicyOracle.Texts(rule.UserGroups), PolicyOracle.Texts(rule.Verbs),
        rule.Resources.IsKnown ? [.. rule.Resources.Value.Select(r => OracleResources.Of(r.Value))] : [],
        PolicyOracle.Texts(rule.Namespaces), PolicyOracle.Texts(rule.NonResourceUrls), PolicyOracle.Texts(rule.OmitStages), PolicyOracle.Maybe(rule.OmitManagedFields));

    public bool Matches(OracleRequest request)
    {
        if (Users.Length > 0 && !Users.Contains(request.User)) return false;
        if (UserGroups.Length > 0 && (request.User is null || !UserGroups.Intersect(request.UserGroups).Any())) return false;
        if (Verbs.Length > 0 && !Verbs.Contains(request.Verb)) return false;
        bool forResources = Resources.Length > 0 || Namespaces.Length > 0;
        if (forResources) return request.IsResource && (Namespaces.Length == 0 || Namespaces.Contains(request.Namespace)) && (Resources.Length == 0 || Resources.Any(r => r.Match(request)));
        return Urls.Length == 0 || (!request.IsResource && Urls.Any(u => MatchesUrl(u, request.Path)));
    }

    private static bool MatchesUrl(string url, string path)
        => url.EndsWith('*') ? path.StartsWith(url[..^1], StringComparison.Ordinal) : string.Equals(url, path, StringComparison.Ordinal);
}

internal sealed record OracleResources(string Group, string[] Resources, string[] Names)
{
    public static OracleResources Of(GroupResourcesNode node) => new(node.Group.Or("")!, PolicyOracle.Texts(node.Resources), PolicyOracle.Texts(node.ResourceNames));

    public bool Match(OracleRequest request)
        => (Group == "*" || Group == request.Group)
            && (Resources.Length == 0 || (Resources.Any(r => MatchesResource(r, request)) && (Names.Length == 0 || Names.Contains(request.Name))));

    private static bool MatchesResource(string resource, OracleRequest request)
        => resource == "*"
            || resource == (request.Subresource.Length == 0 ? request.Resource : request.Resource + "/" + request.Subresource)
            || (resource.EndsWith("/*", StringComparison.Ordinal) && resource[..^2] == request.Resource)
            || (resource.StartsWith("*/", StringComparison.Ordinal) && resource[2..] == request.Subresource);
}
