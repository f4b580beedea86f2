namespace AuditSdk.Build.Tests.Emission;

public sealed class VerifyCommandTests : IDisposable
{
    private const string Definitions = """file("audit-policy.yaml", "kind: Policy\nrules:\n- level: None\n"); file("td-agent.conf", "<match>\n</match>\n");""";

    private readonly ScratchProject _project = new();

    public VerifyCommandTests() => _project.Emit(Definitions);

    public void Dispose() => _project.Dispose();

    [Fact]
    public void EqualFiles_Pass()
    {
        (int code, string[] lines) = _project.Verify(Definitions);

        Assert.Equal(0, code);
        Assert.Equal(["AuditSdk: out/ is as the definitions say"], lines);
    }

    [Fact]
    public void DifferentFile_IsAnErrorAtItsFirstDifferenceWithADiff()
    {
        string[] before = [.. _project.Folder.Files.Where(f => !f.EndsWith(".dll", StringComparison.Ordinal))];
        (int code, string[] lines) = _project.Verify(Definitions.Replace("None", "Metadata", StringComparison.Ordinal));

        Assert.Equal(1, code);
        Assert.StartsWith(_project.Folder.At("out/audit-policy.yaml") + "(3): error AUD9011: out/audit-policy.yaml is not what the definitions give. Run 'dotnet build'", Assert.Single(lines), StringComparison.Ordinal);
        Assert.Equal(
            """
            --- out/audit-policy.yaml
            +++ out/audit-policy.yaml (from the definitions)
            @@ -1,3 +1,3 @@
             kind: Policy
             rules:
            -- level: None
            +- level: Metadata

            """,
            _project.Folder.Read("obj/verify.diff"));
        Assert.Equal("kind: Policy\nrules:\n- level: None\n", _project.Folder.Read("out/audit-policy.yaml"));
        Assert.Equal(before.Append("obj/verify.diff").Order(StringComparer.Ordinal), _project.Folder.Files.Where(f => !f.EndsWith(".dll", StringComparison.Ordinal)));
    }

    [Fact]
    public void MissingAndStaleFiles_AreAnErrorEach()
    {
        File.Delete(_project.Folder.At("out/audit-policy.yaml"));

        (int code, string[] lines) = _project.Verify("""file("audit-policy.yaml", "kind: Policy\n");""");

        Assert.Equal(1, code);
        Assert.Collection(
            lines,
            line => Assert.StartsWith(_project.Folder.At("out/audit-policy.yaml") + " : error AUD9011: out/audit-policy.yaml is missing.", line, StringComparison.Ordinal),
            line => Assert.StartsWith(_project.Folder.At("out/td-agent.conf") + " : error AUD9011: out/td-agent.conf is there, but no definition writes it any more.", line, StringComparison.Ordinal));
        Assert.True(File.Exists(_project.Folder.At("out/td-agent.conf")));
    }

    [Fact]
    public void LineEndsOfWindows_AreSaidToBeThat()
    {
        _project.Folder.Write("out/td-agent.conf", "<match>\r\n</match>\r\n");

        Assert.Contains("error AUD9011: out/td-agent.conf has CRLF line ends", Assert.Single(_project.Verify(Definitions).Lines), StringComparison.Ordinal);
    }

    [Fact]
    public void ErrorInADefinition_IsToldWithoutComparing()
        => Assert.Contains("error AUD9001", Assert.Single(_project.Verify("""file("x.yaml", ""); problem(null, 0, 0, "error", "AUD9001", "throws");""").Lines), StringComparison.Ordinal);
}
