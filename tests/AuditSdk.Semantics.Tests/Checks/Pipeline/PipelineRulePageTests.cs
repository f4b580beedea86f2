using System.Text.RegularExpressions;
using AuditSdk.Semantics.Checks.Fluentd;
using AuditSdk.Semantics.Checks.Pipeline;
using AuditSdk.Semantics.Checks.Policy;
using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd;
using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Semantics.Tests.Checks.Pipeline;

/// <summary>Every check of a policy with its pipeline has a page whose bad example it reports and whose good one it does not.</summary>
public sealed class PipelineRulePageTests
{
    public static TheoryData<string> Ids => [.. PipelineChecks.All.Select(c => c.Descriptor.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void BadExample_IsReportedAndNothingElse(string id) => Assert.Equal([id], Run(id, "Bad").Select(f => f.Id).Distinct());

    [Theory]
    [MemberData(nameof(Ids))]
    public void GoodExample_HasNoFinding(string id) => Assert.Empty(Run(id, "Good"));

    [Theory]
    [MemberData(nameof(Ids))]
    public void Examples_AreRightByThemselves(string id) => Assert.All(["Bad", "Good"], example =>
    {
        Assert.DoesNotContain(PolicyFile.Check(Block(id, example, "yaml")!, "policy.yaml", new PolicyCheckOptions()), f => f.IsRefusal);
        Assert.DoesNotContain(ConfFile.Check(Block(id, example, "conf")!, "fluent.conf", new FluentdCheckOptions()), f => f.Severity == FindingSeverity.Error);
    });

    [Theory]
    [MemberData(nameof(Ids))]
    public void Page_SaysHowToConfigure(string id)
    {
        Assert.Contains("\n## Configuration\n", Page(id), StringComparison.Ordinal);
        Assert.Contains($"dotnet_diagnostic.{id}.severity", Page(id), StringComparison.Ordinal);
        Assert.StartsWith($"# {id}: {PipelineChecks.All.Single(c => c.Descriptor.Id == id).Descriptor.Title}\n", Page(id), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Checks_StandInTheOrderOfTheirIds()
    {
        string[] ids = [.. PipelineChecks.All.Select(c => c.Descriptor.Id)];
        Assert.Equal(ids.Order(StringComparer.Ordinal).Distinct(), ids);
    }

    private static IReadOnlyList<Finding> Run(string id, string example) => PipelineFindings.Of(Block(id, example, "yaml")!, Block(id, example, "conf")!, Block(id, example, "sh") ?? "");

    // An example has a block for each file, and one for the flags of the server where they matter.
    private static string? Block(string id, string example, string language)
    {
        Match blocks = Regex.Match(Page(id), $"\n{example}:\n\n((?:```[a-z]+\n.*?```\n\n)+)", RegexOptions.Singleline);
        Assert.True(blocks.Success, $"{id}.md has no {example} example.");
        Match block = Regex.Match(blocks.Groups[1].Value, $"```{language}\n(.*?)```", RegexOptions.Singleline);
        return block.Success ? block.Groups[1].Value : null;
    }

    private static string Page(string id) => File.ReadAllText(Path.Combine(SourceTree.Root, "docs", "rules", id + ".md"));
}
