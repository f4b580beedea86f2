using System.Globalization;

namespace AuditSdk.Semantics.Kubernetes;

/// <summary>A field of a policy.</summary>
public enum PolicyField
{
    /// <summary>The rule, or with no rule the policy, as a whole.</summary>
    Whole,

    /// <summary><c>level</c>.</summary>
    Level,

    /// <summary><c>users</c>.</summary>
    Users,

    /// <summary><c>userGroups</c>.</summary>
    UserGroups,

    /// <summary><c>verbs</c>.</summary>
    Verbs,

    /// <summary><c>resources</c> of a rule: its entries.</summary>
    Resources,

    /// <summary><c>group</c> of an entry.</summary>
    Group,

    /// <summary><c>resources</c> of an entry: its names.</summary>
    EntryResources,

    /// <summary><c>resourceNames</c> of an entry.</summary>
    ResourceNames,

    /// <summary><c>namespaces</c>.</summary>
    Namespaces,

    /// <summary><c>nonResourceURLs</c>.</summary>
    NonResourceUrls,

    /// <summary><c>omitStages</c>.</summary>
    OmitStages,

    /// <summary><c>omitManagedFields</c>.</summary>
    OmitManagedFields,
}

/// <summary>A place of a policy.</summary>
/// <param name="Rule">The rule, from 0; -1 for the policy's own fields.</param>
/// <param name="Field">The field.</param>
/// <param name="Entry">The entry of the rule's <c>resources</c>, from 0; -1 outside of them.</param>
/// <param name="Index">The value of a list, from 0; -1 for the list as a whole.</param>
public readonly record struct PolicyPath(int Rule, PolicyField Field = PolicyField.Whole, int Entry = -1, int Index = -1)
{
    /// <summary>As kube-apiserver writes it: <c>rules[3].resources[0].resources[1]</c>.</summary>
    public override string ToString()
    {
        string path = Rule < 0 ? "" : "rules" + At(Rule);
        if (Entry >= 0) path += ".resources" + At(Entry);
        if (NameOf(Field) is { } name) path += (path.Length > 0 ? "." : "") + name;
        return Index < 0 ? path : path + At(Index);
    }

    private static string At(int index) => "[" + index.ToString(CultureInfo.InvariantCulture) + "]";

    private string? NameOf(PolicyField field) => field switch
    {
        PolicyField.Level => "level",
        PolicyField.Users => "users",
        PolicyField.UserGroups => "userGroups",
        PolicyField.Verbs => "verbs",
        PolicyField.Resources => Entry < 0 ? "resources" : null,
        PolicyField.Group => "group",
        PolicyField.EntryResources => "resources",
        PolicyField.ResourceNames => "resourceNames",
        PolicyField.Namespaces => "namespaces",
        PolicyField.NonResourceUrls => "nonResourceURLs",
        PolicyField.OmitStages => "omitStages",
        PolicyField.OmitManagedFields => "omitManagedFields",
        _ => null,
    };
}
