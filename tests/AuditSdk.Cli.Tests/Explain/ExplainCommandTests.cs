namespace AuditSdk.Cli.Tests.Explain;

public sealed class ExplainCommandTests
{
    [Fact]
    public void Id_PrintsItsPage()
    {
        Run run = Run.Of("explain", "aud1101");
        Assert.Equal((0, File.ReadAllText(Path.Combine(SourceTree.Root, "docs", "rules", "AUD1101.md"))), (run.Code, run.Out));
    }

    [Fact]
    public void EveryPage_CanBePrinted()
        => Assert.All(Directory.EnumerateFiles(Path.Combine(SourceTree.Root, "docs", "rules"), "AUD*.md"), page => Assert.Equal(0, Run.Of("explain", Path.GetFileNameWithoutExtension(page)).Code));

    [Fact]
    public void UnknownId_IsBadUsageAndNamesTheIds()
    {
        Run run = Run.Of("explain", "AUD0000");
        Assert.Equal(3, run.Code);
        Assert.Contains("AUD1101", run.Error, StringComparison.Ordinal);
    }
}
