using System.Text.RegularExpressions;
using AuditSdk.Semantics.Checks;
using AuditSdk.Semantics.Checks.Policy;
using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Semantics.Tests.Checks.Policy;

/// <summary>Every check of a policy has a page whose bad example it reports and whose good one it does not, tests of both kinds, and a row among the released rules.</summary>
public sealed partial class RulePageTests
{
    private static readonly CheckDescriptor[] Descriptors = [.. PolicyChecks.All.Select(c => c.Descriptor).Where(d => !IsOfTheReader(d.Id))];

    public static TheoryData<string> Ids => [.. Descriptors.Select(d => d.Id)];

    public static TheoryData<string> IdsWithThoseOfTheReader => [.. PolicyChecks.All.Select(c => c.Descriptor).Concat(PolicyFile.Descriptors).Select(d => d.Id)];

    [Theory]
    [MemberData(nameof(IdsWithThoseOfTheReader))]
    public void BadExample_IsReported(string id) => Assert.Contains(Run(id, "Bad"), f => f.Id == id);

    [Theory]
    [MemberData(nameof(IdsWithThoseOfTheReader))]
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
        string page = Page(id);

        Assert.Contains("\n## Configuration\n", page, StringComparison.Ordinal);
        Assert.Contains($"dotnet_diagnostic.{id}.severity", page, StringComparison.Ordinal);
        Assert.Contains($"\"{id}\", Justification", page, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Check_HasATestThatItReportsAndOneThatItDoesNot(string id)
    {
        string folder = Path.Combine(SourceTree.Root, "tests", "AuditSdk.Semantics.Tests", "Checks", "Policy");
        string[] tests = [.. Directory.EnumerateFiles(folder, "*Tests.cs", SearchOption.AllDirectories).Select(File.ReadAllText).Where(t => t.Contains($"PolicyFindings.Of(\"{id}\"", StringComparison.Ordinal))];

        string test = Assert.Single(tests);
        Assert.Matches("public void [A-Za-z]+_Reported", test);
        Assert.Matches("public void [A-Za-z]+_Silent", test);
    }

    [Fact]
    public void ReleasedRules_AreTheChecks()
    {
        string rows = File.ReadAllText(Path.Combine(SourceTree.Root, "generators", "AuditSdk.Analyzers", "AnalyzerReleases.Unshipped.md"));
        IEnumerable<string> expected = PolicyChecks.All.Select(c => $"{c.Descriptor.Id} | AuditPolicy | {c.Descriptor.Severity} | {c.Descriptor.Title}");

        Assert.Equal(expected, rows.Split('\n').Where(r => Row().IsMatch(r)));
    }

    [Fact]
    public void Checks_StandInTheOrderOfTheirIds()
    {
        string[] ids = [.. PolicyChecks.All.Select(c => c.Descriptor.Id)];

        Assert.Equal(ids.Order(StringComparer.Ordinal).Distinct(), ids);
    }

    private static IReadOnlyList<Finding> Run(string id, string example)
    {
        string page = Page(id);
        Match text = Regex.Match(page, $"\n{example}:\n\n```yaml\n(.*?)```\n", RegexOptions.Singleline);
        Assert.True(text.Success, $"{id}.md has no {example} example.");
        PolicyCheckOptions options = new() { Profile = Descriptors.FirstOrDefault(d => d.Id == id)?.Profile ?? CheckProfile.Default };
        Match release = Release().Match(page);
        return PolicyFile.Check(text.Groups[1].Value, id, release.Success ? options with { Release = release.Groups[1].Value } : options);
    }

    private static string Page(string id) => File.ReadAllText(Path.Combine(SourceTree.Root, "docs", "rules", id + ".md"));

    // What the server refuses has tests of its own, beside the reader's.
    private static bool IsOfTheReader(string id) => string.CompareOrdinal(id, "AUD1100") >= 0 && string.CompareOrdinal(id, "AUD1200") < 0;

    [GeneratedRegex("The bad example is bad for Kubernetes ([0-9.]+[0-9])")]
    private static partial Regex Release();

    [GeneratedRegex("^AUD1[0-9]{3} ")]
    private static partial Regex Row();
}
