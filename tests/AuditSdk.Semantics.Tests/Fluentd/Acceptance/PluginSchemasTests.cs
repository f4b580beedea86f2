using AuditSdk.Semantics.Fluentd;
using AuditSdk.Semantics.Fluentd.Plugins;

namespace AuditSdk.Semantics.Tests.Fluentd.Acceptance;

public class PluginSchemasTests
{
    private static readonly string[] Kinds = ["input", "output", "filter", "parser", "formatter", "buffer", "storage", "service_discovery"];

    [Theory]
    [InlineData("1.3")]
    [InlineData("1.18")]
    [InlineData("1.19")]
    public void EverySchema_IsWhole(string version)
    {
        PluginSchemas schemas = new(FluentdTarget.Parse(version)!);
        int count = 0;
        foreach (PluginSchema schema in Kinds.SelectMany(k => schemas.Types(k).Select(t => schemas.Find(k, t))).OfType<PluginSchema>())
        {
            count++;
            Assert.NotNull(schema.ClassName);
            CheckBody(schema.Body);
        }

        Assert.InRange(count, 50, 200);
    }

    [Fact]
    public void Versions_HaveTheirOwnValues()
    {
        Assert.Equal(["text", "gz", "gzip"], Compress("1.18"));
        Assert.Equal(["text", "gz", "gzip", "zstd"], Compress("1.19"));
        Assert.Null(new PluginSchemas(FluentdTarget.Parse("1.3")!).Find("buffer", "file_single"));
    }

    [Fact]
    public void Owner_SetsDefaultsOfWhatIsInside()
    {
        PluginSchemas schemas = new(FluentdTarget.Default);
        SectionSchema memory = schemas.Find("buffer", "memory")!.Body;

        SectionSchema inStdout = memory.WithDefaultsOf(schemas.Find("output", "stdout")!.Body.Section("buffer")!);

        Assert.Equal(("8388608", "10240"), (Limit(memory), Limit(inStdout)));
    }

    [Theory]
    [InlineData("filter", "concat", PluginKnowledge.OfOtherGem)]
    [InlineData("filter", "grep", PluginKnowledge.Known)]
    [InlineData("filter", "file", PluginKnowledge.Unknown)]
    public void Types_AreKnownForWhatTheyAre(string kind, string type, object knowledge)
        => Assert.Equal((PluginKnowledge)knowledge, new PluginSchemas(FluentdTarget.Default).Knowledge(kind, type));

    private static string? Limit(SectionSchema body) => body.Parameters.Single(p => p.Name == "chunk_limit_size").Default;

    private static IEnumerable<string> Compress(string version) => new PluginSchemas(FluentdTarget.Parse(version)!).Find("output", "file")!.Body.Parameters.Single(p => p.Name == "compress").Type.Values;

    private static void CheckBody(SectionSchema body)
    {
        Assert.Equal(body.Parameters.Count, body.Parameters.Select(p => p.Name).Distinct().Count());
        foreach (ParameterSchema parameter in body.Parameters)
        {
            Assert.Equal(parameter.Type.Name == "enum", parameter.Type.Values.Count > 0);
            if (parameter.Default is { } text && parameter.Type.Name is not ("custom" or "symbol")) Assert.Null(parameter.Type.Read(text, parameter.Name).Error);
        }

        foreach (SectionSchema section in body.Sections) CheckBody(section);
    }
}
