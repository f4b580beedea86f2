using AuditSdk.Semantics.Checks;
using AuditSdk.Semantics.Checks.Policy;
using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Semantics.Tests.Checks.Policy;

/// <summary>What the checks say of policies that people wrote.</summary>
public sealed class RealPolicyTests
{
    [Fact]
    public void GuidePolicy_HasTheFindingsThatWereReviewed()
        => Snapshot.Match(string.Concat(Run(File.ReadAllText(SourceTree.Data("guide", "audit-policy.yaml")), CheckProfile.Default).Select(f => $"{f.Origin.Line}:{f.Origin.Column} {f.Id} {f.Severity} {f.Path}: {f.Message}\n")));

    /// <summary>By file: the ids of errors and warnings. Each was looked at; a new one has to be.</summary>
    [SkippableFact]
    public void RealPolicies_HaveTheFindingsThatWereReviewed()
    {
        IEnumerable<string> files = Directory.EnumerateFiles(SourceTree.Corpus("policies"), "*.yaml").Order(StringComparer.Ordinal);

        Snapshot.Match(string.Concat(files.Select(f => $"{Path.GetFileName(f)[..3]}: {Summary(Run(File.ReadAllText(f), CheckProfile.Default))}\n")));
    }

    [SkippableFact]
    public void RealPolicies_CrashNoCheckOfAnyProfile()
        => Assert.All(Directory.EnumerateFiles(SourceTree.Corpus("policies"), "*.yaml"), f => Assert.All(Run(File.ReadAllText(f), CheckProfile.Strict), finding => Assert.NotEqual(FindingSeverity.Info, finding.Severity)));

    private static string Summary(IReadOnlyList<Finding> findings)
        => string.Join(' ', findings.Where(f => f.Severity != FindingSeverity.Info && !f.Id.StartsWith("AUD11", StringComparison.Ordinal)).GroupBy(f => f.Id).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => $"{g.Key}x{g.Count()}"));

    private static IReadOnlyList<Finding> Run(string text, CheckProfile profile) => PolicyFile.Check(text, null, new PolicyCheckOptions { Profile = profile });
}
