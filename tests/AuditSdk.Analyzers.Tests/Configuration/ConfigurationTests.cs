using Microsoft.CodeAnalysis;

namespace AuditSdk.Analyzers.Tests.Configuration;

/// <summary>What a user may say about a check: its severity, and that it is wrong here.</summary>
public sealed class ConfigurationTests
{
    private const string Policy = """[EmitAs("p.yaml")] public static AuditPolicy Policy => new() { Rules = [new(None)] };""";

    private const string NoneThatOmits = """[EmitAs("p.yaml")] public static AuditPolicy Policy => new() { Rules = [new(None) { Verbs = ["get"], OmitStages = [Stage.Panic] }, new(Metadata)] };""";

    [Theory]
    [InlineData("error", DiagnosticSeverity.Error)]
    [InlineData("warning", DiagnosticSeverity.Warning)]
    [InlineData("suggestion", DiagnosticSeverity.Info)]
    [InlineData("silent", DiagnosticSeverity.Hidden)]
    public void EditorConfig_SetsTheSeverity(string severity, DiagnosticSeverity expected)
        => Assert.Equal(expected, Assert.Single(Of(Policy, $"[*.cs]\ndotnet_diagnostic.AUD1004.severity = {severity}\n")).Severity);

    [Fact]
    public void EditorConfig_SwitchesOff()
        => Assert.Empty(Of(Policy, "[*.cs]\ndotnet_diagnostic.AUD1004.severity = none\n"));

    [Fact]
    public void Pragma_SwitchesOffWhereItStands()
    {
        Assert.Empty(Of($"\n#pragma warning disable AUD1004 // nothing is audited here on purpose\n{Policy}\n"));
        Assert.Single(Of($"\n#pragma warning disable AUD1003\n{Policy}\n"));
    }

    [Fact]
    public void SuppressMessage_SwitchesOffAtTheMember()
        => Assert.Empty(Of($"""[System.Diagnostics.CodeAnalysis.SuppressMessage("AuditPolicy", "AUD1004", Justification = "Nothing is audited here on purpose.")] {Policy}"""));

    [Theory]
    [InlineData("default", DiagnosticSeverity.Info)]
    [InlineData("cis", DiagnosticSeverity.Info)]
    [InlineData("strict", DiagnosticSeverity.Warning)]
    public void StrictProfile_WarnsOfWhatIsOnlyWorthKnowing(string profile, DiagnosticSeverity expected)
        => Assert.Equal(expected, Assert.Single(All(NoneThatOmits, "", ("AuditSdkProfile", profile)), d => d.Id == "AUD1014").Severity);

    [Fact]
    public void StrictProfile_LeavesTheLastWordToTheEditorConfig()
        => Assert.Equal(DiagnosticSeverity.Error, Assert.Single(All(NoneThatOmits, "[*.cs]\ndotnet_diagnostic.AUD1014.severity = error\n", ("AuditSdkProfile", "strict")), d => d.Id == "AUD1014").Severity);

    [Fact]
    public void CisProfile_FindsMoreThanTheDefault()
    {
        Assert.DoesNotContain(All(Policy, ""), d => d.Id.StartsWith("AUD12", StringComparison.Ordinal));
        Assert.Contains(All(Policy, "", ("AuditSdkProfile", "cis")), d => d.Id.StartsWith("AUD12", StringComparison.Ordinal));
    }

    private static IReadOnlyList<Diagnostic> All(string members, string editorConfig, params (string, string)[] properties) => Checked.Of(UserProject.Cluster(members).Compiles(), editorConfig, properties);

    private static IReadOnlyList<Diagnostic> Of(string members, string editorConfig = "", params (string, string)[] properties)
        => [.. Checked.Of(UserProject.Cluster(members).Compiles(), editorConfig, properties).Where(d => d.Id == "AUD1004")];
}
