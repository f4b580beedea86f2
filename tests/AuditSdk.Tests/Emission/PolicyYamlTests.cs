using System.Globalization;
using AuditSdk.Emission;
using AuditSdk.Kubernetes;
using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes;
using AuditSdk.Tests.Kubernetes;
using CsCheck;
using static AuditSdk.Kubernetes.Level;

namespace AuditSdk.Tests.Emission;

public sealed class PolicyYamlTests
{
    private static readonly AuditPolicy EveryField = new()
    {
        Name = "on",
        Comment = "Two lines\nabove the policy.",
        OmitStages = [Stage.RequestReceived, Stage.Panic],
        OmitManagedFields = true,
        Rules =
        [
            new(RequestResponse)
            {
                Comment = "Every field.",
                OmitManagedFields = false,
                OmitStages = [Stage.ResponseStarted],
                Namespaces = ["", "kube-system"],
                Resources =
                [
                    ApiGroup.Named("apps").EverySubresource("status"),
                    ApiGroup.Named("apps").Resource("deployments").Named("web", "null"),
                    ApiGroup.Named("batch").All,
                ],
                Verbs = [Verb.Get, Verb.List],
                UserGroups = [SystemGroups.ServiceAccountsIn("kube-system")],
                Users = [.. Enumerable.Range(1, 6).Select(n => SystemUsers.Node($"worker-{n}.example.com"))],
            },
            new(None) { NonResourceUrls = ["/healthz*"], Comment = "Paths." },
            new(None) { Users = [new string('x', 200)] },
            new(Metadata),
        ],
    };

    [Fact]
    public void EveryField_IsWrittenInKubernetesOrder() => Snapshot.Match(Write(EveryField), "yaml");

    [Fact]
    public void AnyPolicy_ComesBackFromYaml()
        => PolicyGen.Hostile.Sample(
            policy =>
            {
                FindingSink findings = new();
                PolicyDocument document = PolicyMap.Map(policy, findings);
                string yaml = PolicyYaml.Write(document);

                Assert.Empty(findings.Findings);
                Assert.Equal(PolicyReader.Bare(document), PolicyReader.Read(yaml));
                AssertForm(yaml);
            },
            iter: 2000);

    [Fact]
    public void EmptyListsAndRules_AreWrittenAsSuch()
    {
        Node<ValueList<Node<string>>> empty = Node<ValueList<Node<string>>>.Of([]);
        PolicyRuleNode rule = new() { Users = empty, Resources = Node<ValueList<Node<GroupResourcesNode>>>.Of([]) };
        PolicyDocument document = new() { OmitStages = empty, Rules = Node<ValueList<Node<PolicyRuleNode>>>.Of([Node<PolicyRuleNode>.Of(rule), Node<PolicyRuleNode>.Of(new())]) };
        string yaml = PolicyYaml.Write(document);

        Assert.Equal(document, PolicyReader.Read(yaml));
        Assert.Equal("apiVersion: audit.k8s.io/v1\nkind: Policy\nomitStages: []\nrules:\n  - users: []\n    resources: []\n  - {}\n", yaml);
    }

    [Fact]
    public void UnknownPlace_IsNotWritten()
        => Assert.Throws<InvalidOperationException>(() => PolicyYaml.Write(new PolicyDocument { Rules = Node<ValueList<Node<PolicyRuleNode>>>.Unknown(Origin.None) }));

    // Invariant globalization has no tr-TR and the like; these number formats are what differs in them, and more.
    [Theory]
    [InlineData("minus", "\u0660\u0661\u0662\u0663\u0664\u0665\u0666\u0667\u0668\u0669")]
    [InlineData("\u061c-", "\u06f0\u06f1\u06f2\u06f3\u06f4\u06f5\u06f6\u06f7\u06f8\u06f9")]
    public void AnyCulture_GivesTheSameBytes(string negativeSign, string digits)
    {
        AuditPolicy policy = EveryField with { Name = "\u0001\U000e0001\u202e" };
        (string Yaml, string Message) expected = (Write(policy), Message());
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NegativeSign = negativeSign;
        culture.NumberFormat.NativeDigits = [.. digits.Select(d => d.ToString())];
        culture.NumberFormat.DigitSubstitution = DigitShapes.NativeNational;
        culture.NumberFormat.NumberDecimalSeparator = ",";
        try
        {
            CultureInfo.CurrentCulture = culture;
            Assert.Equal(negativeSign + "1", (-1).ToString(culture));
            Assert.Equal(expected, (Write(policy), Message()));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static void AssertForm(string yaml)
    {
        Assert.NotEqual('{', yaml[0]);
        Assert.DoesNotContain('\r', yaml);
        Assert.EndsWith("\n", yaml, StringComparison.Ordinal);
        Assert.False(yaml.EndsWith("\n\n", StringComparison.Ordinal));
        Assert.All(yaml.Split('\n'), line => Assert.False(line.StartsWith("---", StringComparison.Ordinal) || line.StartsWith("...", StringComparison.Ordinal)));
    }

    private static string Write(AuditPolicy policy)
    {
        FindingSink findings = new();
        string yaml = PolicyYaml.Write(PolicyMap.Map(policy, findings));
        Assert.Empty(findings.Findings);
        return yaml;
    }

    private static string Message()
    {
        FindingSink findings = new();
        PolicyMap.Map(new AuditPolicy { Rules = [new((Level)(-7))] }, findings);
        return Assert.Single(findings.Findings).Message;
    }
}
