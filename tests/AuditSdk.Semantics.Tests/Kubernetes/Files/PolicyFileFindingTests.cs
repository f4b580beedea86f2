using AuditSdk.Semantics.Checks;
using AuditSdk.Semantics.Checks.Policy;
using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Semantics.Tests.Kubernetes.Files;

public sealed class PolicyFileFindingTests
{
    private const string Head = "apiVersion: audit.k8s.io/v1\nkind: Policy\nrules:\n";

    [Theory]
    [InlineData(CheckProfile.Default, FindingSeverity.Info)]
    [InlineData(CheckProfile.Cis, FindingSeverity.Info)]
    [InlineData(CheckProfile.Strict, FindingSeverity.Warning)]
    public void StrictProfile_WarnsOfWhatIsOnlyWorthKnowingOfTheFileToo(CheckProfile profile, FindingSeverity expected)
    {
        IReadOnlyList<Finding> findings = PolicyFile.Check("apiVersion: audit.k8s.io/v1\nrules:\n- level: Metadata\n", "policy.yaml", new PolicyCheckOptions { Profile = profile });
        Assert.Equal(expected, Assert.Single(findings, f => f.Id == "AUD1129").Severity);
    }

    [Theory]
    [InlineData("AUD1120", 4, "- level: [a?b]\n")]
    [InlineData("AUD1120", 4, "- level: *\n")]
    [InlineData("AUD1120", 5, "- level: Metadata\n\tverbs: [get]\n")]
    [InlineData("AUD1120", 4, "- level: .inf\n")]
    [InlineData("AUD1122", 4, "- level: off\n")]
    [InlineData("AUD1122", 5, "- level: Metadata\n  users: alice\n")]
    [InlineData("AUD1122", 5, "- level: Metadata\n  resources: [pods]\n")]
    [InlineData("AUD1125", 5, "- level: Metadata\n  verb: [get]\n")]
    [InlineData("AUD1126", 6, "- level: Metadata\n  resources:\n  - verbs: [get]\n")]
    [InlineData("AUD1126", 5, "- level: Metadata\n  resourceNames: [a]\n")]
    [InlineData("AUD1127", 5, "- level: Metadata\n  level: None\n")]
    [InlineData("AUD1128", 5, "- level: Metadata\n---\na: b\n")]
    [InlineData("AUD1128", 6, "- level: Metadata\n...\na: b\n")]
    [InlineData("AUD1130", 5, "- level: Metadata\n  namespaces: [default, ~]\n")]
    [InlineData("AUD1131", 7, "- &a\n  level: None\n- <<: *a\n  level: Metadata\n")]
    public void BadFile_IsFoundAtItsPlace(string id, int line, string rules)
    {
        Finding finding = Assert.Single(Read(Head + rules).Findings);
        Assert.Equal((id, line, "policy.yaml"), (finding.Id, finding.Origin.Line, finding.Origin.File));
    }

    [Theory]
    [InlineData("- level: Metadata\n  group: apps\n", "the rule matches resources of every group")]
    [InlineData("- level: Metadata\n  group: apps\n  resources:\n  - resources: [deployments]\n", "entries without one stand for the core group")]
    public void GroupOfARule_SaysWhatTheRuleMeansWithoutIt(string rules, string expected)
        => Assert.Contains($": {expected}. ", Assert.Single(Read(Head + rules).Findings, f => f.Id == "AUD1126").Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("AUD1121", "{apiVersion: audit.k8s.io/v1}")]
    [InlineData("AUD1123", "apiVersion: audit.k8s.io/v1beta1\nkind: Policy\nrules:\n- level: None\n")]
    [InlineData("AUD1123", "apiVersion: v1\nkind: ConfigMap\n")]
    [InlineData("AUD1123", "just words\n")]
    [InlineData("AUD1124", "")]
    [InlineData("AUD1124", "# nothing\n")]
    [InlineData("AUD1124", "replicas: 3\nimage: x\n")]
    [InlineData("AUD1124", "kind: Policy\nrules:\n- level: None\n")]
    public void FileThatIsNoPolicy_IsRefused(string id, string text)
    {
        PolicyReading reading = Read(text);
        Finding finding = Assert.Single(reading.Findings);
        Assert.Equal((id, true, true), (finding.Id, finding.IsRefusal, reading.IsRefused));
        Assert.Equal(reading.Refusal, finding.Detail);
    }

    [Theory]
    [InlineData("- level: Metadata\n")]
    [InlineData("- level: Metadata\n---\n")]
    [InlineData("- level: Metadata\n...\n# the end\n---\n# nothing\n")]
    [InlineData("- level: Metadata\n  namespaces: [\"n\", '~']\n  omitManagedFields: yes\n")]
    [InlineData("- &a\n  level: None\n- *a\n")]
    [InlineData("- &a\n  level: None\n- <<: *a\n  verbs: [get]\n")]
    public void RightFile_HasNoFinding(string rules) => Assert.Empty(Read(Head + rules).Findings);

    [Fact]
    public void MissingKind_IsWorthKnowing()
    {
        Finding finding = Assert.Single(Read("apiVersion: audit.k8s.io/v1\nrules:\n- level: None\n").Findings);
        Assert.Equal(("AUD1129", FindingSeverity.Info), (finding.Id, finding.Severity));
    }

    [Theory]
    [InlineData("  verb: [get]", "the rule matches every verb. Write 'verbs'.")]
    [InlineData("  usergroups: [a]", "the rule matches users of every group. Write 'userGroups'.")]
    [InlineData("  groups: [a]", "the rule matches users of every group. Write 'userGroups'.")]
    [InlineData("  nonResourceUrls: [/a]", "the rule matches every path. Write 'nonResourceURLs'.")]
    [InlineData("  resources:\n  - apiGroup: apps", "the entry stands for the core group. Write 'group'.")]
    [InlineData("  resources:\n  - verbs: [get]", "the rule matches every verb. Indent it less.")]
    [InlineData("  resources:\n  - group: apps\n    version: v1", "'version' is no field of an entry of a rule's resources, so kube-apiserver warns and leaves it out. Take it out.")]
    [InlineData("  verbs: [list]\n  verb: [get]", "its 'verbs' stays as it stands there. Write 'verbs'.")]
    [InlineData("users: [a]", "'users' is a field of a rule, not of the policy, so kube-apiserver warns and leaves it out: a rule without it matches every user. Move it there.")]
    public void UnknownField_SaysWhatTheRuleMeansWithoutIt(string field, string message)
        => Assert.EndsWith(message, Assert.Single(Read($"{Head}- level: Metadata\n{field}\n").Findings).Message, StringComparison.Ordinal);

    [Fact]
    public void MisspeltField_HasTheRightNameAsItsRemedy()
    {
        string text = Head + "- level: Metadata\n  verb: [get]\n";
        RenameField remedy = Assert.IsType<RenameField>(Assert.Single(Read(text).Findings).Remedy);
        Assert.Equal(("verb", "verbs"), (text.Substring(remedy.Key.Start, remedy.Key.Length), remedy.Name));
    }

    [Fact]
    public void MergeKeyBelowAField_IsSaidToWin()
    {
        PolicyReading reading = Read(Head + "- &a\n  level: None\n- level: Metadata\n  <<: *a\n");
        Assert.Equal("None", reading.Document!.Rules.Value[1].Value.Level.Value);
        Assert.Contains("the later wins", Assert.Single(reading.Findings).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void EveryWrongType_IsAFindingAndTheFirstTheRefusal()
    {
        PolicyReading reading = Read(Head + "- level: on\n  users: 1\n- verbs: {}\n");
        Assert.Equal(3, reading.Findings.Count);
        Assert.Equal(reading.Findings[0].Detail, reading.Refusal);
    }

    // In JSON the second list decodes into the items of the first, as in Go; YAML replaces the list as a whole.
    [Fact]
    public void ListGivenTwiceInJson_KeepsWhatTheSecondDoesNotSay()
    {
        PolicyReading reading = Read("""{"apiVersion":"audit.k8s.io/v1","kind":"Policy","rules":[{"level":"None","users":["a","b"]}],"rules":[{"level":"Metadata","verbs":["get"]}]}""");
        PolicyRuleNode rule = Assert.Single(reading.Document!.Rules.Value).Value;
        Assert.Equal(("Metadata", 2, 1), (rule.Level.Value, rule.Users.Value.Count, rule.Verbs.Value.Count));
        Assert.Equal("Audit policy contains errors, falling back to lenient decoding: strict decoding error: duplicate field \"rules\"", reading.Warning);
    }

    private static PolicyReading Read(string text) => PolicyFile.Read(text, "policy.yaml", "1.36");
}
