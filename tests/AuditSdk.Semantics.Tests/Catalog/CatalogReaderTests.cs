using System.Text;
using AuditSdk.Semantics.Catalog;
using AuditSdk.Semantics.Documents;
using CsCheck;

namespace AuditSdk.Semantics.Tests.Catalog;

public class CatalogReaderTests
{
    private const string Kubernetes = """
        # What one release serves.
        releases 1.31 1.32
        group apps
          resource deployments kind Deployment namespaced verbs get,list doc "Pods that are replaced one by one."
            subresource scale kind Scale verbs get,patch,update since 1.32
          resource things as Stuff kind Thing until 1.31
        group ""
          resource pods kind Pod namespaced

        removed-group extensions 1.22 "apps took its place"
        """;

    private const string Fluentd = """
        enum Compress text gz gzip zstd@1.19
        plugin output file since 1.18 gem fluent-plugin-file
          doc "Writes \"files\"."
          argument chunk_keys array(string)
          param path string required
          param compress enum(Compress) default text
          param password string secret deprecated removed 1.19 before 1.20 default "" alias pass as PassWord doc "Not in clear."
          param time_key string legacy
          section buffer plugin buffer
          section rule multi required since 1.18
            param key string
            param way label
            section deeper as Down
              param flag bool
          section record free
          section case multi untyped plugin output
        extend filter record_transformer
          doc "Changes records."
          doc enable_ruby "Runs Ruby."
          section record free
        """;

    [Fact]
    public void KubernetesLines_AreResources()
    {
        CatalogFile file = CatalogReader.Read(Kubernetes, "k.catalog");

        Assert.Empty(file.Findings);
        Assert.Equal(["1.31", "1.32"], file.Releases);
        Assert.Equal(["Apps", "Core"], file.Groups.Select(g => g.ClassName));
        CatalogResource deployments = file.Groups[0].Resources[0];
        Assert.Equal(("deployments", "Deployments", "Deployment", true), (deployments.Name, deployments.MemberName, deployments.Kind, deployments.Namespaced));
        Assert.Equal(["get", "list"], deployments.Verbs);
        Assert.Equal("Pods that are replaced one by one.", deployments.Summary);
        CatalogResource scale = Assert.Single(deployments.Subresources);
        Assert.Equal(("scale", "Scale", "Scale", true, "1.32"), (scale.Name, scale.MemberName, scale.Kind, scale.Namespaced, scale.Since));
        CatalogResource things = file.Groups[0].Resources[1];
        Assert.Equal(("Stuff", false, "1.31"), (things.MemberName, things.Namespaced, things.Until));
        Assert.Equal(new CatalogRemovedGroup("extensions", "1.22", "apps took its place"), Assert.Single(file.RemovedGroups));
    }

    [Fact]
    public void FluentdLines_ArePlugins()
    {
        CatalogFile file = CatalogReader.Read(Fluentd, "f.catalog");

        Assert.Empty(file.Findings);
        Assert.Equal([new("text", null), new("gz", null), new("gzip", null), new("zstd", "1.19")], Assert.Single(file.Enums).Values);
        CatalogPlugin plugin = Assert.Single(file.Plugins);
        Assert.Equal(("output", "file", "FileOutput", "1.18", "fluent-plugin-file", 2), (plugin.Kind, plugin.Type, plugin.ClassName, plugin.Since, plugin.Gem, plugin.Line));
        Assert.Equal("Writes \"files\".", plugin.Body.Summary);
        Assert.Equal(("array", "string"), (plugin.Body.Argument!.Type, plugin.Body.Argument.ValueType));
        Assert.Equal(["Path", "Compress", "PassWord", "LegacyTimeKey"], plugin.Body.Parameters.Select(p => p.MemberName));
        CatalogParameter password = plugin.Body.Parameters[2];
        Assert.Equal((true, true, "1.19", "1.20", "", "pass", "Not in clear."), (password.Secret, password.Deprecated, password.Removed, password.Before, password.Default, password.Alias, password.Summary));
        Assert.Equal(["Buffer", "Rules", "Record", "Cases"], plugin.Body.Sections.Select(s => s.MemberName));
        CatalogSection rule = plugin.Body.Sections[1];
        Assert.Equal((true, true, "1.18", "Down"), (rule.Multi, rule.Required, rule.Since, rule.Body.Sections[0].MemberName));
        Assert.Equal(("way", "label"), (rule.Body.Parameters[1].Name, rule.Body.Parameters[1].Type));
        Assert.True(plugin.Body.Sections[2].FreeForm);
        Assert.Equal((true, "output"), (plugin.Body.Sections[3].Untyped, plugin.Body.Sections[3].PluginKind));
        CatalogPlugin extension = Assert.Single(file.Extensions);
        Assert.Equal(new CatalogSentence("enable_ruby", "Runs Ruby.", 19), Assert.Single(extension.Body.Sentences));
    }

    [Theory]
    [InlineData("grup apps", 1, 1, "Did you mean 'group'?")]
    [InlineData("group apps\n  resorce pods kind Pod", 2, 3, "Did you mean 'resource'?")]
    [InlineData("group Apps", 1, 7, "is not a group")]
    [InlineData("group apps\n  resource pods kind", 2, 17, "ends too early; expected a kind")]
    [InlineData("group apps\n  resource pods namspaced", 2, 17, "Did you mean 'namespaced'?")]
    [InlineData("releases 1.31\ngroup apps\n  resource pods since 1.30", 3, 12, "not in the line 'releases'")]
    [InlineData("plugin outpt file", 1, 8, "Did you mean 'output'?")]
    [InlineData("plugin output file\n  param path strin", 2, 14, "is not a type")]
    [InlineData("plugin output file\n  param path enum", 2, 14, "is not a type")]
    [InlineData("plugin output file\n  param path array(label)", 2, 14, "is not a type")]
    [InlineData("plugin output file\n  param path string\n  param path string", 3, 3, "declared twice")]
    [InlineData("plugin output file\n  param path string required required", 2, 30, "given twice")]
    [InlineData("plugin output file\n  param path string as Type", 2, 3, "C# name Type is taken")]
    [InlineData("plugin output file\n  param path string as FileOutput", 2, 3, "C# name FileOutput is taken")]
    [InlineData("plugin output file\n  section a>b", 2, 11, "letters, digits and underscores")]
    [InlineData("plugin output file\n  section a free multi", 2, 11, "free keys")]
    [InlineData("plugin output file\n  section a plugin buffer\n    param x string", 2, 11, "only 'doc'")]
    [InlineData("plugin output file\nplugin output file", 2, 8, "declared twice")]
    [InlineData("enum Compress text text", 1, 20, "not in the line yet")]
    [InlineData("enum compress text", 1, 6, "Pascal case")]
    [InlineData("removed-group extensions 1.22", 1, 26, "a quoted note")]
    [InlineData("group apps extra", 1, 12, "expected as")]
    [InlineData("group apps\n   resource pods kind Pod", 2, 4, "two blanks")]
    [InlineData("group apps\n\tresource pods kind Pod", 2, 1, "tab")]
    [InlineData("group apps\n    resource pods kind Pod", 2, 5, "deeper than one level")]
    [InlineData("removed-group a 1.1 \"open", 1, 21, "not closed")]
    [InlineData("removed-group a 1.1 \"a\"b", 1, 24, "closing quote")]
    [InlineData("removed-group a 1.1 \"\\q\"", 1, 22, "No escape")]
    [InlineData("removed-group a\"b 1.1 x", 1, 16, "quote stands inside")]
    public void BrokenLine_IsOneFindingAtItsPlace(string text, int line, int column, string message)
    {
        Finding finding = Assert.Single(CatalogReader.Read(text, "x.catalog").Findings);

        Assert.Equal(("AUD9008", FindingSeverity.Error, new Origin("x.catalog", line, column)), (finding.Id, finding.Severity, finding.Origin));
        Assert.Contains(message, finding.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', finding.Message);
    }

    [Fact]
    public void BrokenLine_LeavesOutWhatItHoldsAndKeepsTheRest()
    {
        CatalogFile file = CatalogReader.Read("plugin output a\n  sectoin x\n    param y nonsense\n      more\n  param z string\nplugin output b");

        Assert.Single(file.Findings);
        Assert.Equal(["a", "b"], file.Plugins.Select(p => p.Type));
        Assert.Equal("z", Assert.Single(file.Plugins[0].Body.Parameters).Name);
        Assert.Empty(file.Plugins[0].Body.Sections);
    }

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void LineEnds_AreReadLikeAnyOther(string lineEnd)
        => Assert.Equal(CatalogReader.Read(Fluentd), CatalogReader.Read("\uFEFF" + Fluentd.ReplaceLineEndings(lineEnd)));

    [Fact]
    public void NestingWithoutEnd_IsAFinding()
    {
        StringBuilder text = new("plugin output deep\n");
        for (int level = 1; level < 200; level++) text.Append(' ', level * 2).Append("section s").Append(level).Append('\n');

        Assert.Contains("levels deep", Assert.Single(CatalogReader.Read(text.ToString()).Findings).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AnyText_IsReadWithoutException()
    {
        string[] known =
        [
            "group", "resource", "subresource", "plugin", "extend", "param", "section", "argument", "doc", "enum", "releases", "removed-group", "as", "since", "default",
            "free", "multi", "input", "string", "enum(A)", "array(", ")", "\"", "\"a b\"", "\\", "#", "A", "1.2", "a@1", "@", "\t", "  ", "    ", "\n", "\n  ", "\n    ", "\r", "\0", "\u2028", "\uD800",
        ];
        Gen<string> words = Gen.Int[0, known.Length - 1].Select(i => known[i]);
        Gen.OneOf(Gen.String, words.Array[0, 60].Select(w => string.Join(' ', w)), words.Array[0, 60].Select(string.Concat)).Sample(AssertReadable);
    }

    [Fact]
    public void MutatedText_IsReadWithoutException()
    {
        string text = Kubernetes + "\n" + Fluentd;
        Gen.Select(Gen.Int[0, text.Length - 1], Gen.Int[0, 30], Gen.String[0, 8]).Array[1, 6].Sample(edits =>
        {
            string mutated = text;
            foreach ((int at, int length, string inserted) in edits)
            {
                int start = Math.Min(at, mutated.Length);
                mutated = mutated.Remove(start, Math.Min(length, mutated.Length - start)).Insert(start, inserted);
            }

            AssertReadable(mutated);
        });
    }

    private static void AssertReadable(string text)
    {
        CatalogFile file = CatalogReader.Read(text, "x.catalog");
        Assert.All(file.Findings, f => Assert.True(f.Origin is { Line: > 0, Column: > 0 }, f.Message));
        Assert.Equal(file.Findings.Count, file.Findings.Select(f => f.Origin.Line).Distinct().Count());
        // What is left is a catalog that a writer can write.
        Assert.Empty(CatalogReader.Read(CatalogWriter.Write(file)).Findings);
    }
}
