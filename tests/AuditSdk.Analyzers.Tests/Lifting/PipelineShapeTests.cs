using AuditSdk.Analyzers.Lifting.Fluentd;
using AuditSdk.Fluentd;
using AuditSdk.Semantics.Documents;

namespace AuditSdk.Analyzers.Tests.Lifting;

/// <summary>Each shape of a pipeline that the lifter knows gives the tree that the build makes of the real object.</summary>
public sealed class PipelineShapeTests
{
    private const string Records = """
        public sealed record Host(string Name, bool Keeps) { public string Folder => "/var/" + Name; public int? Wait { get; init; } }
        """;

    private const string Catalog = """
        enum SinkMode fast slow-motion
        plugin output audit_sink gem fluent-plugin-audit-sink
          param url string required
          param token string secret
          param mode enum(SinkMode)
          param tries array(integer)
          param on_error label
          section target multi
            param name string
          section parse plugin parser
        """;

    [Theory]
    [InlineData("[new Source(new TailInput { Path = \"/a\", Tag = \"t\" }), new Match(\"t\", new FileOutput { Path = \"/b\" })]")]
    [InlineData("new([new Match(\"**\", new StdoutOutput())]) { Comment = \"top\" }")]
    [InlineData("Base with { Comment = \"changed\" }")]
    [InlineData("Base with { Directives = [.. Base.Directives, new Match(\"b\", new NullOutput())] }")]
    [InlineData("[.. Base, .. Common, .. Of(\"x\"), Shared]")]
    [InlineData("[new Include(\"conf.d/*.conf\"), new SystemDirective(new SystemSettings { Workers = 2, LogLevel = Levels }), new Worker(0, [Shared]), new Worker(1, 3, Common)]")]
    [InlineData("[new LabelSection(Route, [new Filter(\"a.**\", new GrepFilter()), new Match(\"**\", new NullOutput { Comment = \"inside\" }) { Comment = \"above\" }]) { Comment = \"c\" }]")]
    [InlineData("[new LabelSection(Label.Error, Common), new LabelSection(new(\"@X\"), [Shared])]")]
    [InlineData("[new Match(\"a\", new RelabelOutput { Label = Route }), new Match(\"b\", new RelabelOutput { Label = Label.Root }), new LabelSection(Route, Common)]")]
    [InlineData("[new Match(pattern: \"a\", plugin: new NullOutput()), new Match(plugin: new NullOutput(), pattern: \"b\") { Pattern = \"c\" }]")]
    public void Directives_AreThoseOfTheObject(string config) => AssertSame(config);

    [Theory]
    [InlineData("new FileOutput { Id = \"i\", LogLevel = PluginLogLevel.Warn, Label = Route, Path = \"p\", Append = true, Compress = Compress.Gzip }")]
    [InlineData("new FileOutput { Path = Folder + \"/x\", Compress = Compress.Text } with { Path = \"q\", Append = false }")]
    [InlineData("new FileOutput { Path = \"a\", Append = true, Weight = 3 } with { Append = null }")]
    [InlineData("new FileOutput { Path = $\"{Folder}/a-{Eu.Name}\", Buffer = new FileBuffer(ChunkKey.Tag, ChunkKey.Time, \"$.a.b\", new ChunkKey(\"k\")) { Path = Eu.Folder, Timekey = 1.Hours(), TimekeyWait = 90.Seconds(), ChunkLimitSize = 8.MiB(), FlushThreadInterval = 0.1, FlushThreadCount = 4 } }")]
    [InlineData("new FileOutput { Path = \"a\", Buffer = new MemoryBuffer { ChunkLimitSize = new Size(1500), TotalLimitSize = 2.GiB(), FlushInterval = new Duration(TimeSpan.FromMinutes(5)), RetryWait = 500.Milliseconds(), RetryTimeout = new Duration(TimeSpan.FromSeconds(1.5)), RetryMaxTimes = Tries } }")]
    [InlineData("new FileOutput { Path = \"a\", Buffer = new FileBuffer(ChunkKey.None) }")]
    [InlineData("new FileOutput { Path = \"a\", Buffer = new FileBuffer { ChunkKeys = [ChunkKey.Time] }, Format = new JsonFormatter(), Inject = new() { TimeKey = \"t\", TimeType = InjectTimeType.String } }")]
    [InlineData("new FileOutput { Path = \"a\", Buffer = new RawBuffer(\"mine\", \"tag\") { Extra = new() { [\"x\"] = \"1\" } } }")]
    [InlineData("new CopyOutput { Stores = [new FileOutput { Path = \"a\" }, new StdoutOutput { SectionArgument = \"ignore_error\" }, Sink] }")]
    [InlineData("new RewriteTagFilterOutput { Rules = [new() { Key = \"k\", Pattern = \"/^(.+)$/\", Tag = \"a.$1\" }, Rule(\"n\"), .. Names.Select(Rule)] }")]
    [InlineData("new ForestOutput { Subtype = \"file\", Template = new FileOutput { Path = \"p\" } }")]
    [InlineData("new RawOutput(\"gelf\") { Extra = new() { [\"host\"] = \"h\", [\"port\"] = Env(\"PORT\"), [Folder] = \"x\" }, ExtraSections = [new RawSection(\"s\") { SectionArgument = \"arg\", Extra = new() { [\"k\"] = \"v\" }, ExtraSections = [new(\"t\")] }] }")]
    [InlineData("new ElasticsearchOutput { Host = \"https://\" + Env(\"HOST\") + \":9200\", Password = Secret.InClear(\"p\"), User = Env(\"U\"), Port = 9200, IncludeTimestamp = true }")]
    [InlineData("new ElasticsearchOutput { Host = Ruby(\"Socket.gethostname\"), LogstashFormat = Ruby(\"ENV['X']\"), LogstashPrefix = NoValue + Env(\"A\") + Env(\"B\") }")]
    [InlineData("new FileOutput { Path = true ? \"a\" : \"b\", Append = Eu.Keeps, Buffer = Eu.Keeps ? new FileBuffer { RetryMaxTimes = Eu.Wait } : null, SymlinkPath = null }")]
    [InlineData("new FileOutput { Path = \"a\", Secondary = new SecondaryFileOutput { Directory = \"d\" }, Comment = \"c\" }")]
    public void Plugin_IsThatOfTheObject(string plugin) => AssertSame($"[new Match(\"m\", {plugin})]");

    [Theory]
    [InlineData("new RecordTransformerFilter { EnableRuby = NoValue, Record = new() { [\"a\"] = \"${tag}\", [\"b\"] = Env(\"B\") }, RemoveKeys = [\"x\", \"$.y.z\"], KeepKeys = [] }")]
    [InlineData("new RecordTransformerFilter { RemoveKeys = [\"with, comma\", \"q\\\"\"], RenewRecord = true }")]
    [InlineData("new RecordTransformerFilter { RemoveKeys = [.. Names, \"z\"] }")]
    [InlineData("new RecordTransformerFilter { RemoveKeys = Ruby(\"x\") }")]
    [InlineData("new GrepFilter { Regexps = [new() { Key = \"level\", Pattern = \"/^Meta/i\" }], Excludes = [new() { Key = \"k\", Pattern = Ruby(\"x\") }] }")]
    [InlineData("new ParserFilter { KeyName = \"log\", Parse = new RegexpParser { Expression = \"/(?<a>.*)/m\", Types = new() { [\"a\"] = \"integer\", [\"b\"] = \"time:%Y\" } } }")]
    public void Filter_IsThatOfTheObject(string plugin) => AssertSame($"[new Filter(\"m\", {plugin})]");

    [Theory]
    [InlineData("new TailInput { Path = \"/a\", PosFile = \"/a.pos\", Tag = \"t\", ReadFromHead = true, Parse = new JsonParser { TimeKey = \"stageTimestamp\", TimeType = TimeType.String, TimeFormat = TimeFormats.KubernetesAudit, KeepTimeKey = true } }")]
    [InlineData("new ForwardInput { Port = 24224, Bind = \"0.0.0.0\", Security = new() { SharedKey = Env(\"K\"), SelfHostname = \"h\" } }")]
    [InlineData("new RawInput(\"mine\") { Label = Route, Id = Env(\"ID\") }")]
    public void Source_IsThatOfTheObject(string plugin) => AssertSame($"[new Source({plugin}), new LabelSection(Route, Common)]");

    [Fact]
    public void OwnPlugin_IsThatOfTheObject() => AssertSame(UserProject.Of(
        ["""
        [AuditConfig(Fluentd = "1.18")] public static class Cluster
        {
            static readonly Label Failed = new("FAILED");
            [EmitAs("td-agent.conf")] public static FluentdConfig Agent { get; } =
            [
                new Match("a", new AuditSinkOutput { Url = "u", Token = Env("T"), Mode = SinkMode.SlowMotion, Tries = [1, 2], OnError = Failed, Targets = [new() { Name = "n" }], Parse = new RawParser("mine") }),
                new LabelSection(Failed, [new Match("**", new NullOutput())]),
            ];
        }
        """],
        ("sink.catalog", Catalog)));

    private static void AssertSame(string config) => AssertSame(UserProject.Of($$"""
        [AuditConfig(Fluentd = "1.18")] public static class Cluster
        {
            const string Folder = "/var/log";
            const int Tries = 5;
            static string[] Names => ["n", "m"];
            static readonly Label Route = new("ROUTE");
            static Label Other { get; } = new("@OTHER");
            static SystemLogLevel Levels => SystemLogLevel.Debug;
            static Host Eu { get; } = new("eu", true) { Wait = 7 };
            static OutputPlugin Sink => new NullOutput { Id = "sink" };
            static RewriteTagFilterOutput.RuleSection Rule(string key) => new() { Key = key, Pattern = "/x/", Tag = "t." + key, Invert = true };
            static Match Shared { get; } = new("shared", new NullOutput());
            static Directive[] Common => [new Match("a", new StdoutOutput()), Shared];
            static FluentdConfig Base { get; } = [new Source(new TailInput { Path = "/base", Tag = "base" }) { Comment = "from" }, new Match("base", new NullOutput())];
            static FluentdConfig Of(string name) => [new Match(name, new NullOutput())];
            [EmitAs("td-agent.conf")] public static FluentdConfig Agent { get; } = {{config}};
        }
        """, Records));

    private static void AssertSame(UserProject project)
    {
        (string Text, IReadOnlyList<Finding> Findings)[] real = [.. project.Compiles().Run<FluentdConfig>().Select(c => PipelineText.Of(c.Document))];
        IReadOnlyList<LiftedPipeline> lifted = Lifted.Pipelines(project);

        Assert.NotEmpty(real);
        Assert.DoesNotContain(real.SelectMany(r => r.Findings), f => f.Id is not ("AUD9004" or "AUD9014"));
        Assert.Equal(real.Select(r => r.Text), lifted.Select(p => PipelineText.Of(p.Root)));
        Assert.All(lifted, p => Assert.Equal(0, PipelineText.Unknowns(p.Root)));
    }
}
