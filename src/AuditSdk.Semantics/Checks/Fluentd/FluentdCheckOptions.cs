using AuditSdk.Semantics.Catalog;
using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd;

namespace AuditSdk.Semantics.Checks.Fluentd;

/// <summary>What a fluentd configuration is checked for.</summary>
public sealed record FluentdCheckOptions
{
    /// <summary>The fluentd that will read it; default: 1.18.</summary>
    public FluentdTarget Target { get; init; } = FluentdTarget.Default;

    /// <summary>Catalogs that declare plugins of the user's own; default: none.</summary>
    public ValueList<CatalogFile> Catalogs { get; init; } = ValueList<CatalogFile>.Empty;

    /// <summary>Types of plugins that the user says are there, without saying what they take; default: none.</summary>
    public ValueList<string> Types { get; init; } = ValueList<string>.Empty;

    /// <summary>Which checks run; default: <see cref="CheckProfile.Default"/>.</summary>
    public CheckProfile Profile { get; init; }

    /// <summary>Steps of work that the analysis of tags may take before it leaves a question undecided; default: 20 million.</summary>
    public long WorkBudget { get; init; } = 20_000_000;
}
