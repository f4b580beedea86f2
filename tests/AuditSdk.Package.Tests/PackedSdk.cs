namespace AuditSdk.Package.Tests;

/// <summary>
/// The package, packed once for all tests, in a folder outside the repository that is a NuGet source. Its version is new in each run, and its package cache
/// empty, or NuGet would take an older one of the same version. Everything else comes from the packages that the repository restored: no network.
/// </summary>
public sealed class PackedSdk : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("auditsdk-");

    public PackedSdk()
    {
        Pack(Feed).Succeeded();
        File.WriteAllText(Path.Combine(Folder, "NuGet.Config"), $"""
            <configuration>
              <packageSources>
                <clear />
                <add key="packed" value="{Feed}" />
              </packageSources>
              <fallbackPackageFolders>
                <clear />
                <add key="restored" value="{RestoredPackages}" />
              </fallbackPackageFolders>
            </configuration>
            """);
    }

    public string Folder => Path.GetFullPath(_folder.FullName);

    public string Version { get; } = $"0.0.{Environment.ProcessId}-test{DateTime.UtcNow:yyyyMMddHHmmss}";

    public string NupkgFile => Path.Combine(Feed, $"AuditSdk.{Version}.nupkg");

    private static string Configuration => new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

    private static string RestoredPackages
        => Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    private string Feed => Path.Combine(Folder, "feed");

    /// <summary>Packs what the build of the tests built.</summary>
    public DotnetResult Pack(string folder, params IEnumerable<string> arguments) => Pack("src/AuditSdk.Package", folder, arguments);

    /// <summary>Packs the command line beside it.</summary>
    public DotnetResult PackTool() => Pack("src/AuditSdk.Cli", Feed);

    private DotnetResult Pack(string project, string folder, params IEnumerable<string> arguments) => Dotnet.Run(
        SourceTree.Root, new Dictionary<string, string>(),
        ["pack", project, "--no-build", "-c", Configuration, "-o", folder, "-p:PackageVersion=" + Version, .. arguments]);

    /// <summary>Runs dotnet in a folder below, with the package cache of this run.</summary>
    public DotnetResult Run(string folder, params IEnumerable<string> arguments)
        => Dotnet.Run(folder, new Dictionary<string, string> { ["NUGET_PACKAGES"] = Path.Combine(Folder, "packages") }, arguments);

    public void Dispose() => _folder.Delete(recursive: true);
}

/// <summary>All tests share the package, and do not build at the same time.</summary>
[CollectionDefinition(Name)]
public sealed class PackageCollection : ICollectionFixture<PackedSdk>
{
    public const string Name = "package";
}
