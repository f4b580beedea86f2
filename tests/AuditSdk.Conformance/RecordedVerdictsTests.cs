using System.Text.Json;
using System.Text.Json.Nodes;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace AuditSdk.Conformance;

/// <summary>Says to the runner, which shows it in every run, how many verdicts of which file were compared.</summary>
public sealed class VerdictCounts(IMessageSink sink)
{
    internal void Say(VectorFile file, Comparison comparison)
        => sink.OnMessage(new DiagnosticMessage($"{file.Path}: {comparison.Count - comparison.Differences.Count} of {comparison.Count} verdicts are the real program's"));
}

public sealed class RecordedVerdictsTests(VerdictCounts counts) : IClassFixture<VerdictCounts>
{
    // One verdict of each file, as the real program did not give it.
    private static readonly Dictionary<string, Action<JsonNode>> Flips = new()
    {
        ["validation.json"] = file => file["cases"]![0]!["accepted"] = false,
        ["older-versions.json"] = file => file["v1.35.6"]!["validationDifferences"] = new JsonArray(),
        ["silent.json"] = file => file["cases"]![0]!["requests"]![0]!["level"] = "Request",
        ["evaluation.json"] = file => file["policies"]![0]!["verdicts"]![0]![1] = "Request",
        ["requestinfo.json"] = file => file["cases"]![0]!["verb"] = "get",
        ["yaml-scalars.json"] = file => file["scalars"]![0]!["plainBlock"] = "became [\"b\"]",
        ["match.json"] = file => file["cases"]![0]!["match"] = false,
        ["routing.json"] = file => file["cases"]![0]!["events"]![0]!["trace"]![0]![2] = "b",
        ["rewrite-tag-filter.json"] = file => file["cases"]![0]!["events"]![0]!["emitted"]![0]!["tag"] = "n.w",
        ["runtime-behaviour.json"] = file => file["cases"]![1]!["events"]![0]!["out"]![0]!["a"] = "w",
        ["config-syntax.json"] = file => file["cases"]![0]!["tree"]!["attrs"]![0]![1] = "c",
        ["values.json"] = file => file["typed"]![0]!["value"] = "x",
        ["config-errors.json"] = file => file["cases"]![1]!["error"]!["message"] = "Missing",
        ["placeholders.json"] = file => file["cases"]![0]!["accepted"] = false,
        ["time-parse.json"] = file => file["cases"]![0]!["time"] = "2026-11-20T10:32:12.822402001Z",
    };

    public static TheoryData<string> Names => [.. Recordings.ByName.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void EveryRecordedVerdict_IsOursToo(string name)
    {
        List<string> differences = [];
        foreach (VectorFile file in VectorFile.Named(name))
        {
            Comparison comparison = Recordings.Compare(name, file.Read(), file);
            counts.Say(file, comparison);
            Assert.NotEqual(0, comparison.Count);
            differences.AddRange(comparison.Differences.Select(d => $"{file.Path}: {d}"));
        }

        Assert.True(differences.Count == 0, $"{differences.Count} verdicts differ:\n{string.Join('\n', differences.Take(40))}");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void FlippedVerdict_Differs(string name)
    {
        VectorFile own = VectorFile.Own(name);
        JsonNode flipped = JsonNode.Parse(File.ReadAllText(own.Path))!;
        Flips[name](flipped);
        Assert.NotEmpty(Recordings.Compare(name, JsonSerializer.SerializeToElement(flipped), own).Differences);
    }

    [Theory]
    [InlineData("omit-stages-on-none", "warning")]
    [InlineData("shadowed-star", "error")]
    [InlineData("unknown-resource", "info")]
    public void FlippedSeverity_Differs(string id, string severity)
    {
        VectorFile own = VectorFile.Own("silent.json");
        JsonNode flipped = JsonNode.Parse(File.ReadAllText(own.Path))!;
        flipped["cases"]!.AsArray().Single(c => (string)c!["id"]! == id)!["severity"] = severity;

        Assert.Contains(id, Assert.Single(Recordings.Compare("silent.json", JsonSerializer.SerializeToElement(flipped), own).Differences), StringComparison.Ordinal);
    }

    [Fact]
    public void FlippedSeverityOfACaseThatNoCheckIsNamedFor_Differs()
    {
        VectorFile own = VectorFile.Own("silent.json");
        JsonNode flipped = JsonNode.Parse(File.ReadAllText(own.Path))!;
        JsonNode first = flipped["cases"]![0]!;
        (first["id"], first["severity"]) = ("another", "error");

        Assert.Contains("another", Assert.Single(Recordings.Compare("silent.json", JsonSerializer.SerializeToElement(flipped), own).Differences), StringComparison.Ordinal);
    }

    [Fact]
    public void FolderWithMoreFiles_IsSearchedToItsBottom()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("auditsdk-vectors");
        try
        {
            string deep = Path.Combine(folder.CreateSubdirectory("kubernetes").FullName, "validation.json");
            File.WriteAllText(deep, "{}");
            Assert.Equal([VectorFile.Own("validation.json"), new VectorFile(deep)], VectorFile.Named("validation.json", folder.FullName));
            Assert.Equal([VectorFile.Own("silent.json")], VectorFile.Named("silent.json", folder.FullName));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void FolderThatIsNotThere_IsAnErrorAndNotSilence()
        => Assert.Throws<DirectoryNotFoundException>(() => VectorFile.Named("silent.json", Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString())).ToList());
}
