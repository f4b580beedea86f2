using AuditSdk.Semantics.Catalog;
using AuditSdk.Semantics.Checks;
using AuditSdk.Semantics.Checks.Policy;
using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Emission;

/// <summary>What the project's properties say about the checks of policies.</summary>
internal sealed class PolicyCheckSettings(IReadOnlyDictionary<string, string> settings)
{
    private readonly PolicyCheckOptions _options = new()
    {
        Catalog = CatalogOf(settings),
        Profile = CheckProfiles.Parse(settings.GetValueOrDefault("profile")) ?? CheckProfile.Default,
    };

    /// <summary>Reports properties that mean nothing.</summary>
    public static void Verify(IReadOnlyDictionary<string, string> settings, FindingSink findings)
    {
        if (settings.GetValueOrDefault("profile") is { } profile && CheckProfiles.Parse(profile) is null)
            findings.Error("AUD9018", $"AuditSdkProfile is '{profile}', which is no profile; write default, cis or strict.", Origin.None);
        if (settings.GetValueOrDefault("kubernetes") is { Length: > 0 } release && !Version.TryParse(release, out _))
            findings.Error("AUD9016", $"AuditSdkKubernetes is '{release}', which is no release; write one such as 1.34.", Origin.None);
    }

    /// <summary>The options for a policy.</summary>
    /// <param name="release">The release that its class names; null for the project's.</param>
    public PolicyCheckOptions For(string? release)
        => (release ?? settings.GetValueOrDefault("kubernetes")) is { Length: > 0 } wanted ? _options with { Release = wanted } : _options;

    private static ResourceCatalog CatalogOf(IReadOnlyDictionary<string, string> settings)
        => settings.TryGetValue("catalog", out string? files)
            ? ResourceCatalog.With(files.Split('\n').Select(file => CatalogReader.Read(File.ReadAllText(file), file)))
            : ResourceCatalog.Kubernetes;
}
