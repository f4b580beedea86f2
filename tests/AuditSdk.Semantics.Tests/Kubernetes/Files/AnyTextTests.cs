using System.Text.Json;
using AuditSdk.Semantics.Kubernetes;
using CsCheck;

namespace AuditSdk.Semantics.Tests.Kubernetes.Files;

public sealed class AnyTextTests
{
    private static readonly string[] Pieces =
    [
        "\"", "'", "[", "]", "{", "}", ",", ": ", ":", " ", "\n", "\n  ", "\t", "- ", "-", "?", "? ", "&a ", "*a", "!!int ", "!x ", "!<y> ", "|\n", ">-\n", "|9\n", "#", " #", "%", "@", "---\n", "...\n", "<<: *a\n",
        "~", "true", "0x1F", "1e999", ".nan", "!!binary aGk\n", "\\", "\\x4", "\\U00110000", "\r\n", "\r", "\u0085", "\u2028", "\ufeff", "\0", "\u0007", "\ud800", "😀", "%YAML 1.1\n", "%TAG ! x\n", "level", "rules:\n", "null: ", new string('[', 60), new string(' ', 1100),
        "metadata: {creationTimestamp: x, generation: 1.5, labels: {a: ~}}\n", "omitStages: x\n",
    ];

    private static readonly string[] Policies = [.. Recorded("cases").Select(c => c.GetProperty("text").GetString()!)];

    private static Gen<string> Mutated { get; } = Gen.Select(Gen.OneOf(Policies), Gen.Select(Gen.Double[0, 1], Gen.OneOf(Pieces), Gen.Int[0, 6]).Array[1, 4], (text, edits) => edits.Aggregate(text, Edited));

    [Fact]
    public void MutatedPolicy_IsReadOrRefusedAndNothingElse()
        => Mutated.Sample(
            text =>
            {
                PolicyReading reading = PolicyFile.Read(text, "p.yaml", "1.35");
                Assert.True(reading.IsRefused ? reading.Normalised is null : reading.Document is not null && reading.Normalised is not null);
                Assert.All(reading.Findings, f => Assert.InRange(f.Origin.Start + f.Origin.Length, 0, text.Length));
                if (reading.Document is null) Assert.Contains(reading.Findings, f => f.IsRefusal);
            },
            iter: 20_000);

    [Fact]
    public void Normalised_IsReadAsTheSamePolicy()
        => Mutated.Sample(
            text =>
            {
                if (PolicyFile.Read(text, null, "1.36").Normalised is not { } normalised) return;
                PolicyReading again = PolicyFile.Read(normalised, null, "1.36");
                Assert.Equal((normalised, null), (again.Normalised, again.Refusal));
            },
            iter: 5_000);

    [Theory]
    [InlineData("[")]
    [InlineData("{a: ")]
    [InlineData("- ")]
    [InlineData("? ")]
    [InlineData("{\"a\":")]
    [InlineData("&a ")]
    public void BottomlessNesting_IsRefusedAndDoesNotOverflow(string level)
        => Assert.True(PolicyFile.Read(string.Concat(Enumerable.Repeat(level, 200_000)), null, "1.36").IsRefused);

    [Fact]
    public void ExplodingAliases_AreRefusedAsTheServerDoes()
    {
        string bomb = "a0: &a0 [x,x,x,x,x,x,x,x,x]\n" + string.Concat(Enumerable.Range(1, 9).Select(i => $"a{i}: &a{i} [{string.Join(",", Enumerable.Repeat($"*a{i - 1}", 9))}]\n"));
        Assert.Equal("failed decoding: yaml: document contains excessive aliasing", PolicyFile.Read(bomb, null, "1.36").Refusal);
    }

    // The conformance project asks for verdict and line; the words are right as well.
    [Fact]
    public void EveryRecordedYamlError_IsOursWordForWord()
    {
        JsonElement[] broken = [.. Recorded("cases").Where(c => c.TryGetProperty("error", out JsonElement e) && e.GetString()!.StartsWith("failed decoding: yaml: ", StringComparison.Ordinal))];
        Assert.NotEmpty(broken);
        Assert.All(broken, c => Assert.Equal(c.GetProperty("error").GetString(), PolicyFile.Read(c.GetProperty("text").GetString()!, null, "1.36").Refusal));
    }

    private static IEnumerable<JsonElement> Recorded(string list)
        => JsonDocument.Parse(File.ReadAllText(Path.Combine(SourceTree.Root, "tests", "AuditSdk.Conformance", "vectors", "kubernetes", "validation.json"))).RootElement.GetProperty(list).EnumerateArray();

    private static string Edited(string text, (double Where, string Piece, int Length) edit)
    {
        int at = (int)(edit.Where * text.Length);
        int removed = Math.Min(edit.Length % 4, text.Length - at);
        return edit.Length == 6 ? text[..at] : text[..at] + edit.Piece + text[(at + removed)..];
    }
}
