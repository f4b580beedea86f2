using Microsoft.CodeAnalysis;

namespace AuditSdk.Generators.Tests.Emission;

public class EmissionCachingTests
{
    private const string Config = "using AuditSdk; using AuditSdk.Kubernetes;\n[AuditConfig] public class Infra {\n [EmitAs(\"f\")] public static AuditPolicy P => new(); }";

    [Fact]
    public void EditOfAnotherClass_MakesNothingAgain()
        => GeneratorHarness.Run([Config, "class Other { }"], Catalog.Samples.All).AfterEdit(1, "class Other { int x; }").AssertNothingMadeAgain();

    [Fact]
    public void EditInsideDefinition_MakesNothingAgain()
        => GeneratorHarness.Run([Config], Catalog.Samples.All).AfterEdit(0, Config.Replace("new()", "new() { Name = \"n\" }", StringComparison.Ordinal)).AssertNothingMadeAgain();

    [Fact]
    public void EditThatMovesLines_MakesOnlyTheRegistryAgain()
    {
        GeneratorRun run = GeneratorHarness.Run([Config], Catalog.Samples.All).AfterEdit(0, "\n" + Config);
        Assert.Equal([IncrementalStepRunReason.Modified], run.Reasons(TrackingNames.EmissionMembers));
        Assert.Equal([IncrementalStepRunReason.Modified], run.Reasons(TrackingNames.EmissionRegistry));
        Assert.Single(run.OutputReasons(), r => r != IncrementalStepRunReason.Cached);
        Assert.All(run.Reasons(TrackingNames.CatalogScope).Concat(run.Reasons(TrackingNames.Groups)).Concat(run.Reasons(TrackingNames.Plugins)), r => Assert.NotEqual(IncrementalStepRunReason.Modified, r));
        run.AssertCompiles();
    }

    [Fact]
    public void ClassMarkedInAnotherFile_RegistersItsMember()
    {
        const string Part = "using AuditSdk; using AuditSdk.Kubernetes; public partial class Infra { [EmitAs(\"f\")] public static AuditPolicy P => new(); }";
        GeneratorRun before = GeneratorHarness.Run([Part, "public partial class Infra { }"]);
        Assert.NotNull(Assert.Single(before.Register()).Refusal);
        Assert.Null(Assert.Single(before.AfterEdit(1, "[AuditSdk.AuditConfig] public partial class Infra { }").Register()).Refusal);
    }
}
