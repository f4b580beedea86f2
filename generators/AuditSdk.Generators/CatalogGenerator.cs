using AuditSdk.Generators.Catalog;
using AuditSdk.Semantics.Catalog;
using Microsoft.CodeAnalysis;

namespace AuditSdk.Generators;

/// <summary>
/// Turns <c>.catalog</c> files into typed C#: API groups with their resources, fluentd plugins with their parameters. The library is made so, and the CRDs and plugins of a user.
/// What cannot be read is left out here; the build step, which reads the same files, says why.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class CatalogGenerator : IIncrementalGenerator
{
    /// <inheritdoc />
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValueProvider<CatalogFile> catalog = context.AdditionalTextsProvider
            .Where(static file => file.Path.EndsWith(".catalog", StringComparison.OrdinalIgnoreCase))
            .Select(static (file, cancellation) => CatalogReader.Read(file.GetText(cancellation)?.ToString() ?? "", Path.GetFileName(file.Path)))
            .WithTrackingName(TrackingNames.CatalogFiles)
            .Collect()
            .Select(static (files, _) => CatalogSet.Merge(files))
            .WithTrackingName(TrackingNames.Catalog);

        IncrementalValueProvider<CatalogScope?> scope = catalog
            .Combine(context.CompilationProvider)
            .Select(static (pair, cancellation) => CatalogScope.Of(pair.Left, pair.Right, cancellation))
            .WithTrackingName(TrackingNames.CatalogScope);

        IncrementalValueProvider<(CatalogFile Catalog, CatalogScope? Scope)> input = catalog.Combine(scope);

        context.RegisterSourceOutput(
            input.SelectMany(static (pair, _) => GroupSource.All(pair.Catalog, pair.Scope)).WithTrackingName(TrackingNames.Groups),
            static (output, group) => output.AddSource(group.HintName, group.Write()));
        context.RegisterSourceOutput(
            input.SelectMany(static (pair, _) => RemovedGroupsSource.All(pair.Catalog, pair.Scope)).WithTrackingName(TrackingNames.RemovedGroups),
            static (output, table) => output.AddSource(RemovedGroupsSource.HintName, table.Write()));
        context.RegisterSourceOutput(
            input.SelectMany(static (pair, _) => PluginSource.All(pair.Catalog, pair.Scope)).WithTrackingName(TrackingNames.Plugins),
            static (output, plugin) => output.AddSource(plugin.HintName, plugin.Write()));
        context.RegisterSourceOutput(
            input.SelectMany(static (pair, _) => EnumSource.All(pair.Catalog, pair.Scope)).WithTrackingName(TrackingNames.Enums),
            static (output, type) => output.AddSource(type.HintName, type.Write()));
    }
}
