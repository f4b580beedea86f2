using AuditSdk.Semantics.Catalog;
using AuditSdk.Semantics.Checks;
using AuditSdk.Semantics.Checks.Policy;
using AuditSdk.Semantics.Kubernetes;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace AuditSdk.Analyzers;

/// <summary>What the policies of a compilation are checked for.</summary>
internal sealed class CheckSettings
{
    private readonly AnalyzerOptions _options;
    private readonly Func<SourceText, CatalogFile?> _read;
    private readonly string? _release;
    private readonly CheckProfile _profile;
    private ResourceCatalog? _catalog;

    /// <summary>Reads the properties <c>AuditSdkProfile</c> and <c>AuditSdkKubernetes</c>.</summary>
    /// <param name="options">The options of the compilation.</param>
    /// <param name="read">Reads a catalog of the user's own resources, once for each text.</param>
    public CheckSettings(AnalyzerOptions options, Func<SourceText, CatalogFile?> read)
    {
        (_options, _read) = (options, read);
        AnalyzerConfigOptions properties = options.AnalyzerConfigOptionsProvider.GlobalOptions;
        _release = Property(properties, "AuditSdkKubernetes");
        // A name that is none is an error of the build.
        _profile = CheckProfiles.Parse(Property(properties, "AuditSdkProfile")) ?? CheckProfile.Default;
    }

    /// <summary>The options of a policy.</summary>
    /// <param name="release">The release that its class names; null for none.</param>
    /// <param name="cancellation">Ends reading the catalogs early.</param>
    public PolicyCheckOptions For(string? release, CancellationToken cancellation)
    {
        PolicyCheckOptions options = new() { Catalog = Catalog(cancellation), Profile = _profile };
        return (release ?? _release) is { } named ? options with { Release = named } : options;
    }

    private static string? Property(AnalyzerConfigOptions options, string name)
        => options.TryGetValue("build_property." + name, out string? value) && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;

    // Two threads that ask at once make the same.
    private ResourceCatalog Catalog(CancellationToken cancellation) => _catalog ??= ResourceCatalog.With(_options.AdditionalFiles
        .Where(f => f.Path.EndsWith(".catalog", StringComparison.OrdinalIgnoreCase))
        .Select(f => f.GetText(cancellation) is { } text ? _read(text) : null)
        .OfType<CatalogFile>());
}
