using System.Text.RegularExpressions;
using AuditSdk.Semantics.Checks;
using AuditSdk.Semantics.Checks.Fluentd;
using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd;
using AuditSdk.Semantics.Fluentd.Acceptance;

namespace AuditSdk.Semantics.Tests.Checks.Fluentd;

/// <summary>What a finding of a pipeline offers as its remedy takes the finding away, breaks nothing, and leaves events their way where its title does not say otherwise.</summary>
public sealed partial class FluentdRemedyTests
{
    private static readonly FluentdCheckOptions Options = new() { Profile = CheckProfile.Strict, Types = ["rec"] };

    // Checks whose remedy sends events elsewhere, which its title says.
    private static readonly string[] Rerouting = ["AUD2010", "AUD2011", "AUD2012", "AUD2013", "AUD2014", "AUD2019", "AUD2020", "AUD2021", "AUD2080", "AUD2090", "AUD2102"];

    // Checks with a remedy for the bad example of their page.
    private static readonly string[] Answered =
    [
        "AUD2001", "AUD2010", "AUD2011", "AUD2012", "AUD2013", "AUD2014", "AUD2019", "AUD2020", "AUD2021",
        "AUD2032", "AUD2033", "AUD2034", "AUD2035", "AUD2050", "AUD2051", "AUD2052", "AUD2053", "AUD2054", "AUD2055",
        "AUD2063", "AUD2064", "AUD2065", "AUD2066", "AUD2072", "AUD2073", "AUD2074", "AUD2075", "AUD2077", "AUD2080", "AUD2081",
        "AUD2082", "AUD2083", "AUD2084", "AUD2088", "AUD2089", "AUD2090", "AUD2091", "AUD2093", "AUD2095", "AUD2102",
        "AUD2104", "AUD2108", "AUD2112", "AUD2116", "AUD2123", "AUD2129", "AUD2131", "AUD2132",
    ];

    [Fact]
    public void TimeForABufferWithAnInterval_SaysThatTheIntervalIsReadNoMore()
    {
        const string text = "<source>\n@type forward\n</source>\n<match **>\n@type file\npath /a/${tag}.%Y%m%d\n<buffer tag>\nflush_interval 10s\n</buffer>\n</match>\n";

        Finding finding = Assert.Single(FluentdFindings.Of("AUD2129", text));

        Assert.Contains("flush_interval is not read", finding.Remedy!.Title, StringComparison.Ordinal);
    }

    public static TheoryData<string> Configurations => [.. RemedyConfigurations.All.Keys];

    [Theory]
    [MemberData(nameof(Configurations))]
    public void Remedy_TakesItsFindingAway(string name)
    {
        FluentdElement root = Root(name);
        IReadOnlyList<Finding> found = FluentdChecks.Run(root, Options);
        foreach (Finding finding in found.Where(f => f.Remedy is FluentdEdit))
        {
            FluentdElement corrected = FluentdEditor.Apply(root, (FluentdEdit)finding.Remedy!);
            IReadOnlyList<Finding> left = FluentdChecks.Run(corrected, Options);

            Assert.True(left.Count(f => f.Id == finding.Id) < found.Count(f => f.Id == finding.Id), $"{finding.Id} stays after: {finding.Remedy!.Title}\n{Text(corrected)}");
            foreach (IGrouping<string, Finding> error in left.Where(f => f.Severity == FindingSeverity.Error).GroupBy(f => f.Id))
            {
                Assert.True(error.Count() <= found.Count(f => f.Id == error.Key && f.Severity == FindingSeverity.Error), $"{error.First().Message} comes after: {finding.Remedy!.Title}\n{Text(corrected)}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Configurations))]
    public void Remedy_KeepsTheVerdictOfFluentd(string name)
    {
        FluentdElement root = Root(name);
        if (FluentdAcceptance.Of(root).Verdict == FluentdVerdict.Refused) return;
        foreach (FluentdEdit edit in Edits(root).Select(e => e.Edit))
        {
            FluentdAcceptance now = FluentdAcceptance.Of(FluentdEditor.Apply(root, edit));

            Assert.True(now.Verdict != FluentdVerdict.Refused, $"{now.Error?.Message} after: {edit.Title}");
        }
    }

    [Theory]
    [MemberData(nameof(Configurations))]
    public void Remedy_KeepsTheWayOfEventsOrSaysWhatItChanges(string name) => KeepsTheWayOrSaysSo(Root(name), RemedyConfigurations.All[name].Recorded);

    [SkippableFact]
    public void RemedyOfARealConfiguration_KeepsTheWayOfEventsOrSaysWhatItChanges()
        => Assert.All(Directory.EnumerateFiles(SourceTree.Corpus("fluentd"), "*.conf"), f =>
        {
            if (ConfParser.Parse(File.ReadAllText(f), Path.GetFileName(f), _ => []).Root is { } root) KeepsTheWayOrSaysSo(root, []);
        });

    [Fact]
    public void RemediesOfTheseChecks_SendEventsElsewhere()
    {
        IEnumerable<string> rerouting =
            from name in RemedyConfigurations.All.Keys
            let root = Root(name)
            let events = EventWays.Events(root, RemedyConfigurations.All[name].Recorded)
            from e in Edits(root)
            where EventWays.Differences(root, e.Edit, events).Count > 0
            select e.Id;

        Assert.Equal(string.Join(" ", Rerouting), string.Join(" ", rerouting.Distinct().Order(StringComparer.Ordinal)));
    }

    [Theory]
    [InlineData("routing 0")]
    [InlineData("rewrite-tag-filter 0")]
    [InlineData("runtime-behaviour 1")]
    public void ChangeThatLosesRecordedEvents_IsSeen(string name)
    {
        FluentdElement root = Root(name);
        IReadOnlyList<SentEvent> recorded = RemedyConfigurations.All[name].Recorded;

        Assert.NotEmpty(EventWays.Differences(root, new RemoveNode("Delete a match", new FluentdPath([root.Nodes.ToList().FindIndex(n => n is FluentdElement { Name: "match" })])), recorded));
    }

    [Theory]
    [InlineData("AUD2001", "where fluentd runs without that")]
    [InlineData("AUD2032", "other hosts can no longer send events")]
    [InlineData("AUD2102", "to which events go then")]
    [InlineData("AUD2112", "which is read then")]
    public void Title_SaysWhatChangesBesideTheFinding(string id, string effect)
        => Assert.Contains(effect, Edits(Root(id)).First(e => e.Id == id).Edit.Title, StringComparison.Ordinal);

    [Theory]
    [InlineData("<match a>\n  @type rewrite_tag_filter\n  <rules>\n    key k\n    pattern /x/\n    tag b\n  </rules>\n  <rule>\n    key k\n    pattern /y/\n    tag b\n  </rule>\n</match>\n")]
    [InlineData("<source>\n  @type forward\n  bind 127.0.0.1\n  lable @A\n</source>\n<label @A>\n  <match **>\n    @type null\n  </match>\n</label>\n<match **>\n  @type stdout\n</match>\n")]
    public void WhatDecidesWhereEventsGo_IsReadOnlyAfterATitleThatSaysSo(string text)
    {
        FluentdElement root = ConfParser.Parse(text, "f.conf").Root!;

        Assert.All(Edits(root).Where(e => e.Id is "AUD2104" or "AUD2112" && e.Edit is RenameNode), e => Assert.True(SaysWhatChanges(e.Edit), e.Edit.Title));
        KeepsTheWayOrSaysSo(root, []);
    }

    [Fact]
    public void FixInTheViewOfAWorker_ChangesTheMatchThatItNames()
    {
        FluentdElement root = ConfParser.Parse("<worker 0>\n  <match **>\n    @type null\n  </match>\n</worker>\n<match **>\n  @type stdout\n</match>\n", "f.conf").Root!;
        FluentdEdit edit = Assert.Single(Edits(root), e => e.Id == "AUD2011").Edit;

        Assert.Equal(["worker", "match"], FluentdEditor.Apply(root, edit).Elements.Select(e => e.Name));
        Assert.Empty(FluentdEditor.Apply(root, edit).Elements.First().Elements);
    }

    [Fact]
    public void Remedies_AnswerTheseChecks()
    {
        IEnumerable<string> answered = RemedyConfigurations.Pages().Where(p => FluentdChecks.Run(Root(p.Key), Options).Any(f => f.Id == p.Key && f.Remedy is FluentdEdit)).Select(p => p.Key);

        Assert.Equal(string.Join(" ", Answered), string.Join(" ", answered));
    }

    [Fact]
    public void Pages_SayWhatTheFixDoes()
    {
        IEnumerable<string> said = Answered.Where(id => RemedyConfigurations.Page(id).Contains("he code fix", StringComparison.Ordinal));

        Assert.Empty(Answered.Except(said));
    }

    private static IEnumerable<(string Id, FluentdEdit Edit)> Edits(FluentdElement root) => FluentdChecks.Run(root, Options).Where(f => f.Remedy is FluentdEdit).Select(f => (f.Id, (FluentdEdit)f.Remedy!));

    private static void KeepsTheWayOrSaysSo(FluentdElement root, IReadOnlyList<SentEvent> recorded)
    {
        IReadOnlyList<SentEvent> events = EventWays.Events(root, recorded);
        foreach ((string id, FluentdEdit edit) in Edits(root).Where(e => !SaysWhatChanges(e.Edit)))
        {
            IReadOnlyList<string> differences = EventWays.Differences(root, edit, events);

            Assert.True(differences.Count == 0, $"{id} does not say so: {edit.Title}\n{string.Join('\n', differences)}\n{Text(FluentdEditor.Apply(root, edit))}");
        }
    }

    // A title that names events or tags says what becomes of them; "no event", 'tag' as a parameter or chunk key, and a buffer by tag do not.
    private static bool SaysWhatChanges(FluentdEdit edit) => EventsOrTags().IsMatch(edit.Title);

    private static FluentdElement Root(string name) => RemedyConfigurations.Root(name);

    private static string Text(FluentdElement root) => ConfWriter.Write(root, FluentdTarget.Default, new FindingSink());

    [GeneratedRegex(@"\bevents\b|(?<!by |')\btags?\b")]
    private static partial Regex EventsOrTags();
}
