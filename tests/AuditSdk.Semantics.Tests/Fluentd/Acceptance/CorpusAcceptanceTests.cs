using AuditSdk.Semantics.Fluentd;
using AuditSdk.Semantics.Fluentd.Acceptance;
using Xunit.Abstractions;

namespace AuditSdk.Semantics.Tests.Fluentd.Acceptance;

/// <summary>Real configurations from public repositories.</summary>
public class CorpusAcceptanceTests(ITestOutputHelper output)
{
    // Refusals that were looked at one by one: fluentd refuses these as well.
    private static readonly Dictionary<string, string[]> Reviewed = new()
    {
        ["its label is in another file"] = ["034", "054", "056", "150", "156"],
        ["its plugin is the project's own, or made up"] = ["043", "122", "124", "126", "127", "129", "135", "136", "181", "227", "229", "233", "236", "237", "239", "241", "245", "246"],
        ["its plugin is of a gem that nobody could name"] = ["264"],
        ["a template, or cut short"] = ["137", "167", "310"],
        ["its regular expression does not close"] = ["209"],
        ["rewriterule1 was removed"] = ["260"],
    };

    [SkippableFact]
    public void EveryConfiguration_HasAVerdict()
    {
        Dictionary<string, int> counts = [];
        List<string> refused = [];
        foreach (string file in Directory.EnumerateFiles(SourceTree.Corpus("fluentd"), "*.conf").Order(StringComparer.Ordinal))
        {
            string verdict = Verdict(file);
            string kind = verdict.Split(' ')[0];
            counts[kind] = counts.GetValueOrDefault(kind) + 1;
            if (kind != "Refused") continue;
            refused.Add(Path.GetFileName(file).Split('-')[0]);
            output.WriteLine($"{Path.GetFileName(file)}: {verdict}");
        }

        output.WriteLine(string.Join(", ", counts.Select(c => $"{c.Value} {c.Key}")));
        Assert.Equal(Reviewed.Values.SelectMany(r => r).Order(StringComparer.Ordinal), refused);
    }

    private static string Verdict(string file)
    {
        ConfParseResult parsed = ConfParser.Parse(File.ReadAllText(file), Path.GetFileName(file));
        if (parsed.Root is null) return "Unparsed " + parsed.Error!.Message;
        FluentdAcceptance acceptance = FluentdAcceptance.Of(parsed.Root);
        return acceptance.Error is { } error ? $"{acceptance.Verdict} {error.Origin.Line}: {error.Cause} {error.Class} {error.Message}" : acceptance.Verdict.ToString();
    }
}
