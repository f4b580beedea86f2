using AuditSdk.Build.Emission;

namespace AuditSdk.Build.Tests.Emission;

public sealed class ToldFindingsTests : IDisposable
{
    private const string Log = """
        {
          "$schema": "http://json.schemastore.org/sarif-2.1.0", "version": "2.1.0",
          "runs": [ { "results": [
            { "ruleId": "CS0618", "message": { "text": "m" } },
            { "ruleId": "AUD1004", "message": { "text": "m" }, "properties": { "warningLevel": 1, "customProperties": { "told": "Cluster.Policy" } } },
            { "ruleId": "AUD1040", "message": { "text": "m" }, "suppressions": [ { "kind": "inSource" } ], "properties": { "customProperties": { "told": "Cluster.Policy\trules[0].verbs[1]\nCluster.Shared\trules[2].verbs[1]\nCluster.Loop\trules[*].verbs[*]\t5" } } }
          ] } ]
        }
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("AUD1040", "Cluster.Shared", "rules[2].verbs[1]", true)]
    [InlineData("AUD1040", "Cluster.Loop", "rules[7].verbs[1]", true)]
    [InlineData("AUD1040", "Cluster.Loop", "rules[7].verbs[1]", false, 6)]
    [InlineData("AUD1040", "Cluster.Loop", "rules[7].users[1]", false)]
    [InlineData("AUD1041", "Cluster.Loop", "rules[7].verbs[1]", false)]
    [InlineData("AUD1004", "Cluster.Policy", null, true)]
    [InlineData("AUD1004", "Cluster.Other", null, false)]
    [InlineData("AUD1004", "Cluster.Policy", "rules[0]", false)]
    [InlineData("AUD1040", "Cluster.Policy", "rules[0].verbs[1]", true)]
    [InlineData("AUD1040", "Cluster.Policy", "rules[0].verbs[0]", false)]
    public void FindingInTheCompilersLog_IsTold(string id, string member, string? path, bool isTold, int line = 5)
    {
        File.WriteAllText(_folder.At("compiler.sarif"), Log);
        Assert.Equal(isTold, Findings("compilerLog=compiler.sarif").Contains(id, member, path, null, line));
    }

    [Theory]
    [InlineData("")]
    [InlineData("not json")]
    [InlineData("{}")]
    [InlineData("""{ "runs": [ { "results": [ { "ruleId": 7 } ] } ] }""")]
    public void LogInAnotherForm_TellsNothing(string log)
    {
        File.WriteAllText(_folder.At("compiler.sarif"), log);
        Assert.False(Findings("compilerLog=compiler.sarif").Contains("AUD1004", "Cluster.Policy", null, null, 0));
    }

    [Fact]
    public void MissingLog_TellsNothing() => Assert.False(Findings("compilerLog=none.sarif").Contains("AUD1004", "Cluster.Policy", null, null, 0));

    [Fact]
    public void PragmaInTheSource_IsFoundThroughThePathMap()
    {
        File.WriteAllText(_folder.At("Cluster.cs"), "#pragma warning disable AUD1004 // switched off\n\nnew(None)\n");
        ToldFindings findings = Findings($"pathMap={_folder.Path}/=/_/");
        Assert.True(findings.Contains("AUD1004", "Cluster.Policy", null, "/_/Cluster.cs", 3));
        Assert.False(findings.Contains("AUD1005", "Cluster.Policy", null, "/_/Cluster.cs", 3));
        Assert.False(findings.Contains("AUD1004", "Cluster.Policy", null, "/_/Gone.cs", 3));
    }

    private ToldFindings Findings(string arguments) => new(ResponseFile.Parse($"projectDir={_folder.Path}\n{arguments}"));
}
