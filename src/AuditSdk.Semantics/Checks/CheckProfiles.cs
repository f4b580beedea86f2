using AuditSdk.Semantics.Documents;

namespace AuditSdk.Semantics.Checks;

/// <summary>Profiles by the names that people write.</summary>
public static class CheckProfiles
{
    /// <summary>The profile of a name, in any case; the default where nothing is written, null where the name is none.</summary>
    public static CheckProfile? Parse(string? name)
    {
        string written = (name ?? "").Trim();
        if (written.Length == 0) return CheckProfile.Default;
        foreach (CheckProfile profile in (CheckProfile[])[CheckProfile.Default, CheckProfile.Cis, CheckProfile.Strict])
        {
            if (string.Equals(profile.ToString(), written, StringComparison.OrdinalIgnoreCase)) return profile;
        }

        return null;
    }

    /// <summary>To those who ask for everything, what is only worth knowing is a warning.</summary>
    internal static IReadOnlyList<Finding> Apply(IReadOnlyList<Finding> findings, CheckProfile profile)
        => profile == CheckProfile.Strict ? [.. findings.Select(Stricter)] : findings;

    private static Finding Stricter(Finding finding) => finding.Severity == FindingSeverity.Info ? finding with { Severity = FindingSeverity.Warning } : finding;
}
