using AuditSdk.Semantics.Checks.Fluentd;
using AuditSdk.Semantics.Checks.Pipeline;
using AuditSdk.Semantics.Checks.Policy;
using AuditSdk.Semantics.Documents;

namespace AuditSdk.Semantics.Checks;

/// <summary>Checks of one kind of document, which .editorconfig can set all at once: <c>dotnet_analyzer_diagnostic.category-NAME.severity</c>.</summary>
/// <param name="Name">The name.</param>
/// <param name="Checks">The checks, by id.</param>
public sealed record CheckCategory(string Name, ValueList<CheckDescriptor> Checks)
{
    /// <summary>Every category of checks that the build runs.</summary>
    public static ValueList<CheckCategory> All { get; } = ValueList.From(
    [
        new CheckCategory(PolicyChecks.Category, ValueList.From(PolicyChecks.All.Select(c => c.Descriptor))),
        new CheckCategory(FluentdChecks.Category, ValueList.From(FluentdChecks.All.Select(c => c.Descriptor))),
        new CheckCategory(PipelineChecks.Category, ValueList.From(PipelineChecks.All.Select(c => c.Descriptor))),
    ]);
}
