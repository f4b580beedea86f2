using AuditSdk.Semantics.Documents;
using static AuditSdk.Semantics.Tests.Checks.Fluentd.Routing.Confs;

namespace AuditSdk.Semantics.Tests.Checks.Fluentd.Routing;

public sealed class RewriteDropsTheRestTests
{
    [Fact]
    public void OneRule_Reported() => Assert.Single(FluentdFindings.Of("AUD2015", Tail("audit") + Rewrite("audit", Rule("ns", "/^(.+)$/", "kube.$1")) + Match("kube.*")));

    [Fact]
    public void RestOfTheValues_Reported() => Assert.Single(FluentdFindings.Of("AUD2015", Tail("audit") + Rewrite("audit", Rule("ns", "/^kube/", "kube"), Rule("verb", "/^get$/", "get")) + Match("**")));

    [Fact]
    public void FieldIsSetButNotItsValue_Reported() => Assert.Single(FluentdFindings.Of("AUD2015", Tail("audit") + Filter("audit", "@type record_transformer\n<record>\nns x\n</record>") + Rewrite("audit", Rule("ns", "/^kube/", "kube")) + Match("**")));

    [Fact]
    public void InvertedRule_Silent() => Assert.Empty(FluentdFindings.Of("AUD2015", Tail("audit") + Rewrite("audit", Rule("ns", "/^(.+)$/", "kube.$1"), Rule("ns", "/^(.+)$/", "rest", "invert true")) + Match("**")));

    [Fact]
    public void InvertedRuleOfAnotherPattern_Silent() => Assert.Empty(FluentdFindings.Of("AUD2015", Tail("audit") + Rewrite("audit", Rule("ns", "/^(.+)$/", "kube.$1"), Rule("ns", "/.+/", "rest", "invert true")) + Match("**")));

    [Fact]
    public void FieldIsSetByAFilter_Silent() => Assert.Empty(FluentdFindings.Of("AUD2015", Tail("audit") + Filter("audit", "@type record_transformer\n<record>\nns x\n</record>") + Rewrite("audit", Rule("ns", "/^(.+)$/", "kube.$1")) + Match("**")));

    [Fact]
    public void AllKeysThatLeaveEvents_AreNamed()
    {
        Finding finding = Assert.Single(FluentdFindings.Of("AUD2015", Tail("audit") + Rewrite("audit", Rule("$.objectRef.namespace", "/.+/", "ns"), Rule("verb", "/.+/", "rest")) + Match("**")));

        Assert.Contains("has no '$.objectRef.namespace' and has no 'verb'", finding.Message, StringComparison.Ordinal); // the verb of an OPTIONS request is empty
    }

    [Theory]
    [InlineData("level", "/^(Metadata|Request|RequestResponse)$/")]
    [InlineData("$.stage", "/^(RequestReceived|Response.*|Panic)$/")]
    [InlineData("auditID", "/.+/")]
    public void FieldOfEveryAuditEvent_Silent(string key, string pattern) => Assert.Empty(FluentdFindings.Of("AUD2015", Tail("audit") + Rewrite("audit", Rule(key, pattern, "x")) + Match("**")));

    [Fact]
    public void LevelWithoutARule_Named()
    {
        Finding finding = Assert.Single(FluentdFindings.Of("AUD2015", Tail("audit") + Rewrite("audit", Rule("level", "/^Metadata$/", "x")) + Match("**")));

        Assert.Contains("has 'Request' in 'level'", finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<source>\n@type forward\nbind 127.0.0.1\n</source>\n")]
    [InlineData("<filter audit>\n@type record_transformer\nremove_keys level\n</filter>\n")]
    [InlineData("<filter audit>\n@type parser\nkey_name log\n<parse>\n@type json\n</parse>\n</filter>\n")]
    public void EventsThatMayLackTheField_Reported(string more) => Assert.Single(FluentdFindings.Of("AUD2015", Tail("audit") + more + Rewrite("audit", Rule("level", "/.+/", "x")) + Match("**")));

    [Fact]
    public void InvertedRuleOfAnOddText_Silent() => Assert.Empty(FluentdFindings.Of("AUD2015", Tail("audit") + Rewrite("audit", Rule("none", "/ZZ/", "kube", "invert true")) + Match("**")));
}
