using System.Text.RegularExpressions;
using AuditSdk.Semantics.Checks.Fluentd;
using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd;

namespace AuditSdk.Semantics.Tests.Checks.Fluentd.Routing;

/// <summary>The page of each check of routing: its bad example is reported, its good one is not.</summary>
public sealed class RoutingPageTests
{
    public static TheoryData<string> Ids => [.. FluentdChecks.All.Select(c => c.Descriptor.Id).Where(id => string.CompareOrdinal(id, "AUD2010") >= 0 && string.CompareOrdinal(id, "AUD2030") < 0)];

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
        Assert.Contains($"dotnet_diagnostic.{id}.severity", Page(id), StringComparison.Ordinal);
        Assert.Contains($"\"FluentdPipeline\", \"{id}\", Justification", Page(id), StringComparison.Ordinal);
    }

    private static IReadOnlyList<Finding> Run(string id, string example)
    {
        Match text = Regex.Match(Page(id), $"\n{example}:\n\n```conf\n(.*?)```\n", RegexOptions.Singleline);
        Assert.True(text.Success, $"{id}.md has no {example} example.");
        return ConfFile.Check(text.Groups[1].Value, id, new FluentdCheckOptions());
    }

    private static string Page(string id) => File.ReadAllText(Path.Combine(SourceTree.Root, "docs", "rules", id + ".md"));
}
