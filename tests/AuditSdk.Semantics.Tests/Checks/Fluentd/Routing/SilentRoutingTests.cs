using System.Text.Json;

namespace AuditSdk.Semantics.Tests.Checks.Fluentd.Routing;

/// <summary>Configurations of wrong routes that fluentd itself takes without a word: each is reported by its check.</summary>
public sealed class SilentRoutingTests
{
    private static readonly JsonElement[] Vectors =
        [.. JsonDocument.Parse(File.ReadAllText(Path.Combine(SourceTree.Root, "tests", "AuditSdk.Conformance", "vectors", "fluentd", "config-errors.json"))).RootElement.GetProperty("cases").EnumerateArray()];

    [Theory]
    [InlineData(2, "AUD2010")]
    [InlineData(15, "AUD2017")]
    [InlineData(61, "AUD2020")]
    [InlineData(65, "AUD2019")]
    [InlineData(137, "AUD2022")]
    [InlineData(138, "AUD2021")]
    [InlineData(161, "AUD2012")]
    [InlineData(163, "AUD2018")]
    public void SilentCase_IsReported(int number, string id)
        => Assert.NotEmpty(FluentdFindings.Of(id, Vectors.Single(c => c.GetProperty("id").GetInt32() == number).GetProperty("config").GetString()!));
}
