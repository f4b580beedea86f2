using System.Globalization;
using AuditSdk.Semantics.Catalog;
using AuditSdk.Semantics.Checks;
using AuditSdk.Semantics.Checks.Fluentd;
using AuditSdk.Semantics.Checks.Policy;
using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd;
using AuditSdk.Semantics.Kubernetes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace AuditSdk.Analyzers;

/// <summary>What the policies and pipelines of a compilation are checked for.</summary>
internal sealed class CheckSettings
{
    private readonly AnalyzerOptions _options;
    private readonly AnalyzerConfigOptions _properties;
    private readonly Func<SourceText, CatalogFile?> _read;
    private readonly string? _release;
    private readonly string? _fluentd;
    private readonly CheckProfile _profile;
    private ValueList<CatalogFile>? _catalogs;
    private ResourceCatalog? _resources;

    /// <summary>Reads the properties <c>AuditSdkProfile</c>, <c>AuditSdkKubernetes</c> and <c>AuditSdkFluentd</c>.</summary>
    /// <param name="options">The options of the compilation.</param>
    /// <param name="read">Reads a catalog of the user's own resources or plugins, once for each text.</param>
    public CheckSettings(AnalyzerOptions options, Func<SourceText, CatalogFile?> read)
    {
        (_options, _read) = (options, read);
        _properties = options.AnalyzerConfigOptionsProvider.GlobalOptions;
        _release = Property(_properties, "AuditSdkKubernetes");
        _fluentd = Property(_properties, "AuditSdkFluentd");
        // A name that is none is an error of the build.
        _profile = CheckProfiles.Parse(Property(_properties, "AuditSdkProfile")) ?? CheckProfile.Default;
    }

    /// <summary>The options of a policy.</summary>
    /// <param name="release">The release that its class names; null for none.</param>
    /// <param name="cancellation">Ends reading the catalogs early.</param>
    public PolicyCheckOptions For(string? release, CancellationToken cancellation)
    {
        PolicyCheckOptions options = new() { Catalog = _resources ??= ResourceCatalog.With(Catalogs(cancellation)), Profile = _profile };
        return (release ?? _release) is { } named ? options with { Release = named } : options;
    }

    /// <summary>The options of a pipeline.</summary>
    /// <param name="fluentd">The fluentd that its class names; null for none.</param>
    /// <param name="types">Types of plugins that the pipeline itself declares.</param>
    /// <param name="cancellation">Ends reading the catalogs early.</param>
    public FluentdCheckOptions ForPipeline(string? fluentd, IEnumerable<string> types, CancellationToken cancellation) => new()
    {
        // A fluentd that is none is an error of the build.
        Target = FluentdTarget.Parse(fluentd ?? _fluentd) ?? FluentdTarget.Default,
        Catalogs = Catalogs(cancellation),
        Types = ValueList.From(types),
        Profile = _profile,
    };

    /// <summary>What is known of the audit log of a class: what it says itself, else what the project says.</summary>
    public AuditLogSettings AuditLog(AttributeData? config) => new()
    {
        Path = Argument(config, "AuditLogPath") as string ?? Property(_properties, "AuditSdkAuditLogPath"),
        MaxSize = Number(config, "AuditLogMaxSize"),
        MaxBackup = Number(config, "AuditLogMaxBackup"),
        MaxAge = Number(config, "AuditLogMaxAge"),
    };

    // A number that the server would refuse is an error of the build.
    private int? Number(AttributeData? config, string name) => Argument(config, name) switch
    {
        int number => number >= 0 ? number : null,
        _ => int.TryParse(Property(_properties, "AuditSdk" + name), NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null,
    };

    private static object? Argument(AttributeData? config, string name) => config?.NamedArguments.FirstOrDefault(a => a.Key == name).Value.Value;

    private static string? Property(AnalyzerConfigOptions options, string name)
        => options.TryGetValue("build_property." + name, out string? value) && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;

    // Two threads that ask at once make the same.
    private ValueList<CatalogFile> Catalogs(CancellationToken cancellation) => _catalogs ??= ValueList.From(_options.AdditionalFiles
        .Where(f => f.Path.EndsWith(".catalog", StringComparison.OrdinalIgnoreCase))
        .Select(f => f.GetText(cancellation) is { } text ? _read(text) : null)
        .OfType<CatalogFile>());
}
