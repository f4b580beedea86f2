using AuditSdk.Semantics.Documents;
using static AuditSdk.Testing.PolicyBuilder;

namespace AuditSdk.Semantics.Tests.Checks.Policy.Namespaces;

public sealed class NamespaceIsNoNameTests
{
    [Theory]
    [InlineData("kube_system")]
    [InlineData("a b")]
    [InlineData("-a")]
    [InlineData("a.b")]
    [InlineData("kube-system ")]
    public void NameThatTheServerRefuses_Reported(string name)
    {
        Finding finding = Assert.Single(PolicyFindings.Of("AUD1065", PolicyOf(Rule("None", namespaces: ["default", name]), Rule("Metadata"))));

        Assert.Equal("rules[0].namespaces[1]", finding.Path);
        Assert.Null(finding.Remedy);
    }

    [Fact]
    public void UpperCase_Reported()
    {
        Finding finding = Assert.Single(PolicyFindings.Of("AUD1065", PolicyOf(Rule("None", namespaces: ["Default"]), Rule("Metadata"))));

        Assert.Equal("Write 'default'", finding.Remedy?.Title);
    }

    [Fact]
    public void UpperCaseBesideTheRightName_Reported()
    {
        Finding finding = Assert.Single(PolicyFindings.Of("AUD1065", PolicyOf(Rule("None", namespaces: ["default", "Default"]), Rule("Metadata"))));

        Assert.Equal("Drop 'Default'", finding.Remedy?.Title);
        Assert.EndsWith("'default' is in the list: drop it.", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void RealNames_Silent() => Assert.Empty(PolicyFindings.Of("AUD1065", PolicyOf(Rule("None", namespaces: ["", "default", "team-1", "1", "kube-*"]), Rule("Metadata"))));

    [Fact]
    public void UnknownNamespace_Silent() => Assert.Empty(PolicyFindings.Of("AUD1065", PolicyOf(Rule("None", namespaces: [Unknown]), Rule("Metadata"))));
}
