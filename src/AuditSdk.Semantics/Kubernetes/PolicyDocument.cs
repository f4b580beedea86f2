using AuditSdk.Semantics.Documents;

namespace AuditSdk.Semantics.Kubernetes;

/// <summary>An <c>audit.k8s.io/v1 Policy</c> as every front end produces it: typed C#, YAML, or source seen by the compiler.</summary>
public sealed record PolicyDocument
{
    /// <summary><c>metadata.name</c>.</summary>
    public Node<string> Name { get; init; }

    /// <summary>Policy-wide <c>omitStages</c>, joined with those of the deciding rule.</summary>
    public Node<ValueList<Node<string>>> OmitStages { get; init; }

    /// <summary>Policy-wide <c>omitManagedFields</c>; the deciding rule's own value wins.</summary>
    public Node<bool> OmitManagedFields { get; init; }

    /// <summary>The rules in order; the first that matches decides.</summary>
    public Node<ValueList<Node<PolicyRuleNode>>> Rules { get; init; }

    /// <summary>Text written above the policy.</summary>
    public string? Comment { get; init; }

    /// <summary>Where the policy was written.</summary>
    public Origin Origin { get; init; }
}

/// <summary>One rule of a policy: fields are ANDed, the values of a field ORed.</summary>
public sealed record PolicyRuleNode
{
    /// <summary><c>level</c>: None, Metadata, Request or RequestResponse.</summary>
    public Node<string> Level { get; init; }

    /// <summary><c>users</c>; absent matches any.</summary>
    public Node<ValueList<Node<string>>> Users { get; init; }

    /// <summary><c>userGroups</c>; absent matches any.</summary>
    public Node<ValueList<Node<string>>> UserGroups { get; init; }

    /// <summary><c>verbs</c>; absent matches any.</summary>
    public Node<ValueList<Node<string>>> Verbs { get; init; }

    /// <summary><c>resources</c>: the rule then matches resource requests only.</summary>
    public Node<ValueList<Node<GroupResourcesNode>>> Resources { get; init; }

    /// <summary><c>namespaces</c>; the empty string is a request without a namespace.</summary>
    public Node<ValueList<Node<string>>> Namespaces { get; init; }

    /// <summary><c>nonResourceURLs</c>: the rule then matches non-resource requests only.</summary>
    public Node<ValueList<Node<string>>> NonResourceUrls { get; init; }

    /// <summary><c>omitStages</c> of the rule.</summary>
    public Node<ValueList<Node<string>>> OmitStages { get; init; }

    /// <summary><c>omitManagedFields</c> of the rule: absent means the policy's.</summary>
    public Node<bool> OmitManagedFields { get; init; }

    /// <summary>Text written above the rule.</summary>
    public string? Comment { get; init; }
}

/// <summary>One entry of a rule's <c>resources</c>.</summary>
public sealed record GroupResourcesNode
{
    /// <summary><c>group</c>; the empty string is the core group.</summary>
    public Node<string> Group { get; init; }

    /// <summary><c>resources</c>: names, <c>name/subresource</c>, <c>name/*</c>, <c>*/subresource</c>, <c>*</c>. Absent or empty means every resource of the group.</summary>
    public Node<ValueList<Node<string>>> Resources { get; init; }

    /// <summary><c>resourceNames</c>; absent matches any name.</summary>
    public Node<ValueList<Node<string>>> ResourceNames { get; init; }
}
