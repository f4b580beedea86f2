namespace AuditSdk.Package.Tests;

/// <summary>The kinds of projects that reference the package.</summary>
[Collection(PackageCollection.Name)]
public sealed class ConsumerTests(PackedSdk sdk)
{
    private const string Policy = """
        [AuditConfig]
        public static class NAME
        {
            [EmitAs("NAME.yaml")]
            public static AuditPolicy Policy => new() { Rules = [new(Metadata)] };
        }

        """;

    [Fact]
    public void ProjectWithoutDefinitions_BuildsAsIfThePackageWereNotThere()
    {
        UserProject project = new(sdk, "Silent");
        project.Write("Nothing.cs", "class Nothing;");

        Assert.Empty(project.Build().Succeeded().Told);
        Assert.Empty(project.FilesIn("bin/Debug/net10.0/audit"));
    }

    [Fact]
    public void Program_IsNotRun()
    {
        UserProject project = new(sdk, "Program", "<TargetFramework>net10.0</TargetFramework><OutputType>Exe</OutputType>");
        project.Write("Program.cs", Policy.Replace("NAME", "Cluster", StringComparison.Ordinal) + """
            static class Program { static int Main() { System.IO.File.WriteAllText("ran", ""); throw new System.Exception(); } }
            """);

        Assert.Equal(["AuditSdk: wrote 1 file to bin/Debug/net10.0/audit/"], project.Build().Succeeded().Told);
        Assert.False(File.Exists(project.At("ran")));
    }

    [Fact]
    public void SeveralTargetFrameworks_AreWrittenForTheFirst()
    {
        UserProject project = new(sdk, "Several", "<TargetFrameworks>net8.0;net10.0</TargetFrameworks>");
        project.Write("Cluster.cs", Policy.Replace("NAME", "Cluster", StringComparison.Ordinal));

        Assert.Equal(["AuditSdk: wrote 1 file to bin/Debug/net8.0/audit/"], project.Build().Succeeded().Told);
        Assert.Empty(project.FilesIn("bin/Debug/net10.0/audit"));
    }

    [Fact]
    public void ProjectThatReferencesAnother_HasDefinitionsOfItsOwn()
    {
        UserProject shared = new(sdk, "Shared");
        shared.Write("Shared.cs", Policy.Replace("NAME", "Shared", StringComparison.Ordinal));
        UserProject project = new(sdk, "Outer", items: """<ProjectReference Include="../Shared/Shared.csproj" />""");
        project.Write("Outer.cs", Policy.Replace("NAME", "Outer", StringComparison.Ordinal).Replace("new() {", "Shared.Policy with {", StringComparison.Ordinal));

        DotnetResult result = project.Build().Succeeded();

        Assert.Equal(["Shared.yaml"], shared.FilesIn("bin/Debug/net10.0/audit"));
        Assert.Equal(["Outer.yaml"], project.FilesIn("bin/Debug/net10.0/audit"));
        Assert.Equal(2, result.Told.Count);
    }

    [Fact]
    public void DeterministicBuild_TellsTheRealFile()
    {
        UserProject project = new(sdk, "Mapped", "<TargetFramework>net10.0</TargetFramework><PathMap>$(MSBuildProjectDirectory)/=/_/</PathMap>");
        project.Write("Cluster.cs", """
            [AuditConfig]
            public static class Cluster
            {
                [EmitAs("a.yaml")]
                public static AuditPolicy Policy => throw new InvalidOperationException("no such cluster");
            }
            """);

        Assert.Equal([$"{project.At("Cluster.cs")}(5): error AUD9001: Cluster.Policy throws InvalidOperationException: no such cluster"], project.Build().Failed().Errors);
    }

    [Fact]
    public void OldCompiler_IsSaidOnceAndWritesNothing()
    {
        UserProject project = new(sdk, "OldCompiler");
        project.Write("Cluster.cs", Policy.Replace("NAME", "Cluster", StringComparison.Ordinal));

        DotnetResult result = project.Build("-p:CompilerApiVersion=roslyn4.10").Succeeded();

        Assert.Single(result.Messages, l => l.Contains("warning AUD9017: This C# compiler is Roslyn 4.10", StringComparison.Ordinal));
        Assert.Empty(project.FilesIn("bin/Debug/net10.0/audit"));
    }

    /// <summary>The samples hold in their project files only what a user would write: with the package in place of the repository's projects they give the same files.</summary>
    [Theory]
    [InlineData("KubernetesGuide")]
    [InlineData("ModernPipeline")]
    [InlineData("ProductionCluster")]
    public void Sample_GivesItsFilesWithThePackage(string name)
    {
        string source = Path.Combine(SourceTree.Root, "samples", name);
        UserProject project = new(sdk, name);
        foreach (string file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            string relative = Path.GetRelativePath(source, file).Replace('\\', '/');
            if (!relative.StartsWith("bin/", StringComparison.Ordinal) && !relative.StartsWith("obj/", StringComparison.Ordinal)) project.Write(relative, File.ReadAllText(file));
        }

        project.Write("Directory.Build.targets", $"""
            <Project><ItemGroup><PackageReference Include="AuditSdk" Version="{sdk.Version}" /></ItemGroup></Project>
            """);

        project.Build("-p:AuditSdkVerify=true").Succeeded();
    }
}
