namespace AuditSdk.Package.Tests;

/// <summary>What the build of a project that references the package does.</summary>
[Collection(PackageCollection.Name)]
public sealed class BuildTests(InfraProject infra) : IClassFixture<InfraProject>
{
    private const string Output = "bin/Debug/net10.0/audit";

    private UserProject Project => infra.Project;

    [Fact]
    public void Build_WritesFilesOfTypedCrdsAndPlugins_AndIsSkippedWhenNothingChanged()
    {
        infra.BuildGood();
        Assert.Equal(InfraProject.Files, Project.FilesIn(Output));
        Assert.Contains("ledgers/status", Project.Read(Output + "/audit-policy.yaml"), StringComparison.Ordinal);
        Assert.Contains("@type audit_vault", Project.Read(Output + "/eu/td-agent.conf"), StringComparison.Ordinal);
        DateTime written = File.GetLastWriteTimeUtc(Project.Manifest);

        DotnetResult again = Project.Build("-v:normal").Succeeded();

        Assert.Equal(written, File.GetLastWriteTimeUtc(Project.Manifest));
        Assert.Contains("Skipping target \"AuditSdkEmit\" because all output files are up-to-date", again.Text, StringComparison.Ordinal);
        Assert.Contains("Skipping target \"_AuditSdkConvertCatalogs\" because all output files are up-to-date", again.Text, StringComparison.Ordinal);
        Assert.Empty(again.Told);
    }

    [Fact]
    public void DeletedFile_IsWrittenAgain()
    {
        infra.BuildGood();
        File.Delete(Project.At(Output + "/audit-policy.yaml"));

        Assert.Equal(["AuditSdk: wrote 1 file to bin/Debug/net10.0/audit/"], Project.Build().Succeeded().Told);
    }

    [Fact]
    public void OutputFolder_CanBeVerifiedInCi()
    {
        const string Folder = "-p:AuditSdkOutputDir=deploy/";
        Assert.Equal(["AuditSdk: wrote 2 files to deploy/"], Project.Build(Folder).Succeeded().Told);
        Assert.Equal(["AuditSdk: deploy/ is as the definitions say"], Project.Build(Folder, "-p:AuditSdkVerify=true").Succeeded().Told);

        string conf = Project.Read("deploy/eu/td-agent.conf").Replace("vault", "error x: vault", StringComparison.Ordinal);
        Project.Write("deploy/eu/td-agent.conf", conf);
        File.Delete(Project.At("deploy/audit-policy.yaml"));
        DotnetResult different = Project.Build(Folder, "-p:AuditSdkVerify=true").Failed();

        Assert.Equal(2, different.Errors.Count);
        Assert.Contains(different.Errors, e => e.StartsWith(Project.At("deploy/audit-policy.yaml") + " : error AUD9011: deploy/audit-policy.yaml is missing.", StringComparison.Ordinal));
        Assert.Contains(different.Errors, e => e.StartsWith(Project.At("deploy/eu/td-agent.conf") + "(", StringComparison.Ordinal) && e.Contains("error AUD9011: deploy/eu/td-agent.conf is not", StringComparison.Ordinal));
        Assert.Contains("-  @type audit_error x: vault", different.Lines);
        Assert.Equal(["eu/td-agent.conf"], Project.FilesIn("deploy"));
        Assert.Equal(conf, Project.Read("deploy/eu/td-agent.conf"));

        Project.Run("clean", Folder).Succeeded();
        Assert.False(Directory.Exists(Project.At("deploy")));
    }

    [Fact]
    public void RenamedDefinition_LosesItsOldFile_CleanRemovesAll_PublishTakesAlong()
    {
        infra.BuildGood();
        using (Change("Cluster.cs", InfraProject.Definitions.Replace("eu/td-agent", "us/td-agent", StringComparison.Ordinal)))
        {
            Project.Build().Succeeded();
            Assert.Equal(["audit-policy.yaml", "us/td-agent.conf"], Project.FilesIn(Output));
            Assert.False(Directory.Exists(Project.At(Output + "/eu")));

            Project.Run("publish", "-c", "Debug", "--no-build", "-o", Project.At("published")).Succeeded();
            Assert.Equal(["audit-policy.yaml", "us/td-agent.conf"], Project.FilesIn("published/audit"));
        }

        Project.Run("clean").Succeeded();
        Assert.False(Directory.Exists(Project.At(Output)));
        Assert.False(Directory.Exists(Project.At("obj/Debug/net10.0/auditsdk")));
    }

    [Fact]
    public void SwitchedOff_WritesNothingAndKeepsWhatIsThere()
    {
        infra.BuildGood();
        using (Change("Cluster.cs", InfraProject.Definitions.Replace("eu/td-agent", "us/td-agent", StringComparison.Ordinal)))
        {
            Assert.Empty(Project.Build("-p:AuditSdkEmit=false").Succeeded().Told);
            Assert.Equal(InfraProject.Files, Project.FilesIn(Output));
        }
    }

    [Theory]
    [InlineData("bin/Debug/net10.0/audit/")]
    [InlineData("deploy/")]
    public void RebuildThatFails_LeavesTheFilesOfTheLastGoodBuild(string folder)
    {
        string output = "-p:AuditSdkOutputDir=" + folder;
        Project.Build(output).Succeeded();
        string[] files = [.. Project.FilesIn(folder)];
        Assert.NotEmpty(files);
        using (Change("Broken.cs", "namespace Infra; class"))
        {
            Project.Build(output, "--no-incremental").Failed();
            Assert.Equal(files, Project.FilesIn(folder));
        }

        Project.Build(output, "--no-incremental").Succeeded();
        Assert.Equal(files, Project.FilesIn(folder));
        Project.Run("clean", output).Succeeded();
        Assert.Empty(Project.FilesIn(folder));
    }

    [Fact]
    public void DesignTimeBuild_MakesCatalogsAndWritesNothing()
    {
        infra.BuildGood();
        Project.Run("clean").Succeeded();

        DotnetResult result = Project.Run("msbuild", "-t:Compile", "-p:DesignTimeBuild=true", "-p:BuildingProject=false", "-p:SkipCompilerExecution=true", "-p:ProvideCommandLineArgs=true", "-getItem:AdditionalFiles").Succeeded();

        Assert.Contains("catalogs/crd/crds/ledgers.yaml.catalog", result.Text.Replace('\\', '/'), StringComparison.Ordinal);
        Assert.Equal(["crd/crds/ledgers.yaml.catalog", "plugin/plugins/vault.catalog.catalog"], Project.FilesIn("obj/Debug/net10.0/auditsdk/catalogs"));
        Assert.Empty(Project.FilesIn(Output));
    }

    [Fact]
    public void BadDefinitions_AreOneErrorEachAtTheirLine()
    {
        infra.BuildGood();
        string before = Project.Read(Output + "/audit-policy.yaml");
        // What the compiler can see it tells itself, before anything is emitted: the pipeline that is refused is made by LINQ.
        const string Bad = """
            namespace Infra;

            [AuditConfig]
            public static class Bad
            {
                [EmitAs("throws.yaml")] public static AuditPolicy Throws => throw new InvalidOperationException("no such cluster"); // AUD9001
                [EmitAs("one.yaml")] public static AuditPolicy One => Cluster.Policy;
                [EmitAs("one.yaml")] public static AuditPolicy Other => Cluster.Policy; // AUD9002
                [EmitAs("../leaves.yaml")] public static AuditPolicy Leaves => Cluster.Policy; // AUD9003
                [EmitAs("empty.conf")] public static FluentdConfig Empty => []; // AUD9004
                [EmitAs("null.yaml")] public static AuditPolicy NullInList => new() { Rules = [new(Metadata), null!] }; // AUD9005
                [EmitAs("twice.conf")] public static FluentdConfig ParameterTwice => [new Match("a", new RawOutput("null") { Extra = new() { ["x"] = "1", ["x"] = "2" } })]; // AUD9009
                [EmitAs("path.conf")] public static FluentdConfig NoPath => [new Source(new ForwardInput { Bind = "127.0.0.1" }), .. new Directive[] { new Match("**", new FileOutput()) }.Where(_ => true)]; // AUD2103
                [EmitAs("newline.conf")] public static FluentdConfig Newline => [new Match("a\n</match>", new RawOutput("null"))]; // AUD9010
            }
            """;
        using (Change("Bad.cs", Bad))
        {
            // An error is told again by the next build: nothing takes it for done.
            Project.Build();
            DotnetResult result = Project.Build().Failed();

            string[] expected = [.. Bad.Split('\n').Select((text, i) => (text, i)).Where(l => l.text.Contains("// AUD", StringComparison.Ordinal)).Select(l => $"{Project.At("Bad.cs")}({l.i + 1}): error {l.text[^7..]}").Order(StringComparer.Ordinal)];
            Assert.Equal(expected, result.Errors.Select(e => e[..e.IndexOf(": ", e.IndexOf("error AUD", StringComparison.Ordinal), StringComparison.Ordinal)]).Order(StringComparer.Ordinal));
            Assert.Contains(result.Errors, e => e.EndsWith("error AUD9001: Bad.Throws throws InvalidOperationException: no such cluster", StringComparison.Ordinal));
            Assert.Equal(InfraProject.Files, Project.FilesIn(Output));
            Assert.Equal(before, Project.Read(Output + "/audit-policy.yaml"));
        }
    }

    [Fact]
    public void SeveritiesAndPropertiesOfTheProject_ReachTheChecksOfPipelines()
    {
        infra.BuildGood();
        const string Tail = """
            namespace Infra;

            [AuditConfig]
            public static class Tail
            {
                [EmitAs("tail.yaml")] public static AuditPolicy Policy => new() { OmitStages = [Stage.RequestReceived], Rules = [new(Metadata)] };
                // What LINQ makes, the compiler does not know: the build tells.
                [EmitAs("tail.conf")] public static FluentdConfig Agent => [.. new Directive[]
                {
                    new Source(new TailInput { Path = "/var/log/kubernetes/audit/audit.log", PosFile = "/var/lib/fluentd/audit.pos", Tag = "audit", Parse = new JsonParser() }),
                    new Match("audit", new StdoutOutput()),
                }.Where(_ => true)];
            }
            """;
        using (Change("Tail.cs", Tail))
        {
            using (Change(".editorconfig", "root = true\n[*.cs]\ndotnet_diagnostic.AUD2034.severity = error\n"))
                Assert.StartsWith($"{Project.At("Tail.cs")}(10): error AUD2034: ", Assert.Single(Project.Build().Failed().Errors), StringComparison.Ordinal);

            DotnetResult result = Project.Build("-p:AuditSdkAuditLogPath=/var/log/kubernetes/audit.log").Succeeded();
            Assert.Contains($"{Project.At("Tail.cs")}(10): warning AUD3001: ", result.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void BrokenCrdAndCatalogLine_AreOneErrorEachAndStopTheBuild()
    {
        infra.BuildGood();
        Project.Run("clean").Succeeded();
        using (Change("crds/ledgers.yaml", InfraProject.Crd.Replace("scope: Namespaced", "scope: Everywhere", StringComparison.Ordinal)))
        using (Change("plugins/vault.catalog", InfraProject.Plugin.Replace("param", "parm", StringComparison.Ordinal)))
        {
            DotnetResult result = Project.Build().Failed();

            Assert.Collection(
                result.Errors.Order(StringComparer.Ordinal),
                e => Assert.Equal($"{Project.At("crds/ledgers.yaml")}(7,10): error AUD9007: spec.scope must be Namespaced or Cluster.", e),
                e => Assert.StartsWith($"{Project.At("plugins/vault.catalog")}(2,3): error AUD9008: ", e, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void RemovedCrd_TakesItsTypesAway()
    {
        infra.BuildGood();
        string other = InfraProject.Crd.Replace("payments", "other", StringComparison.Ordinal);
        using (Change("crds/more/ledgers.yaml", other))
        using (Change("Infra.csproj", Project.Read("Infra.csproj").Replace("crds/*.yaml", "crds/**/*.yaml", StringComparison.Ordinal)))
        {
            using (Change("Other.cs", "class Other { ResourceSelector Ledgers => OtherExample.Ledgers; }")) Project.Build().Succeeded();
        }

        Assert.False(File.Exists(Project.At("crds/more/ledgers.yaml")));
        using (Change("Other.cs", "class Other { ResourceSelector Ledgers => OtherExample.Ledgers; }"))
            Assert.Contains("error CS0103: The name 'OtherExample'", Assert.Single(Project.Build().Failed().Errors), StringComparison.Ordinal);
        infra.BuildGood();
        Assert.Equal(["crd/crds/ledgers.yaml.catalog", "plugin/plugins/vault.catalog.catalog"], Project.FilesIn("obj/Debug/net10.0/auditsdk/catalogs"));
    }

    [Fact]
    public void FolderThatCannotBeWritten_IsOneError()
    {
        infra.BuildGood();
        using (Change("taken", ""))
        {
            DotnetResult result = Project.Build("-p:AuditSdkOutputDir=taken/").Failed();

            Assert.StartsWith($"{Project.At("Infra.csproj")} : error AUD9006: The files cannot be written to taken/", Assert.Single(result.Errors), StringComparison.Ordinal);
        }
    }

    private Undo Change(string file, string text) => new(Project, file, text);

    /// <summary>A file that is as it was when the test is over.</summary>
    private sealed class Undo : IDisposable
    {
        private readonly UserProject _project;
        private readonly string _file;
        private readonly string? _before;

        public Undo(UserProject project, string file, string text)
        {
            (_project, _file) = (project, file);
            _before = File.Exists(project.At(file)) ? project.Read(file) : null;
            project.Write(file, text);
        }

        public void Dispose()
        {
            if (_before is null) File.Delete(_project.At(_file));
            else _project.Write(_file, _before);
        }
    }
}
