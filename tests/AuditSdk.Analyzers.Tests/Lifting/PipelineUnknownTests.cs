using AuditSdk.Analyzers.Lifting.Fluentd;

namespace AuditSdk.Analyzers.Tests.Lifting;

/// <summary>What source does not tell is unknown, as little of it as possible, and so is what the build refuses.</summary>
public sealed class PipelineUnknownTests
{
    [Theory]
    [InlineData("new Match(Env2(\"P\"), new NullOutput())", "<match '<unknown>'>\n  @type = 'null'")]
    [InlineData("new Match(null!, new NullOutput())", "<match '<unknown>'>\n  @type = 'null'")]
    [InlineData("new Match(\"a\", null!)", "<match 'a'>\n  <unknown>")]
    [InlineData("new Match(\"a\", Make())", "<match 'a'>\n  <unknown>")]
    [InlineData("new Match(\"a\", new Mine())", "<match 'a'>\n  <unknown>")]
    [InlineData("Twice(3)", "<unknown>")]
    [InlineData(".. Many()", "<unknown>")]
    [InlineData("null!", "<unknown>")]
    [InlineData("new Include(Env2(\"X\"))", "@include <unknown>")]
    [InlineData("new Worker(Number(), [new Match(\"a\", new NullOutput())])", "<worker '<unknown>'>\n  <match 'a'>\n    @type = 'null'")]
    [InlineData("new Worker(2, 1, [])", "<worker '<unknown>'>")]
    [InlineData("new LabelSection(new Label(Env2(\"X\")), [])", "<label '<unknown>'>")]
    [InlineData("new LabelSection(new Label(\" \"), [])", "<label '<unknown>'>")]
    [InlineData("new LabelSection(Label.Error, More())", "<label '@ERROR'>\n  <unknown>")]
    public void Directive_IsUnknownWhereSourceDoesNotTell(string directive, string expected) => AssertLifted(directive, expected);

    [Theory]
    [InlineData("Path = Env2(\"X\")", "path = <unknown>")]
    [InlineData("Path = (string)null!", "path = <unknown>")]
    [InlineData("Path = null", "")]
    [InlineData("Path = Maybe()", "path = <unknown>")]
    [InlineData("Path = \"a\", Append = MaybeOn()", "path = 'a'\n  <unknown>")]
    [InlineData("Append = (Setting<bool>?)null", "")]
    [InlineData("Path = Ruby(Env2(\"X\"))", "path = <unknown>")]
    [InlineData("Path = \"a\" + Env(\"not a name\")", "path = <unknown>")]
    [InlineData("Compress = (Compress)77", "compress = <unknown>")]
    [InlineData("Id = Env2(\"X\"), LogLevel = (PluginLogLevel)9, Label = new Label(Env2(\"X\"))", "@id = <unknown>\n  @log_level = <unknown>\n  @label = <unknown>")]
    [InlineData("Label = MaybeLabel()", "<unknown>")]
    [InlineData("Extra = new() { [\"a\"] = \"1\", [\"a\"] = \"2\" }", "a = <unknown>")]
    [InlineData("Path = \"p\", Extra = new() { [\"path\"] = \"1\", [Env2(\"X\")] = \"2\" }", "path = <unknown>\n  <unknown>")]
    [InlineData("Extra = MoreExtra()", "<unknown>")]
    [InlineData("Buffer = MaybeBuffer()", "<unknown>")]
    [InlineData("Buffer = new FileBuffer { Timekey = Number().Hours(), TimekeyWait = new Duration(TimeSpan.FromTicks(1)), ChunkLimitSize = new Size(Number()) }", "<buffer ''>\n    @type = 'file'\n    timekey = <unknown>\n    timekey_wait = <unknown>\n    chunk_limit_size = <unknown>")]
    [InlineData("Buffer = new FileBuffer(Env2(\"k\"))", "<buffer '<unknown>'>\n    @type = 'file'")]
    [InlineData("Buffer = new FileBuffer(ChunkKey.None, ChunkKey.Tag)", "<buffer '<unknown>'>\n    @type = 'file'")]
    [InlineData("Buffer = new FileBuffer(\"a b\")", "<buffer '<unknown>'>\n    @type = 'file'")]
    [InlineData("ExtraSections = [new RawSection(Env2(\"n\")), .. MoreSections()]", "<unknown>\n  <unknown>")]
    public void Parameter_IsUnknownWhereSourceDoesNotTell(string members, string expected)
        => AssertLifted($"new Match(\"m\", new FileOutput {{ {members} }})", "<match 'm'>\n  @type = 'file'" + (expected.Length == 0 ? "" : "\n  " + expected));

    [Theory]
    [InlineData("new RecordTransformerFilter { RemoveKeys = [Env2(\"X\")] }", "remove_keys = <unknown>")]
    [InlineData("new RecordTransformerFilter { RemoveKeys = [\"é,\"] }", "remove_keys = <unknown>")]
    [InlineData("new RecordTransformerFilter { Record = MoreExtra() }", "<unknown>")]
    [InlineData("new GrepFilter { Regexps = [new() { Key = \"k\", Pattern = \"/open\" }, Rule(), null!] }", "<regexp ''>\n    key = 'k'\n    pattern = <unknown>\n  <regexp '<unknown>'>\n    <unknown>\n  <regexp '<unknown>'>\n    <unknown>")]
    [InlineData("new GrepFilter { Regexps = MoreRules() }", "<unknown>")]
    public void Filter_IsUnknownWhereSourceDoesNotTell(string filter, string expected)
        => AssertLifted($"new Filter(\"m\", {filter})", "<filter 'm'>\n  @type = '" + (filter.Contains("Grep", StringComparison.Ordinal) ? "grep" : "record_transformer") + "'\n  " + expected);

    [Theory]
    [InlineData("FluentdConfig Agent => Environment.MachineName == \"x\" ? [] : [];")]
    [InlineData("FluentdConfig Agent { get; set; } = [];")]
    [InlineData("FluentdConfig? Agent => null;")]
    public void Pipeline_IsNotReadWhereSourceDoesNotTellWhichItIs(string member)
        => Assert.Empty(Lifted.Pipelines(UserProject.Of($$"""[AuditConfig] public static class C { [EmitAs("a.conf")] public static {{member}} }""").Compiles()));

    private static void AssertLifted(string directive, string expected)
    {
        LiftedPipeline pipeline = Assert.Single(Lifted.Pipelines(UserProject.Of($$"""
            public sealed record Mine : OutputPlugin { public Mine() : base("mine", null, 0) { Set("x", (Setting<string>?)"y"); } }
            [AuditConfig] public static class Cluster
            {
                static string Env2(string name) => Environment.GetEnvironmentVariable(name)!;
                static string? Maybe() => Environment.MachineName;
                static bool? MaybeOn() => Environment.MachineName == "x" ? true : null;
                static Label? MaybeLabel() => Environment.MachineName == "x" ? null : Label.Error;
                static BufferPlugin? MaybeBuffer() => Environment.MachineName == "x" ? null : new FileBuffer();
                static int Number() => Environment.ProcessorCount;
                static OutputPlugin Make() => Environment.MachineName == "x" ? new NullOutput() : new StdoutOutput();
                static Directive Twice(int n) { for (int i = 0; i < n; i++) Console.Write(i); return new Match("a", new NullOutput()); }
                static List<Directive> Many() { List<Directive> many = []; many.Add(new Match("a", new NullOutput())); return many; }
                static Directive[] More() => Environment.MachineName == "x" ? [] : [new Match("a", new NullOutput())];
                static SettingMap MoreExtra() { SettingMap map = new() { ["a"] = "b" }; Console.Write(map); return map; }
                static RawSection[] MoreSections() => Environment.MachineName == "x" ? [] : [new("s")];
                static GrepFilter.RegexpSection Rule() { GrepFilter.RegexpSection rule = new(); Console.Write(rule); return rule; }
                static GrepFilter.RegexpSection[] MoreRules() => Environment.MachineName == "x" ? [] : [Rule()];
                [EmitAs("td-agent.conf")] public static FluentdConfig Agent => [{{directive}}];
            }
            """).Compiles()));

        string text = PipelineText.Of(pipeline.Root).ReplaceLineEndings("\n").TrimEnd();
        Assert.Equal("<ROOT ''>\n  " + expected.Replace("\n", "\n  ", StringComparison.Ordinal), text);
    }
}
