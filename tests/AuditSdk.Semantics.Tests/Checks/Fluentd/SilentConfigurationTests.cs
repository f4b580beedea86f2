using System.Text.Json;
using AuditSdk.Semantics.Checks.Fluentd;
using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd;

namespace AuditSdk.Semantics.Tests.Checks.Fluentd;

/// <summary>Configurations that <c>fluentd --dry-run</c> takes, and that do not what they look like: each is reported, and its correction is not.</summary>
public sealed class SilentConfigurationTests
{
    private static readonly JsonElement Ids = JsonDocument.Parse(File.ReadAllText(SourceTree.Data("fluentd", "silent-ids.json"))).RootElement.GetProperty("cases");
    private static readonly JsonElement[] Vectors = [.. JsonDocument.Parse(File.ReadAllText(Recorded)).RootElement.GetProperty("cases").EnumerateArray().Where(c => c.TryGetProperty("silently_broken", out _))];

    public static TheoryData<string> Cases => [.. Ids.EnumerateObject().Select(c => c.Name)];

    private static string Recorded => Path.Combine(SourceTree.Root, "tests", "AuditSdk.Conformance", "vectors", "fluentd", "config-errors.json");

    [Theory]
    [MemberData(nameof(Cases))]
    public void SilentConfiguration_IsReported(string name)
    {
        string text = Vectors.Single(c => Name(c) == name).GetProperty("config").GetString()!;

        Finding[] found = [.. Run(text).Where(f => f.Id == IdOf(name))];

        Assert.NotEmpty(found);
        Assert.All(found, f => Assert.True(f.Origin.Line > 0, f.Message));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void CorrectedConfiguration_IsNotReported(string name)
    {
        IReadOnlyList<Finding> found = Run(Ids.GetProperty(name).GetProperty("corrected").GetString()!);

        Assert.DoesNotContain(found, f => f.Id == IdOf(name) || f.IsRefusal);
    }

    [Fact]
    public void EveryCase_HasItsCheck() => Assert.Equal(Vectors.Select(Name), Ids.EnumerateObject().Select(c => c.Name));

    private static string Name(JsonElement vector) => vector.GetProperty("id").GetRawText();

    private static string IdOf(string name) => Ids.GetProperty(name).GetProperty("id").GetString()!;

    private static IReadOnlyList<Finding> Run(string text) => ConfFile.Check(text, null, new FluentdCheckOptions(), _ => []);
}
