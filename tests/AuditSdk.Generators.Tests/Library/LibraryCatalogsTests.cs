using Microsoft.CodeAnalysis;

namespace AuditSdk.Generators.Tests.Library;

/// <summary>All catalogs of the library at once: the size that caching is for, and, as catalogs of a user, names of the library at every step.</summary>
public class LibraryCatalogsTests
{
    private const string Crd = "group shop.example.com as Shop\n  resource orders kind Order namespaced\n";

    private static readonly (string, string)[] Catalogs =
    [
        .. Directory.EnumerateFiles(Path.Combine(SourceTree.Root, "src", "AuditSdk", "Catalog"), "*.catalog", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(f => (Path.GetFileName(f), File.ReadAllText(f))),
    ];

    [Fact]
    public void DeclaredAgainByUser_CompileUnderOtherNames()
    {
        GeneratorRun run = GeneratorHarness.Run("""
            using AuditSdk.Fluentd;
            using AuditSdk.Kubernetes;

            public class User
            {
                object _library = new TailInput { Path = Core.Pods.Facts!.Kind };
                object _own = new OwnTailInput { Path = OwnCore.Pods.Facts!.Kind, Parse = new OwnJsonParser { TimeType = TimeType.String } };
            }
            """, Catalogs);
        Assert.True(run.Sources.Count > 100);
        Assert.DoesNotContain(run.Sources.Values, s => s.Contains("enum ", StringComparison.Ordinal));
    }

    [Fact]
    public void EnumOfTheLibraryWithOtherValues_GetsAnotherName()
        => GeneratorHarness.Run(
            "class C { object o = new AuditSdk.Fluentd.ShopOutput { Type1 = AuditSdk.Fluentd.OwnTimeType.Lunar, Type2 = AuditSdk.Fluentd.SslVersion.TLSv1_2, Type3 = AuditSdk.Fluentd.OwnPluginLogLevel.Loud }; }",
            ("own.catalog", "enum TimeType lunar\nenum SslVersion TLSv1_2\nenum PluginLogLevel loud\nplugin output shop\n  param type1 enum(TimeType)\n  param type2 enum(SslVersion)\n  param type3 enum(PluginLogLevel)\n"));

    [Fact]
    public void ExtensionOfPluginOfTheLibrary_ChangesNothing()
        => Assert.Empty(GeneratorHarness.Run("", ("own.catalog", "extend input tail\n  param mine string\n")).Sources);

    [Fact]
    public void UnrelatedEdit_MakesNothingAgain()
        => GeneratorHarness.Run(["class A { }", "class B { }"], [.. Catalogs, ("crd.catalog", Crd)]).AfterEdit(1, "class B { int x; }").AssertNothingMadeAgain();

    [Fact]
    public void EditOfOneCrd_MakesOneSourceAgain()
    {
        GeneratorRun run = GeneratorHarness.Run("", [.. Catalogs, ("crd.catalog", Crd)]).AfterCatalogEdit("crd.catalog", t => t.Replace("kind Order", "kind Ordered", StringComparison.Ordinal));
        Assert.Equal([IncrementalStepRunReason.Modified], run.OutputReasons().Where(r => r != IncrementalStepRunReason.Cached));
        Assert.True(run.OutputReasons().Count > 100);
        run.AssertCompiles();
    }
}
