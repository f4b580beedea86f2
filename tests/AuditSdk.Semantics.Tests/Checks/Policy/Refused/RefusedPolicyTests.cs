using AuditSdk.Semantics.Checks.Policy;
using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Semantics.Tests.Checks.Policy.Refused;

public sealed class RefusedPolicyTests
{
    private const string Head = "apiVersion: audit.k8s.io/v1\nkind: Policy\nrules:\n";

    [Theory]
    [InlineData("AUD1100", "- verbs: [get]\n", "rules[0].level", null)]
    [InlineData("AUD1100", "- level: None\n-\n", "rules[1].level", null)]
    [InlineData("AUD1101", "- level: metadata\n", "rules[0].level", "Metadata")]
    [InlineData("AUD1101", "- level: RequestRespons\n", "rules[0].level", "RequestResponse")]
    [InlineData("AUD1101", "- level: Everything\n", "rules[0].level", null)]
    [InlineData("AUD1102", "- level: None\n  omitStages: [Panic, RequestRecieved]\n", "rules[0].omitStages[1]", "RequestReceived")]
    [InlineData("AUD1103", "- level: None\n  nonResourceURLs: [healthz]\n", "rules[0].nonResourceURLs[0]", "/healthz")]
    [InlineData("AUD1103", "- level: None\n  nonResourceURLs: ['https://x/healthz']\n", "rules[0].nonResourceURLs[0]", "/healthz")]
    [InlineData("AUD1103", "- level: None\n  nonResourceURLs: ['']\n", "rules[0].nonResourceURLs[0]", null)]
    [InlineData("AUD1104", "- level: None\n  nonResourceURLs: ['/a*b']\n", "rules[0].nonResourceURLs[0]", null)]
    [InlineData("AUD1105", "- level: None\n  nonResourceURLs: ['/a']\n  namespaces: [a]\n", "rules[0].nonResourceURLs", null)]
    [InlineData("AUD1106", "- level: None\n  resources: [{group: apps/v1}]\n", "rules[0].resources[0].group", "apps")]
    [InlineData("AUD1106", "- level: None\n  resources: [{group: /v1}]\n", "rules[0].resources[0].group", "")]
    [InlineData("AUD1107", "- level: None\n  resources: [{group: a}, {group: Apps}]\n", "rules[0].resources[1].group", "apps")]
    [InlineData("AUD1107", "- level: None\n  resources: [{group: a_b}]\n", "rules[0].resources[0].group", null)]
    [InlineData("AUD1109", "- level: None\n  resources: [{resourceNames: [a]}]\n", "rules[0].resources[0].resourceNames", null)]
    [InlineData("AUD1110", "  []\n", "rules", null)]
    public void RefusedPolicy_IsFoundWithTheServersWords(string id, string rules, string path, string? remedy)
    {
        PolicyReading reading = PolicyFile.Read(Head + rules, "p.yaml", "1.36");
        Finding finding = Assert.Single(Run(reading.Document!));
        Assert.Equal((id, path, true, FindingSeverity.Error), (finding.Id, finding.Path, finding.IsRefusal, finding.Severity));
        Assert.Equal(reading.Refusal, finding.Detail);
        Assert.Equal(remedy, (finding.Remedy as ReplaceText)?.Text);
        Assert.True(finding.Origin.Line > 0);
    }

    [Theory]
    [InlineData("- level: None\n  omitStages: [Panic]\n  nonResourceURLs: ['*', '/', '/a*']\n")]
    [InlineData("- level: None\n  namespaces: [a]\n  nonResourceURLs: []\n  resources: [{group: ''}, {group: '*'}, {group: a.b-c.io, resources: [x], resourceNames: [z]}]\n")]
    public void AcceptedPolicy_HasNoRefusal(string rules) => Assert.Empty(Run(PolicyFile.Read(Head + rules, "p.yaml", "1.36").Document!));

    [Fact]
    public void GroupStar_IsRefusedBefore136()
    {
        PolicyDocument policy = PolicyFile.Read(Head + "- level: None\n  resources: [{group: '*'}]\n", null, "1.36").Document!;
        Assert.Equal("AUD1108", Assert.Single(Run(policy, "1.35")).Id);
        Assert.Empty(Run(policy));
    }

    // Lists and levels are printed as Go before 1.34, as JSON from then on.
    [Theory]
    [InlineData("1.33", "[]string{\"a<\"}")]
    [InlineData("1.34", "[\"a\\u003c\"]")]
    public void ServersWording_IsThatOfTheRelease(string release, string printed)
    {
        PolicyDocument policy = PolicyFile.Read(Head + "- level: None\n  resources: [{resourceNames: ['a<']}]\n", null, release).Document!;
        Assert.Equal($"rules[0].resources.resourceNames: Invalid value: {printed}: using resourceNames requires at least one resource", Assert.Single(Run(policy, release)).Detail);
    }

    [Fact]
    public void WhatIsUnknown_IsNotRefused()
    {
        Origin here = new("p.cs", 1);
        PolicyRuleNode rule = new()
        {
            Level = Node<string>.Unknown(here),
            NonResourceUrls = Texts(Node<string>.Unknown(here)),
            Resources = Node<ValueList<Node<GroupResourcesNode>>>.Unknown(here),
            OmitStages = Texts(Node<string>.Unknown(here)),
        };
        PolicyRuleNode names = new()
        {
            Level = Node<string>.Of("None"),
            Resources = Node<ValueList<Node<GroupResourcesNode>>>.Of([Node<GroupResourcesNode>.Of(new() { Group = Node<string>.Unknown(here), Resources = Node<ValueList<Node<string>>>.Unknown(here), ResourceNames = Texts(Node<string>.Of("a")) })]),
        };
        Assert.Empty(Run(Policy(Node<PolicyRuleNode>.Of(rule), Node<PolicyRuleNode>.Of(names), Node<PolicyRuleNode>.Unknown(here))));
        Assert.Empty(Run(new PolicyDocument { Rules = Node<ValueList<Node<PolicyRuleNode>>>.Unknown(here) }));
    }

    private static Finding[] Run(PolicyDocument policy, string release = "1.36")
        => [.. PolicyChecks.Run(policy, new PolicyCheckOptions { Release = release }).Where(f => string.CompareOrdinal(f.Id, "AUD1100") >= 0 && string.CompareOrdinal(f.Id, "AUD1120") < 0)];

    private static Node<ValueList<Node<string>>> Texts(params Node<string>[] texts) => Node<ValueList<Node<string>>>.Of(texts);

    private static PolicyDocument Policy(params Node<PolicyRuleNode>[] rules) => new() { Rules = Node<ValueList<Node<PolicyRuleNode>>>.Of(rules) };
}
