using System.Text.Json;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace AuditSdk.Conformance;

/// <summary>Says to the runner, which shows it in every run, how many verdicts of which file were compared.</summary>
public sealed class VerdictCounts(IMessageSink sink)
{
    internal void Say(VectorFile file, Comparison comparison)
        => sink.OnMessage(new DiagnosticMessage($"{file.Path}: {comparison.Count - comparison.Differences.Count} of {comparison.Count} verdicts are the server's"));
}

public sealed class RecordedVerdictsTests(VerdictCounts counts) : IClassFixture<VerdictCounts>
{
    private static readonly Dictionary<string, Action<JsonElement, VectorFile, Comparison>> Comparers = new()
    {
        ["validation.json"] = ValidationVectors.Compare,
        ["older-versions.json"] = OlderVersionVectors.Compare,
        ["yaml-scalars.json"] = YamlScalarVectors.Compare,
    };

    public static TheoryData<string> Names => [.. Comparers.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void EveryRecordedVerdict_IsOursToo(string name)
    {
        List<string> differences = [];
        foreach (VectorFile file in VectorFile.Named(name))
        {
            Comparison comparison = new();
            Comparers[name](file.Read(), file, comparison);
            counts.Say(file, comparison);
            Assert.NotEqual(0, comparison.Count);
            differences.AddRange(comparison.Differences.Select(d => $"{file.Path}: {d}"));
        }

        Assert.True(differences.Count == 0, $"{differences.Count} verdicts differ:\n{string.Join('\n', differences.Take(40))}");
    }
}
