using AuditSdk.Semantics.Catalog;
using AuditSdk.Semantics.Documents;
using CsCheck;

namespace AuditSdk.Semantics.Tests.Catalog;

public class CatalogSetTests
{
    private const string Declared = """
        enum Mode a b
        plugin output x
          param path string
          param mode enum(Mode)
          section rule multi
            param key string
        """;

    [Fact]
    public void Extension_AddsToThePluginOfAnotherFile()
    {
        CatalogFile merged = Merge(Declared, """
            extend output x
              doc "Writes."
              doc path "Where."
              param rules string
              param x_output string
              section free_keys free
              section rule
                doc key "The key."
                param more bool
            """);

        Assert.Empty(merged.Findings);
        Assert.Empty(merged.Extensions);
        CatalogBody body = Assert.Single(merged.Plugins).Body;
        Assert.Equal("Writes.", body.Summary);
        Assert.Equal(["path Path Where.", "mode Mode ", "rules RulesParameter ", "x_output XOutputParameter "], body.Parameters.Select(p => $"{p.Name} {p.MemberName} {p.Summary}"));
        Assert.Equal(["rule", "free_keys"], body.Sections.Select(s => s.Name));
        Assert.True(body.Sections[0].Multi);
        Assert.Equal(["key The key.", "more "], body.Sections[0].Body.Parameters.Select(p => $"{p.Name} {p.Summary}"));
    }

    [Fact]
    public void ExtensionOfEveryType_GivesSentencesWhereThereAreNone()
    {
        CatalogFile merged = Merge(
            "plugin buffer a\n  param path string\n  section s\n    param deep string",
            "plugin buffer b\n  param path string doc \"Own.\"",
            "extend buffer *\n  doc path \"Common.\"\n  section s\n    doc deep \"Deep.\"");

        Assert.Empty(merged.Findings);
        Assert.Equal(["Common.", "Own."], merged.Plugins.Select(p => p.Body.Parameters[0].Summary));
        Assert.Equal("Deep.", merged.Plugins[0].Body.Sections[0].Body.Parameters[0].Summary);
    }

    [Theory]
    [InlineData("extend output *\n  param path string", "f1.catalog", 1, "sentences of parameters and sections only")]
    [InlineData("extend output *\n  doc nowhere \"N.\"", "f1.catalog", 2, "No plugin of kind output")]
    [InlineData("extend output y\n  doc \"Y.\"", "f1.catalog", 1, "no plugin output 'y'")]
    [InlineData("extend output x\n  doc pth \"P.\"", "f1.catalog", 2, "Did you mean 'path'?")]
    [InlineData("extend output x\n  param path string", "f1.catalog", 1, "Parameter 'path'")]
    [InlineData("extend output x\n  section rule multi", "f1.catalog", 1, "Section 'rule'")]
    [InlineData("extend output x\n  param other enum(Missing)", "f0.catalog", 2, "no catalog declares")]
    [InlineData("plugin output x\n  param other string", "f1.catalog", 1, "declared differently in f0.catalog")]
    [InlineData("enum Mode a c", "f1.catalog", 0, "Enum Mode")]
    public void WhatDoesNotFit_IsAFindingAndTheRestStays(string text, string file, int line, string message)
    {
        CatalogFile merged = Merge(Declared, text);

        Finding finding = Assert.Single(merged.Findings);
        Assert.Equal(("AUD9008", new Origin(file, line)), (finding.Id, finding.Origin));
        Assert.Contains(message, finding.Message, StringComparison.Ordinal);
        Assert.Equal(["path", "mode"], Assert.Single(merged.Plugins).Body.Parameters.Select(p => p.Name));
    }

    [Fact]
    public void GroupsOfOneName_BecomeOne()
    {
        CatalogFile merged = Merge("group foo.io\n  resource b kind B", "group foo.io\n  resource a kind A\n  resource b kind B\ngroup foo.com\n  resource c kind C");

        Assert.Empty(merged.Findings);
        Assert.Equal([("foo.com", "FooGroup"), ("foo.io", "Foo")], merged.Groups.Select(g => (g.Name, g.ClassName)));
        Assert.Equal(["a", "b"], merged.Groups[1].Resources.Select(r => r.Name));
    }

    [Fact]
    public void ResourceDescribedInTwoWays_IsAFinding()
    {
        CatalogFile merged = Merge("group foo.io\n  resource b kind B", "group foo.io\n  resource b kind C");

        Assert.Contains("'b' of group 'foo.io' is declared differently in f0.catalog", Assert.Single(merged.Findings).Message, StringComparison.Ordinal);
        Assert.Equal("B", merged.Groups[0].Resources[0].Kind);
    }

    [Fact]
    public void Releases_AreInTheOrderOfTheirNumbers()
        => Assert.Equal(["1.9", "1.10", "1.11"], Merge("releases 1.11 1.9", "releases 1.10 1.11").Releases);

    [Fact]
    public void Order_DoesNotMatter()
        => Gen.Select(CatalogGen.File.Array[1, 4], Gen.Int).Sample((files, seed) =>
        {
            CatalogFile[] named = [.. files.Select((f, i) => f with { File = $"f{i % 2}.catalog" })];
            CatalogFile[] shuffled = [.. named];
            new Random(seed).Shuffle(shuffled);
            Assert.Equal(CatalogSet.Merge(named), CatalogSet.Merge(shuffled));
        });

    [Fact]
    public void Members_StayUniqueAfterMerging()
        => CatalogGen.File.Array[1, 4].Sample(files => Assert.All(CatalogSet.Merge(files).Plugins, p => AssertUnique(p.Body)));

    private static void AssertUnique(CatalogBody body)
    {
        string[] names = [.. body.Parameters.Select(p => p.MemberName), .. body.Sections.Select(s => s.MemberName), .. body.Argument is null ? Array.Empty<string>() : [body.Argument.MemberName]];
        Assert.Equal(names.Length, names.Distinct(StringComparer.Ordinal).Count());
        Assert.All(body.Sections, s => AssertUnique(s.Body));
    }

    private static CatalogFile Merge(params string[] texts) => CatalogSet.Merge(texts.Select((t, i) => CatalogReader.Read(t, $"f{i}.catalog")));
}
