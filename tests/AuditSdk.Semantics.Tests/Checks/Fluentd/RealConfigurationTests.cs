using AuditSdk.Semantics.Checks;
using AuditSdk.Semantics.Checks.Fluentd;
using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd;

namespace AuditSdk.Semantics.Tests.Checks.Fluentd;

/// <summary>What the checks say of configurations that people wrote, beside what fluentd says itself.</summary>
public sealed class RealConfigurationTests
{
    /// <summary>The sample of the guide is its configuration in C#; what is written to the file is checked.</summary>
    [Fact]
    public void GuideConfiguration_HasTheFindingsThatWereReviewed()
        => Snapshot.Match(string.Concat(Run(Path.Combine(SourceTree.Root, "samples", "KubernetesGuide", "expected", "td-agent.conf"), CheckProfile.Default).Select(f => $"{f.Origin.Line}:{f.Origin.Column} {f.Id} {f.Severity}: {f.Message}\n")));

    [Fact]
    public void ModernConfiguration_HasNoFinding()
        => Assert.Empty(Run(Path.Combine(SourceTree.Root, "samples", "ModernPipeline", "expected", "td-agent.conf"), CheckProfile.Default));

    /// <summary>By file: the ids of errors and warnings. Each was looked at; a new one has to be.</summary>
    [SkippableFact]
    public void RealConfigurations_HaveTheFindingsThatWereReviewed()
    {
        IEnumerable<string> files = Directory.EnumerateFiles(SourceTree.Corpus("fluentd")).Where(IsConfiguration).Order(StringComparer.Ordinal);

        Snapshot.Match(string.Concat(files.Select(f => (Path.GetFileName(f)[..3], Summary(f))).Where(s => s.Item2.Length > 0).Select(s => $"{s.Item1}: {s.Item2}\n")));
    }

    [SkippableFact]
    public void RealConfigurations_CrashNoCheckOfAnyProfile()
        => Assert.All(Directory.EnumerateFiles(SourceTree.Corpus("fluentd")).Where(IsConfiguration), f => Assert.All(Run(f, CheckProfile.Strict), finding => Assert.NotEqual(FindingSeverity.Info, finding.Severity)));

    private static bool IsConfiguration(string file) => file.EndsWith(".conf", StringComparison.Ordinal);

    private static string Summary(string file)
        => string.Join(' ', Run(file, CheckProfile.Default).Where(f => f.Severity != FindingSeverity.Info && IsOfHere(f.Id)).GroupBy(f => f.Id).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => $"{g.Key}x{g.Count()}"));

    // Routes and what fluentd says itself have reviewed lists of their own.
    private static bool IsOfHere(string id) => string.CompareOrdinal(id, "AUD2100") < 0 && id is not (['A', 'U', 'D', '2', '0', '1' or '2', ..]);

    private static IReadOnlyList<Finding> Run(string file, CheckProfile profile) => ConfFile.Check(File.ReadAllText(file), Path.GetFileName(file), new FluentdCheckOptions { Profile = profile });
}
