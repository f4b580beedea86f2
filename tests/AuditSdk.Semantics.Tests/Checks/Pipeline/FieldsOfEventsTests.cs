using AuditSdk.Semantics.Documents;

namespace AuditSdk.Semantics.Tests.Checks.Pipeline;

/// <summary>Fields that a pipeline uses against the events that a policy has.</summary>
public sealed class FieldsOfEventsTests
{
    private const string Metadata = "- level: Metadata\n";
    private const string Source = "<source>\n  @type tail\n  path /var/log/kubernetes/audit/audit.log\n  pos_file /var/lib/fluentd/audit.pos\n  tag audit\n  <parse>\n    @type json\n  </parse>\n</source>\n";
    private const string Out = "<match **>\n  @type stdout\n</match>\n";

    [Theory]
    [InlineData("<filter audit>\n  @type grep\n  <regexp>\n    key $.requestObject.kind\n    pattern /x/\n  </regexp>\n</filter>\n")]
    [InlineData("<filter audit>\n  @type grep\n  <or>\n    <exclude>\n      key $['requestObject']['kind']\n      pattern /x/\n    </exclude>\n  </or>\n</filter>\n")]
    [InlineData("<filter audit>\n  @type grep\n  regexp1 $.responseObject.kind x\n</filter>\n")]
    [InlineData("<filter audit>\n  @type record_transformer\n  <record>\n    image ${record[\"requestObject\"][\"spec\"]}\n  </record>\n</filter>\n")]
    [InlineData("<match audit>\n  @type rewrite_tag_filter\n  <rule>\n    key $.responseObject.kind\n    pattern /^(.+)$/\n    tag kind.$1\n  </rule>\n</match>\n")]
    [InlineData("<match audit>\n  @type file\n  path /var/lib/out/${$.requestObject.kind}\n  <buffer $.requestObject.kind>\n  </buffer>\n</match>\n")]
    [InlineData("<match audit>\n  @type copy\n  <store>\n    @type elasticsearch\n    target_index_key requestObject\n  </store>\n</match>\n")]
    public void BodyThatNoRuleLogs_Reported(string use)
    {
        Finding finding = Assert.Single(Of(Metadata, use));
        Assert.Equal(("AUD3004", FindingSeverity.Warning), (finding.Id, finding.Severity));
    }

    [Theory]
    [InlineData("- level: Request\n")]
    [InlineData("- level: Metadata\n  users: [\"a\"]\n- level: RequestResponse\n")]
    [InlineData("")]
    [InlineData("- level: None\n")]
    public void BodyThatARuleMayLogOrPolicyOfNothing_Silent(string rules) => Assert.DoesNotContain(Of(rules, Grep("$.requestObject.kind", "/x/")), f => f.Id == "AUD3004");

    [Fact]
    public void RuleThatNoRequestReaches_DoesNotCount() => Assert.Equal("AUD3004", Assert.Single(Of("- level: Metadata\n- level: Request\n", Grep("$.requestObject.kind", "/x/"))).Id);

    [Theory]
    [InlineData("responseObject", "- level: Request\n", true)]
    [InlineData("responseObject", "- level: RequestResponse\n", false)]
    [InlineData("$.responseStatus.code", "- level: Metadata\n  omitStages: [\"ResponseStarted\", \"ResponseComplete\", \"Panic\"]\n", true)]
    [InlineData("$.responseStatus.code", "- level: Metadata\n  omitStages: [\"ResponseStarted\", \"ResponseComplete\"]\n", false)]
    [InlineData("$.annotations.a", "- level: Metadata\n  omitStages: [\"ResponseStarted\", \"ResponseComplete\", \"Panic\"]\n", true)]
    [InlineData("$.objectRef.name", "- level: Metadata\n  nonResourceURLs: [\"/healthz*\"]\n", true)]
    [InlineData("$.objectRef.name", "- level: Metadata\n  nonResourceURLs: [\"/healthz*\"]\n- level: Metadata\n  users: [\"a\"]\n", false)]
    [InlineData("$.user.username", "- level: Metadata\n", false)]
    public void FieldThatDependsOnThePolicy_ReportedWhereItIsNever(string key, string rules, bool expected)
        => Assert.Equal(expected, Of(rules, Grep(key, "/x/")).Any(f => f.Id == "AUD3004"));

    [Theory]
    [InlineData("<source>\n  @type forward\n  bind 127.0.0.1\n</source>\n", "")]
    [InlineData("<source>\n  @type tail\n  path /var/log/app.log\n  pos_file /var/lib/fluentd/app.pos\n  tag audit\n  <parse>\n    @type json\n  </parse>\n</source>\n", "")]
    [InlineData("@include conf.d/*.conf\n", "")]
    [InlineData("", "<filter audit>\n  @type record_transformer\n  <record>\n    requestObject x\n  </record>\n</filter>\n")]
    [InlineData("", "<filter audit>\n  @type of_our_own\n</filter>\n")]
    [InlineData("", "<filter audit>\n  @type record_transformer\n  enable_ruby\n  <record>\n    x ${record[\"requestObject\"] = {}}\n  </record>\n</filter>\n")]
    public void OtherEventsOrFieldsOfAFilter_Silent(string sources, string filters) => Assert.Empty(Of(Metadata, sources + filters + Grep("$.requestObject.kind", "/x/")));

    [Fact]
    public void OtherEventsOfAnotherTag_DoNotMatter()
        => Assert.Equal("AUD3004", Assert.Single(Of(Metadata, "<source>\n  @type tail\n  path /var/log/app.log\n  pos_file /var/lib/fluentd/app.pos\n  tag app\n  <parse>\n    @type none\n  </parse>\n</source>\n" + Grep("$.requestObject.kind", "/x/"))).Id);

    [Fact]
    public void EventsWithANewTag_AreAuditEventsStill()
        => Assert.Equal("AUD3004", Assert.Single(Of(
            Metadata,
            "<match audit>\n  @type rewrite_tag_filter\n  <rule>\n    key verb\n    pattern /^(.+)$/\n    tag verb.$1\n  </rule>\n</match>\n<filter verb.*>\n  @type grep\n  <regexp>\n    key $.requestObject.kind\n    pattern /x/\n  </regexp>\n</filter>\n")).Id);

    [Theory]
    [InlineData("stage", "/^RequestReceived$/", "regexp", "AUD3005", FindingSeverity.Error)]
    [InlineData("stage", "/^RequestReceived$/", "exclude", "AUD3005", FindingSeverity.Info)]
    [InlineData("stage", "/^Response|^Panic$/", "exclude", "AUD3005", FindingSeverity.Error)]
    [InlineData("level", "/^RequestResponse$/", "regexp", "AUD3005", FindingSeverity.Error)]
    [InlineData("$.level", "/^Metdata$/", "regexp", "AUD3005", FindingSeverity.Error)]
    [InlineData("level", "/^Metadata$/", "exclude", "AUD3005", FindingSeverity.Error)]
    public void TestThatTheEventsNeverPassOrAlways_Reported(string key, string pattern, string kind, string id, FindingSeverity severity)
    {
        Finding finding = Assert.Single(Of(Metadata, Grep(key, pattern, kind), "omitStages: [\"RequestReceived\"]\n"));
        Assert.Equal((id, severity), (finding.Id, finding.Severity));
    }

    [Theory]
    [InlineData("stage", "/^ResponseComplete$/", "regexp")]
    [InlineData("stage", "/^ResponseStarted$/", "exclude")]
    [InlineData("level", "/^Metadata$/", "regexp")]
    [InlineData("verb", "/^Get$/", "regexp")]
    public void TestThatSomeEventsPass_Silent(string key, string pattern, string kind) => Assert.Empty(Of(Metadata, Grep(key, pattern, kind), "omitStages: [\"RequestReceived\"]\n"));

    [Theory]
    [InlineData("/^RequestReceived$/", "", true)]
    [InlineData("/^Response|^Panic$/", "    invert true\n", true)]
    [InlineData("/^ResponseComplete$/", "", false)]
    [InlineData("/^ResponseComplete$/", "    invert true\n", false)]
    public void RuleThatTakesNoEvent_Reported(string pattern, string invert, bool expected)
        => Assert.Equal(
            expected,
            Of(Metadata, $"<match audit>\n  @type rewrite_tag_filter\n  <rule>\n    key stage\n    pattern {pattern}\n    tag stage.x\n{invert}  </rule>\n</match>\n", "omitStages: [\"RequestReceived\"]\n").Any(f => f is { Id: "AUD3005", Severity: FindingSeverity.Warning }));

    [Theory]
    [InlineData("objectref", "Write 'objectRef'.")]
    [InlineData("objectRef.namespace", "Write $.objectRef.namespace,")]
    [InlineData("$.objectRef.nmespace", "Write 'namespace'.")]
    [InlineData("$.user.name", "Write")]
    [InlineData("namespace", "Write one of")]
    public void FieldThatNoEventHas_ReportedWithTheRightOne(string key, string advice)
    {
        Finding finding = Assert.Single(Of(Metadata, Grep(key, "/x/")));
        Assert.Equal("AUD3006", finding.Id);
        Assert.Contains(advice, finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("$.user.extra.x")]
    [InlineData("$.user.groups[0]")]
    [InlineData("$.annotations['authorization.k8s.io/decision']")]
    [InlineData("$.responseStatus.code")]
    [InlineData("$.authenticationMetadata.impersonationConstraint")]
    public void FieldOfEvents_Silent(string key) => Assert.Empty(Of(Metadata, Grep(key, "/x/")));

    private static string Grep(string key, string pattern, string kind = "regexp") => $"<filter audit>\n  @type grep\n  <{kind}>\n    key {key}\n    pattern {pattern}\n  </{kind}>\n</filter>\n";

    private static IReadOnlyList<Finding> Of(string rules, string steps, string policy = "")
        => PipelineFindings.Of($"apiVersion: audit.k8s.io/v1\nkind: Policy\n{policy}rules:{(rules.Length == 0 ? " []" : "")}\n{rules}", Source + steps + Out);
}
