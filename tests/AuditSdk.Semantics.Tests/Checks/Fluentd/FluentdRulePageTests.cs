using System.Text.RegularExpressions;
using AuditSdk.Semantics.Checks;
using AuditSdk.Semantics.Checks.Fluentd;
using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd;

namespace AuditSdk.Semantics.Tests.Checks.Fluentd;

/// <summary>Every check of a fluentd configuration has a page whose bad example it reports and whose good one it does not.</summary>
public sealed class FluentdRulePageTests
{
    private static readonly CheckDescriptor[] Descriptors = [ConfFile.Syntax, ConfFile.EmptyInclude, .. FluentdChecks.All.Select(c => c.Descriptor)];

    public static TheoryData<string> Ids => [.. Descriptors.Select(d => d.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void BadExample_IsReported(string id) => Assert.Contains(Run(id, "Bad"), f => f.Id == id);

    [Theory]
    [MemberData(nameof(Ids))]
    public void GoodExample_IsNotReported(string id)
    {
        IReadOnlyList<Finding> found = Run(id, "Good");

        Assert.DoesNotContain(found, f => f.Id == id);
        Assert.DoesNotContain(found, f => f.Severity == FindingSeverity.Error);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Page_SaysHowToConfigure(string id)
    {
        Assert.Contains("\n## Configuration\n", Page(id), StringComparison.Ordinal);
        Assert.Contains($"dotnet_diagnostic.{id}.severity", Page(id), StringComparison.Ordinal);
    }

    [Fact]
    public void ReleasedRules_AreTheChecks()
    {
        string rows = File.ReadAllText(Path.Combine(SourceTree.Root, "generators", "AuditSdk.Analyzers", "AnalyzerReleases.Unshipped.md"));
        IEnumerable<string> expected = FluentdChecks.All.Select(c => $"{c.Descriptor.Id} | {FluentdChecks.Category} | {c.Descriptor.Severity} | {c.Descriptor.Title}");

        Assert.Equal(expected, rows.Split('\n').Where(r => r.StartsWith("AUD2", StringComparison.Ordinal)));
    }

    [Fact]
    public void Checks_StandInTheOrderOfTheirIds()
    {
        string[] ids = [.. FluentdChecks.All.Select(c => c.Descriptor.Id)];

        Assert.Equal(ids.Order(StringComparer.Ordinal).Distinct(), ids);
    }

    private static IReadOnlyList<Finding> Run(string id, string example)
    {
        Match text = Regex.Match(Page(id), $"\n{example}:\n\n```conf\n(.*?)```\n", RegexOptions.Singleline);
        Assert.True(text.Success, $"{id}.md has no {example} example.");
        return ConfFile.Check(text.Groups[1].Value, id, new FluentdCheckOptions { Profile = Descriptors.Single(d => d.Id == id).Profile }, include: _ => []);
    }

    private static string Page(string id) => File.ReadAllText(Path.Combine(SourceTree.Root, "docs", "rules", id + ".md"));
}
