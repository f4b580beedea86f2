using AuditSdk.Semantics.Documents;
using static AuditSdk.Testing.PolicyBuilder;

namespace AuditSdk.Semantics.Tests.Checks.Policy.Stages;

public sealed class MetadataRuleOmitsManagedFieldsTests
{
    [Fact]
    public void Metadata_Reported()
    {
        Finding finding = Assert.Single(PolicyFindings.Of("AUD1015", PolicyOf(Rule("Metadata", omitManagedFields: true))));

        Assert.Equal("rules[0].omitManagedFields", finding.Path);
        Assert.Equal("Drop omitManagedFields", finding.Remedy?.Title);
    }

    [Fact]
    public void Request_Silent() => Assert.Empty(PolicyFindings.Of("AUD1015", PolicyOf(Rule("Request", omitManagedFields: true))));

    [Fact]
    public void UnknownLevel_Silent() => Assert.Empty(PolicyFindings.Of("AUD1015", PolicyOf(Rule(Unknown, omitManagedFields: true))));
}
