using System.Text.Json;
using System.Text.RegularExpressions;
using AuditSdk.Semantics.Checks;
using AuditSdk.Semantics.Checks.Fluentd;
using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd;
using AuditSdk.Semantics.Fluentd.Acceptance;
using AuditSdk.Semantics.Fluentd.Routing;
using AuditSdk.Semantics.Fluentd.Values;

namespace AuditSdk.Semantics.Tests.Checks.Fluentd;

/// <summary>What a finding of a pipeline offers as its remedy takes the finding away, breaks nothing, and leaves events their way where its title does not say otherwise.</summary>
public sealed partial class FluentdRemedyTests
{
    private static readonly FluentdCheckOptions Options = new() { Profile = CheckProfile.Strict };

    // Checks whose remedy sends events elsewhere, which its title says.
    private static readonly string[] Rerouting = ["AUD2010", "AUD2011", "AUD2012", "AUD2013", "AUD2014", "AUD2017", "AUD2020", "AUD2021", "AUD2102", "AUD2112", "AUD2116"];

    // Checks with a remedy for the bad example of their page.
    private static readonly string[] Answered =
    [
        "AUD2001", "AUD2010", "AUD2011", "AUD2012", "AUD2013", "AUD2014", "AUD2019", "AUD2020", "AUD2021",
        "AUD2032", "AUD2033", "AUD2034", "AUD2035", "AUD2050", "AUD2051", "AUD2052", "AUD2053", "AUD2054", "AUD2055",
        "AUD2063", "AUD2064", "AUD2065", "AUD2066", "AUD2072", "AUD2073", "AUD2074", "AUD2075", "AUD2080", "AUD2081",
        "AUD2082", "AUD2083", "AUD2084", "AUD2088", "AUD2089", "AUD2090", "AUD2091", "AUD2093", "AUD2095", "AUD2102",
        "AUD2104", "AUD2108", "AUD2112", "AUD2116", "AUD2123", "AUD2129", "AUD2131", "AUD2132",
    ];

    // Where fluentd does not start there is no way that a remedy could keep.
    private const string Refused = "refused";

    private static readonly string[] Tags = ["audit", "audit.a", "audit.a.b", "audit.none", "app", "a", "b", "a.b", "x", "x.y", "new.audit", "kube.audit", "app.x"];

    public static TheoryData<string> Configurations => [.. Texts.Keys];

    private static Dictionary<string, string> Texts { get; } = Pages().Concat(Recorded()).ToDictionary(p => p.Key, p => p.Value);

    [Theory]
    [MemberData(nameof(Configurations))]
    public void Remedy_TakesItsFindingAway(string name)
    {
        FluentdElement root = Root(name)!;
        IReadOnlyList<Finding> found = FluentdChecks.Run(root, Options);
        foreach (Finding finding in found.Where(f => f.Remedy is FluentdEdit && !IsReadNow(f.Id)))
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
        FluentdElement root = Root(name)!;
        if (FluentdAcceptance.Of(root).Verdict == FluentdVerdict.Refused) return;
        foreach (FluentdEdit edit in Edits(root).Where(e => !IsReadNow(e.Id)).Select(e => e.Edit))
        {
            FluentdAcceptance now = FluentdAcceptance.Of(FluentdEditor.Apply(root, edit));

            Assert.True(now.Verdict != FluentdVerdict.Refused, $"{now.Error?.Message} after: {edit.Title}");
        }
    }

    [Theory]
    [MemberData(nameof(Configurations))]
    public void Remedy_KeepsTheWayOfEvents(string name)
    {
        FluentdElement root = Root(name)!;
        foreach ((string id, FluentdEdit edit) in Edits(root).Where(e => !Rerouting.Contains(e.Id)))
        {
            foreach (string tag in Tags.Where(t => Way(root, t) != Refused)) Assert.Equal($"{id} {Way(root, tag)}", $"{id} {Way(FluentdEditor.Apply(root, edit), tag)}");
        }
    }

    [Theory]
    [MemberData(nameof(Configurations))]
    public void Remedy_ThatSendsEventsElsewhere_SaysSo(string name)
    {
        FluentdElement root = Root(name)!;
        foreach ((_, FluentdEdit edit) in Edits(root).Where(e => Tags.Any(t => Way(root, t) is not Refused and var way && way != Way(FluentdEditor.Apply(root, e.Edit), t))))
        {
            Assert.Matches("events|tags|<match|Write '", edit.Title);
        }
    }

    [Fact]
    public void Remedies_AnswerTheseChecks()
    {
        IEnumerable<string> answered = Pages().Where(p => Root(p.Key) is { } root && FluentdChecks.Run(root, Options).Any(f => f.Id == p.Key && f.Remedy is FluentdEdit)).Select(p => p.Key);

        Assert.Equal(string.Join(" ", Answered), string.Join(" ", answered));
    }

    [Fact]
    public void Pages_SayWhatTheFixDoes()
    {
        IEnumerable<string> said = Pages().Where(p => Page(p.Key).Contains("The code fix", StringComparison.Ordinal) || Page(p.Key).Contains("the code fix", StringComparison.Ordinal)).Select(p => p.Key);

        Assert.Empty(Answered.Except(said));
    }

    // A parameter of the system under its right name may be one that the plugins cannot have: several workers.
    private static bool IsReadNow(string id) => id == "AUD2088";

    private static IEnumerable<(string Id, FluentdEdit Edit)> Edits(FluentdElement root) => FluentdChecks.Run(root, Options).Where(f => f.Remedy is FluentdEdit).Select(f => (f.Id, (FluentdEdit)f.Remedy!));

    // Outputs are told apart by where they are written, which an edit does not change.
    private static string Way(FluentdElement root, string tag)
    {
        Router router = new(FluentdRoutes.Of(root));
        if (router.Refusal is not null) return Refused;
        RoutingTrace trace = router.Emit("", tag, new FluentdDatum.Map(ValueList.From([new KeyValuePair<string, FluentdDatum?>("verb", new FluentdDatum.Text("get"))])));
        if (trace.Undecided is not null) return "undecided";
        return string.Join("; ", trace.Visits.Where(v => !v.IsFilter && v.Type is not ("relabel" or "rewrite_tag_filter" or "copy" or "forest")).Select(v => $"{v.Plugin.Origin.Line} {v.Tag} {v.Records.Count}")) + (trace.Exception is null ? "" : " fails");
    }

    private static FluentdElement? Root(string name) => ConfParser.Parse(Texts[name], name, _ => []).Root;

    private static string Text(FluentdElement root) => ConfWriter.Write(root, FluentdTarget.Default, new FindingSink());

    private static string Page(string id) => File.ReadAllText(Path.Combine(SourceTree.Root, "docs", "rules", id + ".md"));

    private static IEnumerable<KeyValuePair<string, string>> Pages()
        => from file in Directory.EnumerateFiles(Path.Combine(SourceTree.Root, "docs", "rules"), "AUD2*.md").Order(StringComparer.Ordinal)
           let text = Bad().Match(File.ReadAllText(file)).Groups[1].Value
           where text.Length > 0 && ConfParser.Parse(text, null, _ => []).Root is not null
           select new KeyValuePair<string, string>(Path.GetFileNameWithoutExtension(file), text);

    // What fluentd was asked to take, broken or not.
    private static IEnumerable<KeyValuePair<string, string>> Recorded()
        => from recorded in JsonDocument.Parse(File.ReadAllText(Path.Combine(SourceTree.Root, "tests", "AuditSdk.Conformance", "vectors", "fluentd", "config-errors.json"))).RootElement.GetProperty("cases").EnumerateArray()
           let text = recorded.GetProperty("config").GetString()!
           where ConfParser.Parse(text, null, _ => []).Root is not null
           select new KeyValuePair<string, string>("case " + recorded.GetProperty("id").GetRawText(), text);

    [GeneratedRegex("\nBad:\n\n```conf\n(.*?)```\n", RegexOptions.Singleline)]
    private static partial Regex Bad();
}
