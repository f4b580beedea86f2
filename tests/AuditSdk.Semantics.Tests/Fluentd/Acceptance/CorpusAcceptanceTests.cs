using AuditSdk.Semantics.Fluentd;
using AuditSdk.Semantics.Fluentd.Acceptance;
using Xunit.Abstractions;

namespace AuditSdk.Semantics.Tests.Fluentd.Acceptance;

/// <summary>Real configurations from public repositories.</summary>
public class CorpusAcceptanceTests(ITestOutputHelper output)
{
    [SkippableFact]
    public void EveryConfiguration_HasAVerdict()
    {
        Dictionary<string, int> counts = [];
        foreach (string file in Directory.EnumerateFiles(SourceTree.Corpus("fluentd"), "*.conf").Order(StringComparer.Ordinal))
        {
            string verdict = Verdict(file);
            string kind = verdict.Split(' ')[0];
            counts[kind] = counts.GetValueOrDefault(kind) + 1;
            if (kind == "Refused") output.WriteLine($"{Path.GetFileName(file)}: {verdict}");
        }

        output.WriteLine(string.Join(", ", counts.Select(c => $"{c.Value} {c.Key}")));
        Assert.NotEmpty(counts);
    }

    private static string Verdict(string file)
    {
        ConfParseResult parsed = ConfParser.Parse(File.ReadAllText(file), Path.GetFileName(file));
        if (parsed.Root is null) return "Unparsed " + parsed.Error!.Message;
        FluentdAcceptance acceptance = FluentdAcceptance.Of(parsed.Root);
        return acceptance.Error is { } error ? $"{acceptance.Verdict} {error.Origin.Line}: {error.Cause} {error.Class} {error.Message}" : acceptance.Verdict.ToString();
    }
}
