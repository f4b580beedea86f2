using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Semantics.Checks.Policy.Refused;

/// <summary>What kube-apiserver's ValidatePolicy refuses, in its order. The checks of this folder are its parts: each has one cause and the server's wording of it.</summary>
internal static class ServerValidation
{
    /// <summary>Every refusal.</summary>
    public static IEnumerable<Finding> Of(PolicyDocument policy, string release)
    {
        bool isRefused = false;
        foreach (Finding finding in FieldsOf(policy, release))
        {
            isRefused = true;
            yield return finding;
        }

        // The server counts the rules only where it found nothing else.
        if (!isRefused && PolicyHasNoRules.Of(policy) is { } empty) yield return empty;
    }

    /// <summary>The server's error for the whole policy, equal parts merged; null where it takes the policy.</summary>
    public static string? ErrorOf(PolicyDocument policy, string release)
    {
        List<string> errors = [.. Of(policy, release).Select(f => f.Detail!).Distinct(StringComparer.Ordinal)];
        return errors.Count switch { 0 => null, 1 => errors[0], _ => "[" + string.Join(", ", errors) + "]" };
    }

    /// <summary>Reports the refusals of one check.</summary>
    public static void Report(CheckDescriptor descriptor, PolicyCheckContext context, FindingSink findings)
    {
        foreach (Finding finding in context.Refusals)
        {
            if (finding.Id == descriptor.Id) findings.Add(finding);
        }
    }

    /// <summary>A refusal with the server's words.</summary>
    public static Finding Refusal(this CheckDescriptor descriptor, Origin origin, PolicyPath path, string message, string serverError, Remedy? remedy = null)
        => descriptor.At(origin, message) with { Path = path.ToString(), IsRefusal = true, Detail = serverError, Remedy = remedy };

    private static IEnumerable<Finding> FieldsOf(PolicyDocument policy, string release)
    {
        foreach (Finding finding in Stages(policy.OmitStages, rule: -1)) yield return finding;
        if (!policy.Rules.IsKnown) yield break;
        for (int i = 0; i < policy.Rules.Value.Count; i++)
        {
            Node<PolicyRuleNode> rule = policy.Rules.Value[i];
            if (!rule.IsKnown) continue;
            foreach (Finding finding in Rule(rule.Value, rule.Origin, i, release)) yield return finding;
        }
    }

    private static IEnumerable<Finding> Rule(PolicyRuleNode rule, Origin origin, int index, string release)
    {
        if (LevelIsMissing.Of(rule.Level, origin, index) is { } missing) yield return missing;
        if (LevelIsUnknown.Of(rule.Level, index, release) is { } unknown) yield return unknown;
        foreach ((Node<string> url, int place) in Known(rule.NonResourceUrls))
        {
            PolicyPath path = new(index, PolicyField.NonResourceUrls, Index: place);
            if (UrlHasNoLeadingSlash.Of(url, path) is { } slash) yield return slash;
            if (UrlWildcardIsNotLast.Of(url, path) is { } wildcard) yield return wildcard;
        }

        foreach ((Node<GroupResourcesNode> entry, int place) in Known(rule.Resources))
        {
            foreach (Finding finding in Entry(entry, index, place, release)) yield return finding;
        }

        foreach (Finding finding in Stages(rule.OmitStages, index)) yield return finding;
        if (UrlsStandWithResources.Of(rule, index, release) is { } both) yield return both;
    }

    private static IEnumerable<Finding> Entry(Node<GroupResourcesNode> entry, int rule, int place, string release)
    {
        PolicyPath group = new(rule, PolicyField.Group, place);
        if (GroupHasVersion.Of(entry.Value.Group, group) is { } version) yield return version;
        if (GroupIsNoDnsName.Of(entry.Value.Group, group) is { } name) yield return name;
        if (GroupStarIsTooNew.Of(entry.Value.Group, group, release) is { } star) yield return star;
        if (NamesWithoutResources.Of(entry.Value, rule, place, release) is { } names) yield return names;
    }

    private static IEnumerable<Finding> Stages(Node<ValueList<Node<string>>> stages, int rule)
    {
        foreach ((Node<string> stage, int place) in Known(stages))
        {
            if (StageIsUnknown.Of(stage, new PolicyPath(rule, PolicyField.OmitStages, Index: place)) is { } unknown) yield return unknown;
        }
    }

    private static IEnumerable<(Node<T> Value, int Index)> Known<T>(Node<ValueList<Node<T>>> list)
    {
        if (!list.IsKnown) yield break;
        for (int i = 0; i < list.Value.Count; i++)
        {
            if (list.Value[i].IsKnown) yield return (list.Value[i], i);
        }
    }
}
