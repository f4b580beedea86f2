using System.Text.Json;

namespace AuditSdk.Cli.Tests.Check;

public sealed class CheckCommandTests : FolderTests
{
    private const string Right = "apiVersion: audit.k8s.io/v1\nkind: Policy\nomitStages: [\"RequestReceived\"]\nrules:\n- level: Metadata\n";
    private const string Refused = "apiVersion: audit.k8s.io/v1\nkind: Policy\nrules:\n- level: metadata\n";
    private const string Misspelt = "apiVersion: audit.k8s.io/v1\nkind: Policy\nrules:\n- level: Metadata\n  verb: [get]\n";

    [Fact]
    public void PolicyWithoutErrors_EndsFine()
    {
        Run run = Run.Of("check", Write("p.yaml", Right));
        Assert.Equal(0, run.Code);
        Assert.Contains("0 errors", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void RefusedPolicy_EndsWithOneAndSaysWhereAndWhatToDo()
    {
        string file = Write("p.yaml", Refused);
        Run run = Run.Of("check", file);
        Assert.Equal(1, run.Code);
        Assert.Contains($"{file}:4:10: error AUD1101: 'metadata' is no audit level, so kube-apiserver does not start. Write 'Metadata'.\n", run.Out, StringComparison.Ordinal);
        Assert.Contains("    refused: rules[0].level: Unsupported value: \"metadata\"", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Json_IsAnArrayAlsoForARefusedFile()
    {
        string file = Write("p.yaml", Refused);
        JsonElement finding = JsonDocument.Parse(Run.Of("check", file, "--format", "json").Out).RootElement.EnumerateArray().Single(f => f.GetProperty("id").GetString() == "AUD1101");
        Assert.Equal(("error", file, 4, 10, "rules[0].level", "Write 'Metadata'", true), (
            finding.GetProperty("severity").GetString(), finding.GetProperty("file").GetString(), finding.GetProperty("line").GetInt32(), finding.GetProperty("column").GetInt32(),
            finding.GetProperty("path").GetString(), finding.GetProperty("fix").GetString(), finding.GetProperty("refused").GetBoolean()));
        Assert.Equal("rules[0].level: Unsupported value: \"metadata\": supported values: \"None\", \"Metadata\", \"Request\", \"RequestResponse\"", finding.GetProperty("detail").GetString());
        Assert.Equal(JsonValueKind.Null, finding.GetProperty("counterexample").ValueKind);
    }

    [Theory]
    [InlineData("", "AUD1124")]
    [InlineData("- [", "AUD1120")]
    [InlineData("{", "AUD1121")]
    [InlineData("hello", "AUD1123")]
    public void FileThatIsNoPolicy_IsAnArrayWithARefusal(string text, string id)
    {
        Run run = Run.Of("check", "--format", "json", Write("p.yaml", text));
        JsonElement finding = Assert.Single(JsonDocument.Parse(run.Out).RootElement.EnumerateArray());
        Assert.Equal((1, id, true), (run.Code, finding.GetProperty("id").GetString(), finding.GetProperty("refused").GetBoolean()));
    }

    [Fact]
    public void Warning_DoesNotFail()
    {
        Run run = Run.Of("check", "--format", "github", Write("p,1.yaml", Misspelt));
        Assert.Equal(0, run.Code);
        Assert.Contains("::warning file=", run.Out, StringComparison.Ordinal);
        Assert.Contains("p%2C1.yaml,line=5,col=3,title=AUD1125::'verb' is no field of a rule", run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/var/log/kubernetes/audit.log", "AUD3001")]
    [InlineData("/var/log/kubernetes/audit/audit.log", null)]
    public void PolicyAndConfiguration_AreCheckedTogether(string log, string? id)
    {
        string conf = Write("td-agent.conf", "<source>\n  @type tail\n  path /var/log/kubernetes/audit/audit.log\n  pos_file /var/lib/fluentd/audit.pos\n  tag audit\n  <parse>\n    @type json\n  </parse>\n</source>\n<match audit>\n  @type stdout\n</match>\n");
        Run run = Run.Of("check", Write("p.yaml", Right), conf, "--audit-log-path", log);
        Assert.Equal(0, run.Code);
        if (id is null) Assert.DoesNotContain("AUD3", run.Out, StringComparison.Ordinal);
        else Assert.Contains($"{conf}:3:3: warning {id}: ", run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("AUD3", Run.Of("check", conf, "--audit-log-path", log).Out, StringComparison.Ordinal);
    }

    [Fact]
    public void FindingOfTheServersFlags_IsToldAtThePolicy()
    {
        string policy = Write("p.yaml", Right);
        Run run = Run.Of("check", policy, Write("td-agent.conf", "<source>\n  @type forward\n</source>\n<match **>\n  @type stdout\n</match>\n"), "--audit-log-maxbackup", "0", "--audit-log-maxage", "0");
        Assert.Contains($"{policy}: warning AUD3003: ", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Sarif_HasRulesResultsAndPlaces()
    {
        JsonElement log = JsonDocument.Parse(Run.Of("check", "--format", "sarif", Write("p q.yaml", Misspelt)).Out).RootElement;
        JsonElement run = log.GetProperty("runs")[0];
        JsonElement result = run.GetProperty("results").EnumerateArray().Single(r => r.GetProperty("ruleId").GetString() == "AUD1125");
        JsonElement rule = run.GetProperty("tool").GetProperty("driver").GetProperty("rules")[result.GetProperty("ruleIndex").GetInt32()];
        JsonElement place = result.GetProperty("locations")[0].GetProperty("physicalLocation");
        Assert.Equal(("2.1.0", "AUD1125", "warning"), (log.GetProperty("version").GetString(), rule.GetProperty("id").GetString(), result.GetProperty("level").GetString()));
        Assert.EndsWith("/p%20q.yaml", place.GetProperty("artifactLocation").GetProperty("uri").GetString(), StringComparison.Ordinal);
        Assert.Equal((5, 3), (place.GetProperty("region").GetProperty("startLine").GetInt32(), place.GetProperty("region").GetProperty("startColumn").GetInt32()));
    }

    [Fact]
    public void FileThatIsNotThere_EndsWithFourAndTheOthersAreChecked()
    {
        Run run = Run.Of("check", At("gone.yaml"), Write("p.yaml", Refused));
        Assert.Equal(4, run.Code);
        Assert.Contains("gone.yaml cannot be read: it is not there.", run.Error, StringComparison.Ordinal);
        Assert.Contains("AUD1101", run.Out, StringComparison.Ordinal);
    }

    // The texts are those of go-yaml's reader.
    [Theory]
    [InlineData(new byte[] { 0x61, 0xFF, 0x62 }, "invalid leading UTF-8 octet")]
    [InlineData(new byte[] { 0x61, 0xE2, 0x28, 0xA1 }, "invalid trailing UTF-8 octet")]
    [InlineData(new byte[] { 0x61, 0xE2, 0x82 }, "incomplete UTF-8 octet sequence")]
    [InlineData(new byte[] { 0x61, 0xC0, 0x80 }, "invalid length of a UTF-8 sequence")]
    [InlineData(new byte[] { 0x61, 0xED, 0xA0, 0x80 }, "invalid Unicode character")]
    public void BytesThatAreNoText_AreRefusedAsByTheServer(byte[] bytes, string error)
    {
        string file = At("p.yaml");
        File.WriteAllBytes(file, bytes);
        Run run = Run.Of("check", file);
        Assert.Equal(1, run.Code);
        Assert.Contains($"{file}:1:2: error AUD1120:", run.Out, StringComparison.Ordinal);
        Assert.Contains("yaml: " + error, run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void BytesThatAreNoTextInJson_AreReplacedAsByTheServer()
    {
        string file = At("p.json");
        File.WriteAllBytes(file, [.. "{\"apiVersion\":\"audit.k8s.io/v1\",\"kind\":\"Policy\",\"rules\":[{\"level\":\"Metadata\",\"users\":[\""u8, 0xFF, .. "\"]}]}"u8]);
        Assert.Equal(0, Run.Of("check", file).Code);
    }

    [Fact]
    public void FluentdConfiguration_IsToldByItsContentAndChecked()
    {
        string file = Write("fluent.conf", "<source>\n  @type tail\n</source>\n");
        Run run = Run.Of("check", file, Write("p.yaml", Refused));
        Assert.Equal(1, run.Code);
        Assert.Contains($"{file}:1:1: error AUD2111: fluentd does not start: <parse> section is required. Write <parse>.", run.Out, StringComparison.Ordinal);
        Assert.Contains("AUD1101", run.Out, StringComparison.Ordinal);
        Assert.Contains("AUD2111", Run.Of("check", "--kind", "fluentd", file).Out, StringComparison.Ordinal);
        Assert.DoesNotContain("AUD2111", Run.Of("check", "--kind", "policy", file).Out, StringComparison.Ordinal);
    }

    [Fact]
    public void FluentdConfiguration_IsToldWhatItsFixDoes()
    {
        const string Title = "Write 'file', to which events go then";
        string file = Write("fluent.conf", "<source>\n  @type forward\n  bind 127.0.0.1\n</source>\n<match **>\n  @type fiel\n  path /var/log/out\n</match>\n");
        string[] lines = Run.Of("check", file).Out.Split('\n');
        int told = Array.FindIndex(lines, l => l.StartsWith($"{file}:6:3: error AUD2102:", StringComparison.Ordinal));
        Assert.Contains($"    fix: {Title}", lines.Skip(told + 1).TakeWhile(l => l.StartsWith("    ", StringComparison.Ordinal)));
        Assert.Contains(JsonDocument.Parse(Run.Of("check", file, "--format", "json").Out).RootElement.EnumerateArray(), f => (f.GetProperty("id").GetString(), f.GetProperty("fix").GetString()) == ("AUD2102", Title));
        Assert.Contains($"\"fix\": \"{Title}\"", Run.Of("check", file, "--format", "sarif").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void FluentdFindingWithoutAnObviousFix_HasNoLineOfOne()
    {
        string file = Write("fluent.conf", "<source>\n  @type tail\n</source>\n");
        Assert.DoesNotContain("    fix:", Run.Of("check", file).Out, StringComparison.Ordinal);
        Assert.All(JsonDocument.Parse(Run.Of("check", file, "--format", "json").Out).RootElement.EnumerateArray().Where(f => f.GetProperty("id").GetString() == "AUD2111"), f => Assert.Equal(JsonValueKind.Null, f.GetProperty("fix").ValueKind));
    }

    [Fact]
    public void PluginOfOnesOwn_IsDeclared()
    {
        string file = Write("fluent.conf", "<source>\n  @type forward\n</source>\n<match **>\n  @type seal\n  key x\n</match>\n");
        Assert.Contains("AUD2102", Run.Of("check", file).Out, StringComparison.Ordinal);
        Assert.DoesNotContain("AUD2102", Run.Of("check", file, "--plugin", "seal").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void FileThatFluentdDoesNotParse_IsRefusedWithItsWords()
    {
        string file = Write("fluent.conf", "<match a>\n  @type null\n");
        JsonElement finding = Assert.Single(JsonDocument.Parse(Run.Of("check", "--format", "json", file).Out).RootElement.EnumerateArray());
        Assert.Equal(("AUD2100", true, 3), (finding.GetProperty("id").GetString(), finding.GetProperty("refused").GetBoolean(), finding.GetProperty("line").GetInt32()));
        Assert.StartsWith("expected end tag '</match>' but got end of file", finding.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void ByteOrderMark_IsNoColumn()
    {
        string file = Write("p.yaml", "\ufeff" + "{");
        Assert.Contains($"{file}:1:", Run.Of("check", file).Out, StringComparison.Ordinal);
        file = Write("q.yaml", "\ufeff" + "foo: 1\n" + Right);
        Assert.Contains($"{file}:1:1: warning AUD1125", Run.Of("check", file).Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Strict")]
    [InlineData("1")]
    public void ProfileThatIsNone_IsBadUsage(string profile) => Assert.Equal(3, Run.Of("check", Write("p.yaml", Right), "--profile", profile).Code);

    [Fact]
    public void Help_CallsTheToolByItsName() => Assert.Contains("auditsdk check <FILE>... [options]", Run.Of("check", "--help").Out, StringComparison.Ordinal);

    [Fact]
    public void Release_DecidesAboutTheGroupStar()
    {
        string file = Write("p.yaml", Right + "  resources: [{group: \"*\", resources: [pods]}]\n");
        Assert.DoesNotContain("AUD1108", Run.Of("check", file).Out, StringComparison.Ordinal);
        Assert.Contains("AUD1108", Run.Of("check", file, "--kubernetes", "1.35").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Colour_IsForTerminals()
    {
        string file = Write("p.yaml", Refused);
        Assert.Contains("\u001b[31merror\u001b[0m AUD1101", Run.Coloured(true, "check", file).Out, StringComparison.Ordinal);
        Assert.DoesNotContain("\u001b", Run.Of("check", file).Out, StringComparison.Ordinal);
    }
}
