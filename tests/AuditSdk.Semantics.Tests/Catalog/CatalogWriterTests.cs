using AuditSdk.Semantics.Catalog;
using AuditSdk.Semantics.Documents;
using CsCheck;

namespace AuditSdk.Semantics.Tests.Catalog;

public class CatalogWriterTests
{
    [Fact]
    public void Written_IsWhatAPersonWouldWrite()
    {
        const string Text = """
            # Two lines
            # of comment
            releases 1.31 1.32
            group "" as Kernel
              resource pods kind Pod namespaced verbs get,list doc "Where containers run."
                subresource log as Logs kind Pod verbs get until 1.31
            enum Compress text zstd@1.19
            plugin output file gem fluent-plugin-file
              doc "Writes."
              param path string required default ""
              param file_output string as Special
              section rule multi
                param key array(string)
            extend output other
              doc path "Where."

            """;

        string text = Text.Replace("log as Logs kind Pod", "log as Logs", StringComparison.Ordinal);
        Assert.Equal(text, CatalogWriter.Write(CatalogReader.Read(Text), "Two lines\nof comment"));
    }

    [Fact]
    public void Written_IsReadAsTheSame() => CatalogGen.File.Sample(file =>
    {
        CatalogFile read = CatalogReader.Read(CatalogWriter.Write(file));
        Assert.Empty(read.Findings);
        Assert.Equal(WithoutLines(file), WithoutLines(read));
    });

    [Fact]
    public void Written_LosesNothing() => CatalogGen.Declared.Select(WithoutNames).Sample(file => Assert.Equal(WithoutLines(file), WithoutNames(WithoutLines(CatalogReader.Read(CatalogWriter.Write(file))))));

    private static CatalogFile WithoutNames(CatalogFile file) => file with
    {
        Groups = [.. file.Groups.Select(g => g with { ClassName = "", Resources = [.. g.Resources.Select(WithoutNames)] })],
        Plugins = [.. file.Plugins.Select(p => p with { ClassName = "", Body = WithoutNames(p.Body) })],
        Extensions = [.. file.Extensions.Select(p => p with { Body = WithoutNames(p.Body) })],
    };

    // A subresource is namespaced, and has the kind of its resource, unless it says otherwise.
    private static CatalogResource WithoutNames(CatalogResource resource)
        => resource with { MemberName = "", Subresources = [.. resource.Subresources.Select(s => s with { MemberName = "", Namespaced = resource.Namespaced })] };

    private static CatalogBody WithoutNames(CatalogBody body) => body with
    {
        Argument = body.Argument is null ? null : body.Argument with { MemberName = "" },
        Parameters = [.. body.Parameters.Select(p => p with { MemberName = "" })],
        Sections = [.. body.Sections.Select(s => s with { MemberName = "", Body = WithoutNames(s.Body) })],
    };

    private static CatalogFile WithoutLines(CatalogFile file) => file with { Plugins = WithoutLines(file.Plugins), Extensions = WithoutLines(file.Extensions) };

    private static ValueList<CatalogPlugin> WithoutLines(IEnumerable<CatalogPlugin> plugins) => ValueList.From(plugins.Select(p => p with { Line = 0, Body = WithoutLines(p.Body) }));

    private static CatalogBody WithoutLines(CatalogBody body) => body with
    {
        Sentences = ValueList.From(body.Sentences.Select(s => s with { Line = 0 })),
        Sections = ValueList.From(body.Sections.Select(s => s with { Body = WithoutLines(s.Body) })),
    };
}
