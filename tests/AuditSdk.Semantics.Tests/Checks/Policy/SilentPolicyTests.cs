using System.Text.Json;
using AuditSdk.Semantics.Checks.Policy;
using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Semantics.Tests.Checks.Policy;

/// <summary>Policies that the real server takes without a word, and that do not what they look like: each is reported, and its correction is not.</summary>
public sealed class SilentPolicyTests
{
    private static readonly JsonElement Ids = JsonDocument.Parse(File.ReadAllText(SourceTree.Data("kubernetes", "silent-ids.json"))).RootElement.GetProperty("cases");
    private static readonly JsonElement[] Vectors = [.. JsonDocument.Parse(File.ReadAllText(SourceTree.Vectors("silent.json"))).RootElement.GetProperty("cases").EnumerateArray()];

    public static TheoryData<string> Cases => [.. Vectors.Select(c => c.GetProperty("id").GetString()!)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void SilentPolicy_IsReportedWithItsSeverity(string name)
    {
        JsonElement vector = Vectors.Single(c => c.GetProperty("id").GetString() == name);
        string id = Ids.GetProperty(name).GetProperty("id").GetString()!;

        Finding[] found = [.. Run(vector.GetProperty("text").GetString()!).Where(f => f.Id == id)];

        Assert.NotEmpty(found);
        Assert.All(found, f => Assert.Equal(vector.GetProperty("severity").GetString(), f.Severity.ToString(), ignoreCase: true));
        Assert.All(found, f => Assert.True(f.Origin.Line > 0, f.Message));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void CorrectedPolicy_IsNotReported(string name)
    {
        JsonElement entry = Ids.GetProperty(name);

        PolicyReading reading = PolicyFile.Read(entry.GetProperty("corrected").GetString()!, null, new PolicyCheckOptions().Release);

        Assert.False(reading.IsRefused, reading.Refusal);
        Assert.DoesNotContain(Run(entry.GetProperty("corrected").GetString()!), f => f.Id == entry.GetProperty("id").GetString());
    }

    [Fact]
    public void EveryCase_HasItsCheck() => Assert.Equal(Vectors.Select(c => c.GetProperty("id").GetString()), Ids.EnumerateObject().Select(c => c.Name));

    private static IReadOnlyList<Finding> Run(string text) => PolicyFile.Check(text, null, new PolicyCheckOptions());
}
