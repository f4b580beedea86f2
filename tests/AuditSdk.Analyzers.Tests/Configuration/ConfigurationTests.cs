using Microsoft.CodeAnalysis;

namespace AuditSdk.Analyzers.Tests.Configuration;

/// <summary>What a user may say about a check: its severity, and that it is wrong here.</summary>
public sealed class ConfigurationTests
{
    private const string Policy = """[EmitAs("p.yaml")] public static AuditPolicy Policy => new() { Rules = [new(None)] };""";

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

    private static IReadOnlyList<Diagnostic> Of(string members, string editorConfig = "", params (string, string)[] properties)
        => [.. Checked.Of(UserProject.Cluster(members).Compiles(), editorConfig, properties).Where(d => d.Id == "AUD1004")];
}
