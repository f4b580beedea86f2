using Microsoft.CodeAnalysis;

namespace AuditSdk.Generators.Tests.Catalog;

public class CatalogCachingTests
{
    [Fact]
    public void EditOfOneCatalog_LeavesEveryOtherSourceCached()
    {
        GeneratorRun run = GeneratorHarness.Run("", Samples.All).AfterCatalogEdit("certificates.catalog", t => t.Replace("kind Issuer", "kind Issuing", StringComparison.Ordinal));
        Assert.Single(run.Reasons(TrackingNames.CatalogFiles), IncrementalStepRunReason.Modified);
        Assert.Single(run.Reasons(TrackingNames.Groups), IncrementalStepRunReason.Modified);
        Assert.Single(run.Reasons(TrackingNames.Groups), IncrementalStepRunReason.Unchanged);
        Assert.All(run.Reasons(TrackingNames.Plugins).Concat(run.Reasons(TrackingNames.Enums)), r => Assert.Equal(IncrementalStepRunReason.Unchanged, r));
        Assert.Single(run.OutputReasons(), r => r != IncrementalStepRunReason.Cached);
        run.AssertCompiles();
    }

    [Theory]
    [InlineData("certificates.catalog")]
    [InlineData("plugins.catalog")]
    public void CommentInCatalog_MakesNothingAgain(string name)
        => Assert.All(
            GeneratorHarness.Run("", Samples.All).AfterCatalogEdit(name, t => "# said later\n\n" + t).OutputReasons(),
            r => Assert.Equal(IncrementalStepRunReason.Cached, r));

    [Fact]
    public void EditOfSource_MakesNothingAgain()
        => GeneratorHarness.Run(["class A { }", "class B { }"], Samples.All).AfterEdit(1, "class B { int x; }").AssertNothingMadeAgain();
}
