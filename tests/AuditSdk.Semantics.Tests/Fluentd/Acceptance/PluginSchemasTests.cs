using AuditSdk.Semantics.Fluentd;
using AuditSdk.Semantics.Fluentd.Plugins;

namespace AuditSdk.Semantics.Tests.Fluentd.Acceptance;

public class PluginSchemasTests
{
    private static readonly string[] Kinds = ["input", "output", "filter", "parser", "formatter", "buffer", "storage", "service_discovery"];

    [Theory]
    [InlineData("1.3.3")]
    [InlineData("1.7")]
    [InlineData("1.12")]
    [InlineData("1.18")]
    [InlineData("1.19")]
    [InlineData("td-agent 3")]
    [InlineData("td-agent 4")]
    [InlineData("fluent-package 5")]
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
        Assert.Null(Of("1.3").Find("buffer", "file_single"));
    }

    [Theory]
    [InlineData("td-agent 3", false)]
    [InlineData("td-agent 4", false)] // 1.11.2 is one of them
    [InlineData("td-agent 4.1", true)]
    [InlineData("1.11", false)]
    [InlineData("1.12", true)]
    [InlineData("1.18", true)]
    public void Parameter_IsThereWhereEveryFluentdOfTheTargetHasIt(string target, bool isThere)
        => Assert.Equal(isThere, Has(Of(target).Find("input", "tail")!.Body, "follow_inodes"));

    [Theory]
    [InlineData("output", "http", "1.6", false)]
    [InlineData("output", "http", "1.7", true)]
    [InlineData("output", "http", "td-agent 3", false)]
    [InlineData("buffer", "file_single", "1.6.3", false)]
    [InlineData("buffer", "file_single", "1.7.0", true)]
    [InlineData("output", "forward", "td-agent 3", true)]
    public void Plugin_IsThereWhereEveryFluentdOfTheTargetHasIt(string kind, string type, string target, bool isThere)
    {
        Assert.Equal(isThere, Of(target).Find(kind, type) is not null);
        Assert.Equal(isThere, Of(target).Types(kind).Contains(type));
    }

    [Theory]
    [InlineData("1.14", false)]
    [InlineData("1.15", true)]
    public void Section_IsThereWhereEveryFluentdOfTheTargetHasIt(string target, bool isThere)
        => Assert.Equal(isThere, Of(target).Find("input", "tail")!.Body.Section("group") is not null);

    [Theory]
    [InlineData("td-agent 3", "It came with fluentd 1.12.0; 'td-agent 3' may be 1.3.3. Take it out, or name the fluentd that reads it.")]
    [InlineData("1.10", "It came with fluentd 1.12.0; '1.10' is older. Take it out, or name the fluentd that reads it.")]
    public void Absence_IsExplained(string target, string absence)
        => Assert.Equal(absence, Of(target).Find("input", "tail")!.Body.Absences["follow_inodes"]);

    [Fact]
    public void AbsencesOfPlugins_AreExplained()
    {
        Assert.Equal("It came with fluentd 1.7.0; 'td-agent 3' may be 1.3.3. Take it out, or name the fluentd that reads it.", Of("td-agent 3").Absence("output", "http"));
        Assert.Null(Of("1.7").Absence("output", "http"));
        Assert.Null(Of("1.7").Absence("output", "htp"));
        Assert.Equal("It went with fluentd 1.11.0; 'td-agent 3' may be 1.11.5. Take it out, or name the fluentd that reads it.", Of("td-agent 3").Find("input", "unix")!.Body.Absences["blocking_timeout"]);
    }

    [Fact]
    public void Enum_HasTheValuesThatEveryFluentdOfTheTargetHas()
    {
        Assert.Equal(["TLSv1_1", "TLSv1_2"], Versions("td-agent 3"));
        Assert.Contains("TLSv1_3", Versions("td-agent 4"));
    }

    [Fact]
    public void ParameterThatBecameAnotherNameOfANewOne_StaysThere()
    {
        Assert.Equal([true, true, false], new[] { "1.7", "td-agent 4", "1.18" }.Select(t => Has(Of(t).Find("parser", "csv")!.Body, "parser_type")));
        Assert.Equal([false, false, true], new[] { "1.7", "td-agent 4", "1.18" }.Select(t => Has(Of(t).Find("parser", "csv")!.Body, "parser_engine")));
        Assert.Equal([true, false], new[] { "dummy", "sample" }.Select(n => Has(Of("td-agent 3").Find("input", "dummy")!.Body, n)));
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

    private static PluginSchemas Of(string target) => new(FluentdTarget.Parse(target)!);

    private static bool Has(SectionSchema body, string name) => body.Parameters.Any(p => p.Name == name);

    private static IEnumerable<string> Versions(string target) => Of(target).Find("input", "forward")!.Body.Section("transport")!.Parameters.Single(p => p.Name == "version").Type.Values;

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
