using System.Runtime.CompilerServices;
using AuditSdk.Semantics.Documents;

namespace AuditSdk.Kubernetes;

/// <summary>A rule of an audit policy: who, doing what, to what, is logged how. Fields are ANDed, the values of a field ORed; an empty field matches anything.</summary>
public sealed record PolicyRule
{
    /// <summary>A rule that logs at a level.</summary>
    /// <param name="level">The level of the requests that match.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public PolicyRule(Level level, [CallerFilePath] string? file = null, [CallerLineNumber] int line = 0)
        => (Level, Site) = (level, new CallSite(file, line));

    /// <summary>The level of the requests that match.</summary>
    public Level Level { get; init; }

    /// <summary>User names, compared whole and without wildcards, such as those of <see cref="SystemUsers"/>. The authenticated user counts, not the impersonated one. A failed login has none.</summary>
    public ValueList<string> Users { get; init; } = [];

    /// <summary>Groups, of which the user is in one, compared whole, such as those of <see cref="SystemGroups"/>. A failed login is in none.</summary>
    public ValueList<string> UserGroups { get; init; } = [];

    /// <summary>Verbs, lower case, such as those of <see cref="Verb"/>.</summary>
    public ValueList<string> Verbs { get; init; } = [];

    /// <summary>Resources; with any, the rule matches resource requests only.</summary>
    public ValueList<ResourceSelector> Resources { get; init; } = [];

    /// <summary>
    /// Namespaces, compared whole; with any, the rule matches resource requests only. The empty string selects requests without one: cluster-scoped resources, and
    /// lists and watches of all namespaces.
    /// </summary>
    public ValueList<string> Namespaces { get; init; } = [];

    /// <summary>Paths such as <c>/version</c>, or <c>/healthz*</c> with a <c>*</c> at the end, or <c>*</c>; with any, the rule matches non-resource requests only.</summary>
    public ValueList<string> NonResourceUrls { get; init; } = [];

    /// <summary>Stages that make no event, beside those of the policy.</summary>
    public ValueList<Stage> OmitStages { get; init; } = [];

    /// <summary>Whether bodies lose their managed fields; null, the default, means as the policy says.</summary>
    public bool? OmitManagedFields { get; init; }

    /// <summary>Text written above the rule as a comment; it may have several lines.</summary>
    public string? Comment { get; init; }

    internal CallSite Site { get; }
}
