using static AuditSdk.Analyzers.Tests.Fixes.FixedPipeline;

namespace AuditSdk.Analyzers.Tests.Fixes;

/// <summary>Each kind of change of a pipeline, made in C#: the text that people get, and that its tree is the one that the change makes of the lifted one.</summary>
public sealed class PipelineFixTests
{
    private const string Stdout = "new Match(\"audit\", new StdoutOutput())";

    [Theory]
    [InlineData("Tag = \"audit\", Parse = new JsonParser()", "Tag = \"audit\", Parse = new JsonParser(), ReadFromHead = true")]
    [InlineData("Tag = \"audit\", ReadFromHead = false, Parse = new JsonParser()", "Tag = \"audit\", ReadFromHead = true, Parse = new JsonParser()")]
    [InlineData("Tag = \"audit\", Parse = new JsonParser(),\n        ", "Tag = \"audit\", Parse = new JsonParser(), ReadFromHead = true,\n        ")]
    public void Parameter_IsSetInItsSection(string before, string after)
        => AssertDirectives("AUD2034", Start + before + " }),\n        " + Stdout, Start + after + " }),\n        " + Stdout);

    [Fact]
    public void ParameterOfASectionInside_IsSetThere()
        => AssertDirectives("AUD2055", Tail.Replace("new JsonParser()", "new JsonParser { TimeKey = \"stageTimestamp\", TimeType = TimeType.String, TimeFormat = \"%iso8601\" }", StringComparison.Ordinal) + ",\n        " + Stdout, Tail.Replace("new JsonParser()", "new JsonParser { TimeKey = \"stageTimestamp\", TimeType = TimeType.String, TimeFormat = \"%iso8601\", KeepTimeKey = true }", StringComparison.Ordinal) + ",\n        " + Stdout);

    [Fact]
    public void SeveralParameters_AreSetAtOnce()
        => AssertDirectives(
            "AUD2050",
            Tail.Replace("new JsonParser()", "new JsonParser { TimeKey = \"time\" }", StringComparison.Ordinal) + ",\n        " + Stdout,
            Tail.Replace("new JsonParser()", "new JsonParser { TimeKey = \"stageTimestamp\", TimeFormat = \"%iso8601\", KeepTimeKey = true }", StringComparison.Ordinal) + ",\n        " + Stdout);

    [Fact]
    public void Secret_ComesFromTheEnvironment()
        => AssertDirectives("AUD2001", Tail + ",\n        new Match(\"audit\", new ElasticsearchOutput { Host = \"es\", User = \"u\", Password = \"geheim\" })", Tail + ",\n        new Match(\"audit\", new ElasticsearchOutput { Host = \"es\", User = \"u\", Password = Env(\"ELASTICSEARCH_PASSWORD\") })");

    [Fact]
    public void Listener_GetsAnAddress() => AssertDirectives("AUD2032", "new Source(new ForwardInput()),\n        new Match(\"**\", new NullOutput())", "new Source(new ForwardInput { Bind = \"127.0.0.1\" }),\n        new Match(\"**\", new NullOutput())");

    [Fact]
    public void MatchBehindAWiderOne_MovesBeforeIt()
        => AssertDirectives("AUD2011", Tail + ",\n        // Everything.\n        new Match(\"**\", new NullOutput()),\n        // The audit log.\n        new Match(\"audit\", new StdoutOutput()),", Tail + ",\n        // The audit log.\n        new Match(\"audit\", new StdoutOutput()),\n        // Everything.\n        new Match(\"**\", new NullOutput()),");

    [Fact]
    public void MatchOfTheSamePattern_Goes()
        => AssertDirectives("AUD2011", Tail + ",\n        new Match(\"audit\", new StdoutOutput()),\n        new Match(\"audit\", new NullOutput()),", Tail + ",\n        new Match(\"audit\", new StdoutOutput()),");

    [Fact]
    public void MissingMatch_StandsAtTheEnd()
        => AssertDirectives("AUD2013", Tail + ",\n        new Match(\"app\", new NullOutput()),", Tail + ",\n        new Match(\"app\", new NullOutput()),\n        new Match(\"audit\", new StdoutOutput()),");

    [Fact]
    public void Commas_AreBlanks() => AssertDirectives("AUD2021", Tail + ",\n        new Match(\"audit,app\", new NullOutput())", Tail + ",\n        new Match(\"audit app\", new NullOutput())");

    [Fact]
    public void ChunkKey_ComesToTheOthers()
        => AssertDirectives("AUD2129", Output("Path = \"/a/${tag}\", Buffer = new FileBuffer(ChunkKey.Time) { Timekey = 1.Hours() }"), Output("Path = \"/a/${tag}\", Buffer = new FileBuffer(ChunkKey.Time, ChunkKey.Tag) { Timekey = 1.Hours() }"));

    [Fact]
    public void ChunkKey_ComesWithABuffer()
        => AssertDirectives("AUD2129", Output("Path = \"/a/${tag}\""), Output("Path = \"/a/${tag}\", Buffer = new FileBuffer(ChunkKey.Time, ChunkKey.Tag)"));

    [Fact]
    public void FlatParameters_BecomeSections()
        => AssertDirectives("AUD2083", Output("Path = \"/a/b\", LegacyFormat = \"json\", LegacyTimeSliceFormat = \"%Y%m%d%H\", Compress = Compress.Gzip"), Output("Path = \"/a/b\", Format = new JsonFormatter(), Buffer = new FileBuffer(ChunkKey.Time) { Timekey = 1.Hours() }, Compress = Compress.Gzip"));

    [Fact]
    public void UnknownParameter_GetsItsName()
        => AssertDirectives("AUD2104", Output("Path = \"/a/b\", Extra = new() { [\"compres\"] = \"gzip\" }"), Output("Path = \"/a/b\", Extra = new() { [\"compress\"] = \"gzip\" }"));

    [Fact]
    public void UnreadParameter_Goes()
        => AssertDirectives("AUD2104", Output("Path = \"/a/b\", Extra = new() { [\"zzzzzz\"] = \"1\", [\"append\"] = \"true\" }"), Output("Path = \"/a/b\", Extra = new() { [\"append\"] = \"true\" }"));

    [Fact]
    public void Forest_BecomesOneFile() => AssertGives("AUD2080", Source("""
        new Source(new TailInput { Path = "/var/log/kubernetes/audit.log", PosFile = "/var/lib/fluent/audit.pos", Tag = "audit", ReadFromHead = true, Parse = new JsonParser() }),
                new Match("audit", new ForestOutput
                {
                    Subtype = "file",
                    Template = new FileOutput { LegacyTimeSliceFormat = "%Y%m%d%H", Compress = Compress.Gz, Path = $"{Folder}/audit-${{tag}}.*.log", LegacyFormat = "json" },
                }),
        """, "\n\n    const string Folder = \"/a\";"), Source("""
        new Source(new TailInput { Path = "/var/log/kubernetes/audit.log", PosFile = "/var/lib/fluent/audit.pos", Tag = "audit", ReadFromHead = true, Parse = new JsonParser() }),
                new Match("audit", new FileOutput
                {
                    Compress = Compress.Gz,
                    Path = $"{Folder}/audit-${{tag}}.*.log",
                    Format = new JsonFormatter(),
                    Buffer = new FileBuffer(ChunkKey.Time, ChunkKey.Tag) { Timekey = 1.Hours() },
                }),
        """, "\n\n    const string Folder = \"/a\";"));

    [Fact]
    public void SectionThatDoesNothing_Goes() => AssertDirectives("AUD2082", Tail + ",\n        new Filter(\"audit\", new GrepFilter()),\n        " + Stdout, Tail + ",\n        " + Stdout);

    [Fact]
    public void Buffer_Goes()
        => AssertDirectives("AUD2074", Tail + ",\n        new Match(\"audit\", new NullOutput { Id = \"x\", Buffer = new MemoryBuffer() })", Tail + ",\n        new Match(\"audit\", new NullOutput { Id = \"x\" })");

    [Fact]
    public void UnreadLimit_Goes()
        => AssertDirectives("AUD2072", Output("Path = \"/a/b\", Buffer = new FileBuffer { RetryForever = true, RetryMaxTimes = 3 }"), Output("Path = \"/a/b\", Buffer = new FileBuffer { RetryForever = true }"));

    [Fact]
    public void FlatParameterBesideItsSection_ComesIntoIt()
        => AssertDirectives("AUD2084", Output("Path = \"/a/b\", LegacyFlushInterval = 5.Seconds(), Buffer = new FileBuffer(ChunkKey.Time) { Timekey = 1.Hours(), FlushMode = FlushMode.Interval }"), Output("Path = \"/a/b\", Buffer = new FileBuffer(ChunkKey.Time) { Timekey = 1.Hours(), FlushMode = FlushMode.Interval, FlushInterval = 5.Seconds() }"));

    [Fact]
    public void FilterBehindTheMatch_MovesBeforeIt()
        => AssertDirectives("AUD2012", Tail + ",\n        " + Stdout + ",\n        new Filter(\"audit\", new StdoutFilter()),", Tail + ",\n        new Filter(\"audit\", new StdoutFilter()),\n        " + Stdout + ",");

    [Fact]
    public void LabelThatNothingEnters_Goes()
        => AssertDirectives("AUD2019", Tail + ",\n        " + Stdout + ",\n        new LabelSection(new Label(\"A\"), [new Match(\"**\", new NullOutput())]),", Tail + ",\n        " + Stdout + ",");

    [Fact]
    public void MissingMatchOfALabel_StandsInIt()
        => AssertDirectives("AUD2013", Tail.Replace("Tag =", "Label = Audit, Tag =", StringComparison.Ordinal) + ",\n        new LabelSection(Audit, [new Match(\"app\", new NullOutput())]),", Tail.Replace("Tag =", "Label = Audit, Tag =", StringComparison.Ordinal) + ",\n        new LabelSection(Audit, [new Match(\"app\", new NullOutput()), new Match(\"**\", new StdoutOutput())]),", "\n\n    static Label Audit => new(\"AUDIT\");");

    [Fact]
    public void UnknownSection_GetsItsName()
        => AssertDirectives("AUD2112", Output("Path = \"/a/b\", ExtraSections = [new RawSection(\"bufer\") { Extra = new() { [\"timekey\"] = \"1h\" } }]"), Output("Path = \"/a/b\", ExtraSections = [new RawSection(\"buffer\") { Extra = new() { [\"timekey\"] = \"1h\" } }]"));

    [Fact]
    public void NamesWithoutTheirUsing_AreWhole()
    {
        string before = Output("Path = \"/a/${tag}\"").Replace("new ", "new AuditSdk.Fluentd.", StringComparison.Ordinal);
        string after = before.Replace("\"/a/${tag}\"", "\"/a/${tag}\", Buffer = new FileBuffer(ChunkKey.Time, ChunkKey.Tag)", StringComparison.Ordinal);

        AssertDirectives("AUD2129", before, after);
    }

    [Fact]
    public void AllFindingsOfACheck_AreFixedAtOnce()
        => AssertAll(
            "AUD2032",
            "new Source(new ForwardInput()),\n        new Source(new HttpInput { Port = 9880 }),\n        new Match(\"**\", new NullOutput())",
            "new Source(new ForwardInput { Bind = \"127.0.0.1\" }),\n        new Source(new HttpInput { Port = 9880, Bind = \"127.0.0.1\" }),\n        new Match(\"**\", new NullOutput())");

    [Fact]
    public void WhatTwoPipelinesShare_StaysAsItIs()
        => AssertNone("AUD2034", "Shared,\n        " + Stdout, $"\n\n    static Source Shared => {Start}Tag = \"audit\", Parse = new JsonParser() }});\n\n    [EmitAs(\"other.conf\")] public static FluentdConfig Other {{ get; }} = [Shared, {Stdout}];");

    private const string Start = "new Source(new TailInput { Path = \"/var/log/kubernetes/audit.log\", PosFile = \"/var/lib/fluent/audit.pos\", ";

    private static string Output(string members) => $"{Tail},\n        new Match(\"audit\", new FileOutput {{ {members} }})";
}
