using System.Text.Json;
using AuditSdk.Semantics.Fluentd.Values;

namespace AuditSdk.Semantics.Tests.Fluentd.Values;

/// <summary>Patterns that Ruby judged: what it refuses is told in its words, and of what only Ruby can tell nothing is said.</summary>
public sealed class RubyPatternTests
{
    public static TheoryData<string, string?> Told => Recorded(isTold: true);

    public static TheoryData<string, string?> Untold => Recorded(isTold: false);

    [Theory]
    [MemberData(nameof(Told))]
    public void PatternThatCanBeTold_HasRubysVerdict(string pattern, string? error) => Assert.Equal(error, RubyPattern.Error(pattern));

    [Theory]
    [MemberData(nameof(Untold))]
    public void PatternThatOnlyRubyCanTell_IsLeftToRuby(string pattern, string? error)
    {
        Assert.NotNull(error);
        Assert.Null(RubyPattern.Error(pattern));
    }

    private static TheoryData<string, string?> Recorded(bool isTold)
    {
        TheoryData<string, string?> data = [];
        foreach (JsonElement recorded in JsonDocument.Parse(File.ReadAllText(SourceTree.Data("fluentd", "ruby-patterns.json"))).RootElement.GetProperty("cases").EnumerateArray())
        {
            if (recorded[2].GetBoolean() == isTold) data.Add(recorded[0].GetString()!, recorded[1].GetString());
        }

        return data;
    }
}
