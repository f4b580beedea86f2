using System.Globalization;
using AuditSdk.Semantics.Catalog;
using AuditSdk.Semantics.Checks;
using AuditSdk.Semantics.Checks.Fluentd;
using AuditSdk.Semantics.Checks.Policy;
using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd;
using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Emission;

/// <summary>What the project's properties say about the checks.</summary>
internal sealed class CheckSettings
{
    private static readonly string[] NumberFlags = ["audit-log-maxsize", "audit-log-maxbackup", "audit-log-maxage"];

    private readonly IReadOnlyDictionary<string, string> _settings;
    private readonly PolicyCheckOptions _policies;
    private readonly FluentdCheckOptions _pipelines;

    public CheckSettings(IReadOnlyDictionary<string, string> settings)
    {
        _settings = settings;
        CatalogFile[] catalogs = [.. CatalogsOf(settings)];
        CheckProfile profile = CheckProfiles.Parse(settings.GetValueOrDefault("profile")) ?? CheckProfile.Default;
        _policies = new() { Catalog = catalogs.Length > 0 ? ResourceCatalog.With(catalogs) : ResourceCatalog.Kubernetes, Profile = profile };
        _pipelines = new() { Catalogs = catalogs, Profile = profile };
    }

    /// <summary>Reports properties that mean nothing.</summary>
    public static void Verify(IReadOnlyDictionary<string, string> settings, FindingSink findings)
    {
        if (settings.GetValueOrDefault("profile") is { } profile && CheckProfiles.Parse(profile) is null)
            findings.Error("AUD9018", $"AuditSdkProfile is '{profile}', which is no profile; write default, cis or strict.", Origin.None);
        if (settings.GetValueOrDefault("kubernetes") is { Length: > 0 } release && !Version.TryParse(release, out _))
            findings.Error("AUD9016", $"AuditSdkKubernetes is '{release}', which is no release; write one such as 1.34.", Origin.None);
        foreach (string flag in NumberFlags)
        {
            if (settings.TryGetValue(flag, out string? text) && Number(text) is null) findings.Error("AUD9016", $"The property for --{flag} is '{text}', which kube-apiserver refuses; write a whole number, 0 or more.", Origin.None);
        }
    }

    /// <summary>The options for a policy.</summary>
    /// <param name="release">The release that its class names; null for the project's.</param>
    public PolicyCheckOptions ForPolicy(string? release)
        => (release ?? _settings.GetValueOrDefault("kubernetes")) is { Length: > 0 } wanted ? _policies with { Release = wanted } : _policies;

    /// <summary>The options for a pipeline.</summary>
    /// <param name="target">The fluentd that reads it.</param>
    /// <param name="types">Types of plugins that it declares itself.</param>
    public FluentdCheckOptions ForPipeline(FluentdTarget target, ValueList<string> types) => _pipelines with { Target = target, Types = types };

    /// <summary>The audit log of a class: what it says itself, else what the project says.</summary>
    public AuditLogSettings AuditLog(EmissionTarget target)
    {
        Dictionary<string, string> own = target.AuditLog.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('=', 2)).ToDictionary(p => p[0], p => p[1], StringComparer.Ordinal);
        string? Text(string flag) => own.TryGetValue(flag, out string? value) ? value : _settings.GetValueOrDefault(flag);
        return new AuditLogSettings { Path = Text("audit-log-path"), MaxSize = Number(Text("audit-log-maxsize")), MaxBackup = Number(Text("audit-log-maxbackup")), MaxAge = Number(Text("audit-log-maxage")) };
    }

    /// <summary>A whole number of 0 or more, which is all that the server takes; null for anything else.</summary>
    public static int? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;

    private static IEnumerable<CatalogFile> CatalogsOf(IReadOnlyDictionary<string, string> settings)
        => settings.TryGetValue("catalog", out string? files) ? files.Split('\n').Select(file => CatalogReader.Read(File.ReadAllText(file), file)) : [];
}
