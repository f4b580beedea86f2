using System.Globalization;
using AuditSdk.Fluentd;
using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd;
using static AuditSdk.Fluentd.Values;

namespace AuditSdk.Tests.Fluentd;

public class FluentdMapTests
{
    private static readonly Source In = new(new RawInput("sample"));
    private static readonly Match Out = new("**", new RawOutput("stdout"));

    [Fact]
    public void Parts_of_a_plugin_StandInOneOrder()
    {
        FluentdConfig config =
        [
            new Source(new Probe("tail")
            {
                Extra = new() { ["later"] = "x y" },
                Size = 8.MiB(),
                Every = 90.Seconds(),
                Comment = "about the plugin",
                Keys = ["a", "b c"],
                Parse = new RawParser("json") { Extra = new() { ["time_key"] = "t" }, Comment = "about the parser" },
                ExtraSections = [new RawSection("storage") { SectionArgument = "awesome", Extra = new() { ["path"] = "/p" }, ExtraSections = [new RawSection("deep")] }],
                Label = new Label("A"),
                LogLevel = PluginLogLevel.Warn,
                Id = "in",
                Password = Env("PW"),
            })
            { Comment = "about the source" },
            new LabelSection(new Label("@A"), [new Filter("a.*", new RawFilter("grep")), Out]),
            new Worker(0, 2, [new Match("x", new RawOutput("file") { ExtraSections = [new RawSection("buffer")] })]),
            new Include("conf.d/*.conf"),
        ];

        Assert.Equal(
            """
            # top

            # about the source
            <source>
              # about the plugin
              @type tail
              @id in
              @log_level warn
              @label @A
              size 8m
              every 90s
              keys a,b c
              password "#{ENV['PW']}"
              later x y
              # about the parser
              <parse>
                @type json
                time_key t
              </parse>
              <storage awesome>
                path /p
                <deep>
                </deep>
              </storage>
            </source>

            <label @A>
              <filter a.*>
                @type grep
              </filter>
              <match **>
                @type stdout
              </match>
            </label>

            <worker 0-2>
              <match x>
                @type file
                <buffer>
                </buffer>
              </match>
            </worker>

            @include conf.d/*.conf

            """,
            Text(config with { Comment = "top" }));
    }

    [Fact]
    public void UntypedSection_HasNoType()
    {
        FluentdConfig config = [In, new Match("a", new Probe2("forest") { Template = new RawOutput("x") { Extra = new() { ["path"] = "/p" } } })];

        Assert.Contains("  <template>\n    path /p\n  </template>\n", Text(config), StringComparison.Ordinal);
    }

    [Fact]
    public void FreeSection_MayHoldRuby()
    {
        FluentdConfig config = [In, new Filter("a", new Probe3("record_transformer") { Record = new() { ["host"] = "h-" + Ruby("hostname"), ["b"] = "2" } }), Out];

        Assert.Contains("  <record>\n    host \"h-#{hostname}\"\n    b 2\n  </record>\n", Text(config), StringComparison.Ordinal);
    }

    [Fact]
    public void Origin_IsTheLineOfTheObject()
    {
        FluentdConfig config = [new Source(new RawInput("x", "a.cs", 7), "a.cs", 6), Out];

        FluentdElement source = FluentdMap.Map(config, new FindingSink()).Elements.First();

        Assert.Equal(new Origin("a.cs", 6), source.Origin);
        Assert.Equal(new Origin("a.cs", 7), source.Parameters.First().Origin);
    }

    [Fact]
    public void SectionsThatMayBeSeveral_MayBeExtraToo()
    {
        string text = Text(
        [
            In,
            new Match("a", new CopyOutput { Stores = [new StdoutOutput()], ExtraSections = [new RawSection("store") { Extra = new() { ["@type"] = "null" } }, new RawSection("store") { Extra = new() { ["@type"] = "null" } }] }),
            new Match("b", new RawOutput("x") { ExtraSections = [new RawSection("rule"), new RawSection("rule")] }),
        ]);

        Assert.Equal(3, text.Split("<store>").Length - 1);
        Assert.Equal(2, text.Split("<rule>").Length - 1);
    }

    [Fact]
    public void SingleSectionGivenAgain_IsToldAtItsLine()
    {
        FindingSink findings = new();

        FluentdMap.Map([In, new Match("a", new FileOutput("a.cs", 6) { Buffer = new FileBuffer(), ExtraSections = [new RawSection("buffer", "a.cs", 7)] })], findings);

        Assert.Equal(("AUD9009", new Origin("a.cs", 7)), (Assert.Single(findings.Findings).Id, findings.Findings[0].Origin));
    }

    [Fact]
    public void LabelsThatAreBuiltIn_NeedNoSection()
    {
        Text([new Source(new RawInput("x") { Label = Label.Error }), new Match("a", new RawOutput("relabel") { Label = Label.Root }), new Match("b", new RawOutput("relabel") { Label = Label.FluentLog })]);
    }

    [Fact]
    public void LabelThatAnIncludeMayDefine_IsNotMissing()
    {
        Text([new Include("labels.conf"), new Source(new RawInput("x") { Label = new Label("elsewhere") })]);
    }

    [Fact]
    public void LabelOfARule_IsWritten()
    {
        Label audit = new("AUDIT");
        string text = Text(
        [
            In,
            new Match("a", new RewriteTagFilterOutput { Rules = [new() { Key = "k", Pattern = "/x/", Tag = "b", Label = audit }] }),
            new LabelSection(audit, [Out]),
        ]);

        Assert.Contains("    label @AUDIT\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void MissingLabelOfARule_IsToldAtItsLine()
    {
        FindingSink findings = new();

        FluentdMap.Map([In, new Match("a", new RewriteTagFilterOutput("a.cs", 6) { Rules = [new("a.cs", 7) { Key = "k", Pattern = "/x/", Tag = "b", Label = new Label("AUDIT") }] })], findings);

        Finding finding = Assert.Single(findings.Findings);
        Assert.Equal(("AUD9014", new Origin("a.cs", 7)), (finding.Id, finding.Origin));
        Assert.Contains("label @AUDIT is used", finding.Message, StringComparison.Ordinal);
    }

    public static TheoryData<string, string, FluentdConfig> Refusals => new()
    {
        { "AUD9004", "empty", [] },
        { "AUD9004", "<label @A> has no match", [In, new LabelSection(new Label("A"), [new Filter("a", new RawFilter("grep"))])] },
        { "AUD9005", "directive is null", [In, null!, Out] },
        { "AUD9005", "plugin of <source> is null", [new Source(null!), Out] },
        { "AUD9005", "pattern of <match> is null", [In, new Match(null!, new RawOutput("x"))] },
        { "AUD9005", "null", [In, new Match("a", new RawOutput("x") { ExtraSections = [null!] })] },
        { "AUD9005", "null", [new Source(new Probe("x") { Parse = new RawParser("json") { Extra = new() { [null!] = "x" } } }), Out] },
        { "AUD9005", "'keys' in <source> of type 'x' has a null", [new Source(new Probe("x") { Keys = ["a", null!] }), Out] },
        { "AUD9005", "value of 'a'", [new Source(new RawInput("x") { Extra = new() { ["a"] = default } }), Out] },
        { "AUD9005", "null for 'k' in its hash", [new Source(new Probe("x") { Hash = new() { ["k"] = default } }), Out] },
        { "AUD9005", "name is null", [new Source(new Probe("x") { Hash = new() { [null!] = "v" } }), Out] },
        { "AUD9010", "no name", [new Source(new RawInput("x") { Label = new Label(" ") }), Out] },
        { "AUD9005", "path of an include", [In, new Include(null!), Out] },
        { "AUD9009", "'size' in <source> of type 'x' is given by a typed property and in Extra", [new Source(new Probe("x") { Size = 1.KiB(), Extra = new() { ["size"] = "1" } }), Out] },
        { "AUD9009", "'@type' in <source> of type 'x' is given by the plugin's type and in Extra", [new Source(new RawInput("x") { Extra = new() { ["@type"] = "y" } }), Out] },
        { "AUD9009", "'a' in <source> of type 'x' is given twice in Extra", [new Source(new RawInput("x") { Extra = new() { ["a"] = "1", ["a"] = "2" } }), Out] },
        { "AUD9009", "'k' in <record> is given twice in the keys of the section", [In, new Filter("a", new Probe3("x") { Record = new() { ["k"] = "1", ["k"] = "2" } }), Out] },
        { "AUD9009", "has the name 'k' twice in its hash", [new Source(new Probe("x") { Hash = new() { ["k"] = "1", ["k"] = "2" } }), Out] },
        { "AUD9009", "SectionArgument", [In, new Match("a", new RawOutput("x") { SectionArgument = "b" })] },
        { "AUD9009", "<buffer> in <match> of type 'file' is given by a typed property and in ExtraSections", [In, new Match("a", new FileOutput { Buffer = new FileBuffer(), ExtraSections = [new RawSection("buffer")] })] },
        { "AUD9009", "<buffer> in <match> of type 'file' is given twice in ExtraSections", [In, new Match("a", new FileOutput { ExtraSections = [new RawSection("buffer"), new RawSection("buffer")] })] },
        { "AUD9009", "<record> in <filter> of type 'x' is given by a typed property and in ExtraSections", [In, new Filter("a", new Probe3("x") { Record = new() { ["a"] = "b" }, ExtraSections = [new RawSection("record")] }), Out] },
        { "AUD9009", "<record> in <filter> of type 'record_transformer' is given twice in ExtraSections", [In, new Filter("a", new RecordTransformerFilter { ExtraSections = [new RawSection("record"), new RawSection("record")] }), Out] },
        { "AUD9010", "Ruby for 'k' in its hash", [new Source(new Probe("x") { Hash = new() { ["k"] = Env("K") } }), Out] },
        { "AUD9010", "'pattern' in <source> of type 'x' begins with '/'", [new Source(new Probe("x") { Pattern = "/a" }), Out] },
        { "AUD9010", "begins with '/'", [new Source(new Probe("x") { Pattern = "/a/x" }), Out] },
        { "AUD9010", "begins with '/'", [new Source(new Probe("x") { Pattern = "/" }), Out] },
        { "AUD9010", "not a number", [new Source(new Probe("x") { Rate = double.NaN }), Out] },
        { "AUD9010", "not a number", [new Source(new Probe("x") { Rate = double.NegativeInfinity }), Out] },
        { "AUD9010", "no type", [new Source(new RawInput(" ")), Out] },
        { "AUD9010", "cannot be a chunk key", [In, new Match("a", new RawOutput("x") { ExtraSections = [] }) with { Plugin = new Probe2("x") { Buffer = new RawBuffer("file", "a,b") } }] },
        { "AUD9014", "label @A is used", [new Source(new RawInput("x") { Label = new Label("A") }), Out] },
        { "AUD9014", "label @A is used", [new Source(new RawInput("x") { Extra = new() { ["@label"] = "@A" } }), Out] },
        { "AUD9014", "label @B is used", [In, new Match("a", new Probe2("copy") { Template = new RawOutput("relabel") { Label = new Label("B") } })] },
        { "AUD9014", "twice", [In, new LabelSection(new Label("A"), [Out]), new Worker(1, [new LabelSection(new Label("@A"), [Out])])] },
        { "AUD9014", "@ROOT", [In, new LabelSection(Label.Root, [Out])] },
        { "AUD9016", "<source> cannot stand in <label>", [new LabelSection(new Label("A"), [In, Out])] },
        { "AUD9016", "<system> cannot stand in <worker>", [new Worker(0, [new SystemDirective(new SystemSettings()), Out])] },
        { "AUD9016", "<system> is given twice", [new SystemDirective(new SystemSettings()), new SystemDirective(new SystemSettings()), In] },
        { "AUD9016", "names no workers", [new Worker(2, 1, [In])] },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public void WhatFluentdRefuses_IsOneFinding(string id, string message, FluentdConfig config)
    {
        FindingSink findings = new();

        FluentdElement tree = FluentdMap.Map(config, findings);
        ConfWriter.Write(tree, FluentdTarget.Default, findings);

        Finding finding = Assert.Single(findings.Findings);
        Assert.Equal(id, finding.Id);
        Assert.Contains(message, finding.Message, StringComparison.Ordinal);
    }

    public static TheoryData<string, SecretLiteral, FluentdConfig> Secrets => new()
    {
        { "password", SecretLiteral.Accident, [new Source(new Probe("x") { Password = "hunter2" }), Out] },
        { "password", SecretLiteral.Meant, [new Source(new Probe("x") { Password = Secret.InClear("hunter2") }), Out] },
        { "password", SecretLiteral.Unsaid, [new Source(new Probe("x") { Password = Env("PW") }), Out] },
        { "password", SecretLiteral.Accident, [In, new Match("a", new ElasticsearchOutput { Extra = new() { ["password"] = "hunter2" } })] },
        { "shared_key", SecretLiteral.Accident, [In, new Match("a", new ForwardOutput { Security = new() { SelfHostname = "x", Extra = new() { ["shared_key"] = "hunter2" } } })] },
        { "password", SecretLiteral.Unsaid, [In, new Match("a", new RawOutput("elasticsearch") { Extra = new() { ["password"] = "hunter2" } })] },
    };

    [Theory]
    [MemberData(nameof(Secrets))]
    public void LiteralInThePlaceOfASecret_IsMarked(string key, SecretLiteral expected, FluentdConfig config)
    {
        FindingSink findings = new();

        Assert.Equal(expected, ParametersIn(FluentdMap.Map(config, findings)).Single(p => p.Key == key).Value.Secret);
        Assert.Empty(findings.Findings);
    }

    [Fact]
    public void TypesThatNothingHereKnows_AreDeclaredByTheirUse()
    {
        FluentdMap.Map([In, new Filter("a", new RawFilter("f")), new Match("a", new CopyOutput { Stores = [new Probe2("p") { Buffer = new RawBuffer("b") }, new StdoutOutput()] })], new FindingSink(), out ValueList<string> types);

        Assert.Equal(["b", "f", "p", "sample"], types);
    }

    private static IEnumerable<FluentdParameter> ParametersIn(FluentdElement element) => element.Parameters.Concat(element.Elements.SelectMany(ParametersIn));

    [Fact]
    public void SecretInClear_IsWritten()
    {
        Assert.Contains("  password hunter2\n", Text([new Source(new Probe("x") { Password = Secret.InClear("hunter2") }), Out]), StringComparison.Ordinal);
    }

    [Fact]
    public void SecretInExtraThatFluentdReadsWhenItStarts_IsWritten()
    {
        string text = Text([In, new Match("a", new ElasticsearchOutput { Extra = new() { ["password"] = Env("PW"), ["client_key_pass"] = Ruby("File.read('/k')"), ["any"] = "x" } })]);

        Assert.Contains("  password \"#{ENV['PW']}\"\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void SecretOfARawPlugin_IsUnknown()
        => Assert.Contains("  password hunter2\n", Text([In, new Match("a", new RawOutput("elasticsearch") { Extra = new() { ["password"] = "hunter2" } })]), StringComparison.Ordinal);

    public static TheoryData<FluentdConfig> HalfCharacters => new()
    {
        { [new Source(new Probe("x") { Keys = ["a", "b\ud800"] }), Out] },
        { [new Source(new Probe("x") { Keys = ["a,\udc00"] }), Out] },
        { [new Source(new Probe("x") { Hash = new() { ["k\ud800"] = "v" } }), Out] },
        { [new Source(new Probe("x") { Hash = new() { ["k"] = "\ud800" } }), Out] },
    };

    [Theory]
    [MemberData(nameof(HalfCharacters))]
    public void HalfACharacterInAListOrHash_IsRefusedNotReplaced(FluentdConfig config)
    {
        FindingSink findings = new();

        ConfWriter.Write(FluentdMap.Map(config, findings), FluentdTarget.Default, findings);

        Finding finding = Assert.Single(findings.Findings);
        Assert.Equal("AUD9010", finding.Id);
        Assert.Contains("half a character", finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/a/")]
    [InlineData("/a/im")]
    [InlineData("//")]
    [InlineData("a/b")]
    [InlineData("/(?<x>.)\n/m")]
    public void WholeRegexp_IsWritten(string pattern)
    {
        string text = Text([new Source(new Probe("x") { Pattern = pattern }), Out]);

        Assert.Equal(pattern, ConfParser.Parse(text, null).Root!.Elements.First().Parameters.Single(p => p.Key == "pattern").Value.Literal);
    }

    [Fact]
    public void ChunkKeysThatAreNull_AreTheOutputsDefault()
    {
        Assert.Contains("  <buffer>\n", Text([In, new Match("a", new Probe2("x") { Buffer = new RawBuffer("file", null!) })]), StringComparison.Ordinal);
        Assert.Contains("  <buffer>\n", Text([In, new Match("a", new Probe2("x") { Buffer = new RawBuffer("file") { ChunkKeys = null! } })]), StringComparison.Ordinal);
    }

    [Fact]
    public void CommentOfAConfiguration_StandsAtTheTop()
        => Assert.StartsWith("# first\n# second\n\n<source>\n", Text(new([In, Out]) { Comment = "first\nsecond" }), StringComparison.Ordinal);

    [Fact]
    public void NoChunkKeys_AreWrittenAsAnEmptyArray()
    {
        Assert.Contains("  <buffer []>\n", Text([In, new Match("a", new Probe2("x") { Buffer = new RawBuffer("file", ChunkKey.None) })]), StringComparison.Ordinal);
        Assert.Contains("  <buffer tag,time,$.a.b>\n", Text([In, new Match("a", new Probe2("x") { Buffer = new RawBuffer("file", ChunkKey.Tag, ChunkKey.Time, "$.a.b") })]), StringComparison.Ordinal);
    }

    [Fact]
    public void AnyCulture_GivesTheSameBytes()
    {
        FluentdConfig config =
        [
            new Worker(0, 12, [new Source(new Probe("x") { Size = new Size(-1), Every = new Duration(TimeSpan.FromMilliseconds(-1500)), Rate = -0.25 })]),
        ];
        string expected = Text(config);
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        (culture.NumberFormat.NegativeSign, culture.NumberFormat.NumberDecimalSeparator) = ("\u2212", ",");
        try
        {
            CultureInfo.CurrentCulture = culture;
            Assert.Equal("\u22120,25", (-0.25).ToString(culture));
            Assert.Equal(expected, Text(config));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }

        Assert.Contains("size -1\n    every -1.5\n    rate -0.25\n", expected, StringComparison.Ordinal);
    }

    private static string Text(FluentdConfig config)
    {
        FindingSink findings = new();
        string text = ConfWriter.Write(FluentdMap.Map(config, findings), FluentdTarget.Default, findings);
        Assert.Empty(findings.Findings);
        return text;
    }

    // What the generator makes of a plugin's catalog, by hand.
    private sealed record Probe : InputPlugin
    {
        public Probe(string type)
            : base(type, null, 0)
        {
        }

        public Setting<Size>? Size { get => Get<Setting<Size>?>("size"); init => Set("size", value); }

        public Setting<Duration>? Every { get => Get<Setting<Duration>?>("every"); init => Set("every", value); }

        public Setting<double>? Rate { get => Get<Setting<double>?>("rate"); init => Set("rate", value); }

        public SettingList<string>? Keys { get => Get<SettingList<string>>("keys"); init => Set("keys", value); }

        public SettingMap? Hash { get => Get<SettingMap>("hash"); init => Set("hash", value); }

        public Regexp? Pattern { get => Get<Regexp>("pattern"); init => Set("pattern", value); }

        public Secret? Password { get => Get<Secret>("password"); init => Set("password", value); }

        public ParserPlugin? Parse { get => GetSection<ParserPlugin>("parse"); init => SetSection("parse", value); }
    }

    private sealed record Probe2 : OutputPlugin
    {
        public Probe2(string type)
            : base(type, null, 0)
        {
        }

        public OutputPlugin? Template { get => GetSection<OutputPlugin>("template"); init => SetSection("template", value, untyped: true); }

        public BufferPlugin? Buffer { get => GetSection<BufferPlugin>("buffer"); init => SetSection("buffer", value); }
    }

    private sealed record Probe3 : FilterPlugin
    {
        public Probe3(string type)
            : base(type, null, 0)
        {
        }

        public SettingMap? Record { get => GetFree("record"); init => SetFree("record", value); }
    }
}
