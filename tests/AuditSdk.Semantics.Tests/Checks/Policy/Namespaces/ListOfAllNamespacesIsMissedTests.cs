using AuditSdk.Semantics.Documents;
using static AuditSdk.Testing.PolicyBuilder;

namespace AuditSdk.Semantics.Tests.Checks.Policy.Namespaces;

public sealed class ListOfAllNamespacesIsMissedTests
{
    [Fact]
    public void SecretsOfANamespace_Reported()
    {
        Finding finding = Assert.Single(PolicyFindings.Of("AUD1062", PolicyOf(Rule("Metadata", namespaces: ["kube-system"], resources: [Entry("", ["secrets"])]))));

        Assert.Equal("rules[0].namespaces", finding.Path);
        Assert.Equal("Add the empty namespace", finding.Remedy?.Title);
    }

    [Fact]
    public void WithTheEmptyNamespace_Silent() => Assert.Empty(PolicyFindings.Of("AUD1062", PolicyOf(Rule("Metadata", namespaces: ["kube-system", ""], resources: [Entry("", ["secrets"])]))));

    [Fact]
    public void LoggedLater_Silent() => Assert.Empty(PolicyFindings.Of("AUD1062", PolicyOf(Rule("Request", namespaces: ["kube-system"], resources: [Entry("", ["configmaps"])]), Rule("Metadata"))));

    [Fact]
    public void VerbsWithoutList_Silent() => Assert.Empty(PolicyFindings.Of("AUD1062", PolicyOf(Rule("Metadata", verbs: ["create"], namespaces: ["kube-system"], resources: [Entry("", ["secrets"])]))));

    [Fact]
    public void UnknownNamespace_Silent() => Assert.Empty(PolicyFindings.Of("AUD1062", PolicyOf(Rule("Metadata", namespaces: ["kube-system", Unknown], resources: [Entry("", ["secrets"])]))));
}
