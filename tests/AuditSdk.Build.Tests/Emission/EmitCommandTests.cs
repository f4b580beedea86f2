using Microsoft.CodeAnalysis;

namespace AuditSdk.Build.Tests.Emission;

public sealed class EmitCommandTests : IDisposable
{
    private const string TwoFiles = """file("audit-policy.yaml", "kind: Policy\n"); file("eu/td-agent.conf", "<match>\n</match>\n");""";

    private static readonly DateTime Past = new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private readonly ScratchProject _project = new();

    public void Dispose() => _project.Dispose();

    [Fact]
    public void Files_AreWrittenAndTold()
    {
        (int code, string[] lines) = _project.Emit(TwoFiles);

        Assert.Equal(0, code);
        Assert.Equal(["AuditSdk: wrote 2 files to out/"], lines);
        Assert.Equal(["audit-policy.yaml", "eu/td-agent.conf"], _project.Output);
        Assert.Equal("kind: Policy\n"u8.ToArray(), File.ReadAllBytes(_project.Folder.At("out/audit-policy.yaml")));
        Assert.Equal([_project.Folder.At("out/audit-policy.yaml"), _project.Folder.At("out/eu/td-agent.conf")], File.ReadAllLines(_project.Folder.At("obj/emitted.txt")));
    }

    [Fact]
    public void NothingChanged_KeepsTheTimeStampsOfFilesAndRenewsTheManifest()
    {
        _project.Emit(TwoFiles);
        foreach (string file in new[] { "out/audit-policy.yaml", "obj/emitted.txt" }) File.SetLastWriteTimeUtc(_project.Folder.At(file), Past);

        (int code, string[] lines) = _project.Emit(TwoFiles);

        Assert.Equal(0, code);
        Assert.Equal(["AuditSdk: out/ is up to date"], lines);
        Assert.Equal(Past, File.GetLastWriteTimeUtc(_project.Folder.At("out/audit-policy.yaml")));
        Assert.NotEqual(Past, File.GetLastWriteTimeUtc(_project.Folder.At("obj/emitted.txt")));
    }

    [Fact]
    public void ChangedFile_AloneIsWritten()
    {
        _project.Emit(TwoFiles);
        File.SetLastWriteTimeUtc(_project.Folder.At("out/eu/td-agent.conf"), Past);

        (_, string[] lines) = _project.Emit(TwoFiles.Replace("Policy", "Policies", StringComparison.Ordinal));

        Assert.Equal(["AuditSdk: wrote 1 file to out/"], lines);
        Assert.Equal(Past, File.GetLastWriteTimeUtc(_project.Folder.At("out/eu/td-agent.conf")));
    }

    [Fact]
    public void FileThatNoDefinitionGivesAnyMore_IsRemovedWithItsFolder()
    {
        _project.Emit(TwoFiles);
        _project.Folder.Write("out/mine.txt", "by hand");

        (_, string[] lines) = _project.Emit("""file("audit-policy.yaml", "kind: Policy\n");""");

        Assert.Equal(["AuditSdk: removed 1 file from out/ that no definition writes any more"], lines);
        Assert.Equal(["audit-policy.yaml", "mine.txt"], _project.Output);
        Assert.False(Directory.Exists(_project.Folder.At("out/eu")));
    }

    [Fact]
    public void ManifestThatListsAFileElsewhere_DoesNotRemoveIt()
    {
        string elsewhere = _project.Folder.Write("precious.txt", "");
        _project.Folder.Write("obj/emitted.txt", elsewhere + "\n" + _project.Folder.At("out/../precious.txt") + "\n" + _project.Folder.At("out2/x"));

        _project.Emit(TwoFiles);

        Assert.True(File.Exists(elsewhere));
    }

    [Fact]
    public void ProjectWithoutDefinitions_IsSilent()
    {
        (int code, string[] lines) = _project.Emit("");

        Assert.Equal(0, code);
        Assert.Empty(lines);
        Assert.True(File.Exists(_project.Folder.At("obj/emitted.txt")));
    }

    [Fact]
    public void ProjectWithoutAuditSdk_IsSilent()
    {
        _project.References.Clear();

        Assert.Equal((0, 0), _project.Emit(TwoFiles) is var (code, lines) ? (code, lines.Length) : default);
    }

    [Fact]
    public void Error_KeepsTheFilesOfTheLastGoodBuild()
    {
        _project.Emit(TwoFiles);
        File.SetLastWriteTimeUtc(_project.Folder.At("obj/emitted.txt"), Past);

        (int code, string[] lines) = _project.Emit("""file("other.yaml", "x"); problem("Prod.cs", 12, 3, "error", "AUD9004", "nothing\nto write");""");

        Assert.Equal(1, code);
        Assert.Equal([$"{_project.Folder.At("Prod.cs")}(12,3): error AUD9004: nothing to write"], lines);
        Assert.Equal(["audit-policy.yaml", "eu/td-agent.conf"], _project.Output);
        Assert.Equal(Past, File.GetLastWriteTimeUtc(_project.Folder.At("obj/emitted.txt")));
    }

    [Fact]
    public void Warning_DoesNotKeepFromWriting()
    {
        (int code, string[] lines) = _project.Emit("""problem("Prod.cs", 12, 0, "warning", "AUD2001", "a secret in clear"); """ + TwoFiles);

        Assert.Equal(0, code);
        Assert.Equal([$"{_project.Folder.At("Prod.cs")}(12): warning AUD2001: a secret in clear", "AuditSdk: wrote 2 files to out/"], lines);
    }

    [Fact]
    public void ProblemWithoutAFile_IsTheProjects()
        => Assert.Equal([$"{_project.Folder.At("App.csproj")} : error AUD9004: empty"], _project.Emit("""problem(null, 0, 0, "error", "AUD9004", "empty");""").Lines);

    [Fact]
    public void FileOfADeterministicBuild_IsMappedBack()
    {
        _project.Settings = $"pathMap={_project.Folder.Path}/=/_/";

        Assert.Equal([$"{_project.Folder.At("infra/Prod.cs")}(1): error AUD9001: x"], _project.Emit("""problem("/_/infra/Prod.cs", 1, 0, "error", "AUD9001", "x");""").Lines);
    }

    [Fact]
    public void NameThatLeavesTheFolder_WritesNothing()
    {
        (int code, string[] lines) = _project.Emit("""file("good.yaml", "x"); file("../evil.yaml", "x");""");

        Assert.Equal(1, code);
        Assert.Contains("error AUD9003: The file name '../evil.yaml' leaves the output folder.", Assert.Single(lines), StringComparison.Ordinal);
        Assert.Empty(_project.Output);
    }

    [Fact]
    public void NamesThatDifferInCaseOnly_AreRefused()
        => Assert.Contains("error AUD9003: 'A.yaml' is given twice", Assert.Single(_project.Emit("""file("a.yaml", "x"); file("A.yaml", "x");""").Lines), StringComparison.Ordinal);

    [Fact]
    public void HalfACharacter_IsRefused()
        => Assert.Contains("error AUD9010: 'a.yaml' holds half of a surrogate pair (U+D83D)", Assert.Single(_project.Emit("""file("a.yaml", "x\ud83d");""").Lines), StringComparison.Ordinal);

    [Fact]
    public void FileInPlaceOfTheFolder_IsOneError()
    {
        _project.Folder.Write("out", "");

        (int code, string[] lines) = _project.Emit(TwoFiles);

        Assert.Equal(1, code);
        Assert.Contains("error AUD9006: The files cannot be written to out/", Assert.Single(lines), StringComparison.Ordinal);
        Assert.False(File.Exists(_project.Folder.At("obj/emitted.txt")));
    }

    [Fact]
    public void FolderInPlaceOfAFile_LeavesTheOtherFilesAsTheyWere()
    {
        _project.Emit("""file("a.yaml", "old");""");
        Directory.CreateDirectory(_project.Folder.At("out/b.yaml"));

        (int code, string[] lines) = _project.Emit("""file("a.yaml", "new"); file("b.yaml", "new");""");

        Assert.Equal(1, code);
        Assert.Contains("error AUD9006", Assert.Single(lines), StringComparison.Ordinal);
        Assert.Equal(["a.yaml"], _project.Output);
        Assert.Equal("old", _project.Folder.Read("out/a.yaml"));
    }

    [Fact]
    public void DefinitionThatDoesNotEnd_IsNamed()
    {
        _project.Settings = "timeout=1";

        (int code, string[] lines) = _project.Emit("""defining("Prod.Policy", "Prod.cs", 7); new System.Threading.ManualResetEvent(false).WaitOne();""");

        Assert.Equal(1, code);
        Assert.Contains("Prod.cs(7): error AUD9012: Prod.Policy takes longer than 1 s.", Assert.Single(lines), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("1m")]
    public void TimeLimitThatIsNone_IsRefused(string timeout)
    {
        _project.Settings = "timeout=" + timeout;

        Assert.Contains($"error AUD9015: AuditSdkTimeout is '{timeout}'.", Assert.Single(_project.Emit(TwoFiles).Lines), StringComparison.Ordinal);
    }

    [Fact]
    public void MissingAssembly_NamesTheDefinitionThatNeedsIt()
    {
        MetadataReference library = MetadataReference.CreateFromImage(ScratchProject.Compile("Library", "public static class Library { public static string Text => \"x\"; }"));

        (int code, string[] lines) = _project.Emit("""defining("Prod.Policy", "Prod.cs", 7); Use(file); } static void Use(Action<string, string> file) { file("a.yaml", Library.Text);""", library);

        Assert.Equal(1, code);
        Assert.Contains("Prod.cs(7): error AUD9015: The project cannot be loaded while reading Prod.Policy: FileNotFoundException: ", Assert.Single(lines), StringComparison.Ordinal);
    }

    [Fact]
    public void OfTwoAssembliesOfOneName_TheFirstIsLoaded()
    {
        byte[] real = ScratchProject.Compile("Library", "public static class Library { public static string Text => \"real\"; }");
        File.WriteAllBytes(_project.Folder.At("Library.dll"), real);
        Directory.CreateDirectory(_project.Folder.At("ref"));
        File.WriteAllBytes(_project.Folder.At("ref/Library.dll"), ScratchProject.Compile("Library", "public static class Library { public static string Text => throw null; }"));
        _project.References.AddRange(["Library.dll", "ref/Library.dll"]);

        _project.Emit("""file("a.yaml", Library.Text);""", MetadataReference.CreateFromImage(real));

        Assert.Equal("real", _project.Folder.Read("out/a.yaml"));
    }

    [Fact]
    public void AuditSdkOfAnotherVersion_IsSaid()
    {
        File.WriteAllBytes(_project.Folder.At("AuditSdk.dll"), ScratchProject.Compile("AuditSdk", "namespace AuditSdk.Emission { public static class EmissionHost { } }"));

        Assert.Contains("Reference one version of the AuditSdk package in all projects.", Assert.Single(_project.Emit(TwoFiles).Lines), StringComparison.Ordinal);
    }

    [Fact]
    public void MarkedMemberWithoutItsRegistry_KeepsTheFilesOfTheLastGoodBuild()
    {
        _project.Emit(TwoFiles);

        (int code, string[] lines) = _project.Emit("""
            } } namespace AuditSdk { class AuditConfigAttribute : Attribute { } class EmitAsAttribute : Attribute { } }
            [AuditSdk.AuditConfig] static class Cluster { [AuditSdk.EmitAs] static string Policy => "";
            """ + "static void Nothing() {");

        Assert.Equal(1, code);
        Assert.Contains("error AUD9015: Cluster.Policy is marked, but AuditSdk's generator did not run", Assert.Single(lines), StringComparison.Ordinal);
        Assert.Equal(["audit-policy.yaml", "eu/td-agent.conf"], _project.Output);
    }

    [Fact]
    public void Settings_ReachTheProjectWithoutTheReferences()
    {
        _project.Settings = "fluentd=1.18\nprofile=";

        _project.Emit("""file("a.yaml", settings["fluentd"] + settings.ContainsKey("reference") + settings["profile"]);""");

        Assert.Equal("1.18False", _project.Folder.Read("out/a.yaml"));
    }
}
