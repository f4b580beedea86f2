using System.Globalization;
using System.Text;
using AuditSdk.Semantics.Checks.Fluentd;
using AuditSdk.Semantics.Checks.Fluentd.Routing;
using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd;

namespace AuditSdk.Semantics.Tests.Checks.Fluentd.Routing;

/// <summary>A rule and a match for each of many namespaces, as generated configurations have them.</summary>
public sealed class ManyRulesTests
{
    [Fact]
    public void TwiceAsManyRulesAndMatches_CostAtMostThreeTimesTheWork()
    {
        double growth = (double)WorkOf(160) / WorkOf(80);

        Assert.InRange(growth, 1, 3);
    }

    [Fact]
    public void OneRuleWithoutItsMatch_IsFoundAmongMany()
    {
        Finding found = Assert.Single(FluentdChecks.Run(Root(100, matches: 99), new FluentdCheckOptions()), f => f.Severity == FindingSeverity.Error);

        Assert.Contains("audit.ns99", found.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void PatternsThatAllOverlap_AreFollowedToTheEnd()
    {
        static string Match(int i) => string.Create(CultureInfo.InvariantCulture, $"<match **n{i}**>\n@type stdout\n</match>\n");
        FluentdElement root = ConfParser.Parse("<source>\n@type forward\n</source>\n" + string.Concat(Enumerable.Range(0, 200).Select(Match)), "many.conf").Root!;

        IReadOnlyList<Finding> found = FluentdChecks.Run(root, new FluentdCheckOptions());

        // "n17" is in no tag without "n1", and so on.
        Assert.Equal(190, found.Count(f => f.Id == "AUD2011"));
    }

    [Theory]
    [InlineData("/^app\\.x{0}$/")]
    [InlineData("**n{0}**")]
    public void TwiceAsManyPatternsThatOverlap_CostAtMostFiveTimesTheWork(string pattern)
    {
        double growth = (double)WorkOf(Matches(160)) / WorkOf(Matches(80));

        Assert.InRange(growth, 1, 5);

        FluentdElement Matches(int count) => ConfParser.Parse("<source>\n@type forward\n</source>\n" + string.Concat(Enumerable.Range(0, count).Select(i => $"<match {pattern.Replace("{0}", i.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)}>\n@type stdout\n</match>\n")), "many.conf").Root!;
    }

    private static long WorkOf(int rules) => WorkOf(Root(rules, rules));

    private static long WorkOf(FluentdElement root)
    {
        FluentdCheckContext context = new(root, new FluentdCheckOptions());
        FindingSink findings = new();
        foreach (FluentdCheck check in RoutingChecks.OfFlow) check.Check(context, findings);
        Assert.DoesNotContain(findings.Findings, f => f.Severity == FindingSeverity.Error);
        return context.Flow!.Work.Languages.Work;
    }

    private static FluentdElement Root(int rules, int matches)
    {
        StringBuilder text = new("<source>\n@type forward\ntag audit\n</source>\n<match audit>\n@type rewrite_tag_filter\n");
        for (int i = 0; i < rules; i++) text.Append(CultureInfo.InvariantCulture, $"<rule>\nkey $.objectRef.namespace\npattern /^ns{i}$/\ntag audit.ns{i}\n</rule>\n");
        text.Append("</match>\n");
        for (int i = 0; i < matches; i++) text.Append(CultureInfo.InvariantCulture, $"<match audit.ns{i}>\n@type stdout\n</match>\n");
        return ConfParser.Parse(text.ToString(), "many.conf").Root!;
    }
}
