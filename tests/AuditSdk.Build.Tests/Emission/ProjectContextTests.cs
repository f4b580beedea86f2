using System.Reflection;
using AuditSdk.Build.Emission;

namespace AuditSdk.Build.Tests.Emission;

public sealed class ProjectContextTests : IDisposable
{
    private static readonly string Semantics = typeof(AuditSdk.Semantics.Documents.Origin).Assembly.Location;
    private static readonly string Tests = typeof(ProjectContextTests).Assembly.Location;

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void SameModuleBesideTheTool_IsLoadedFromThere()
    {
        string twin = _folder.At("AuditSdk.Semantics.dll");
        File.Copy(Semantics, twin);

        Assert.Equal(twin, Load().Location);
    }

    [Fact]
    public void OtherModuleOfThatNameBesideTheTool_IsNotLoaded()
    {
        File.Copy(Tests, _folder.At("AuditSdk.Semantics.dll"));

        Assert.Equal(Semantics, Load().Location);
    }

    [Fact]
    public void NothingBesideTheTool_LoadsTheProjectsOwn() => Assert.Equal(Semantics, Load().Location);

    public void Dispose() => _folder.Dispose();

    private Assembly Load() => new ProjectContext(Tests, [Semantics], _folder.Path).LoadFromAssemblyName(new AssemblyName("AuditSdk.Semantics"));
}
