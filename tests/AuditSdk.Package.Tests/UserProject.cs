namespace AuditSdk.Package.Tests;

/// <summary>A project outside the repository that references the package, with nothing in its project file but what a user would write.</summary>
public sealed class UserProject
{
    private readonly PackedSdk _sdk;
    private bool _restored;

    /// <summary>Makes the folder and the project file.</summary>
    /// <param name="sdk">The package.</param>
    /// <param name="name">The project's name.</param>
    /// <param name="properties">Properties as XML.</param>
    /// <param name="items">Items as XML.</param>
    public UserProject(PackedSdk sdk, string name, string properties = "<TargetFramework>net10.0</TargetFramework>", string? items = null)
    {
        _sdk = sdk;
        Name = name;
        items ??= $"""<PackageReference Include="AuditSdk" Version="{sdk.Version}" />""";
        Write($"{name}.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>{properties}<ImplicitUsings>enable</ImplicitUsings><Nullable>enable</Nullable></PropertyGroup>
              <ItemGroup>{items}</ItemGroup>
            </Project>
            """);
    }

    public string Name { get; }

    public string Folder => Path.Combine(_sdk.Folder, Name);

    public string Manifest => At("obj/Debug/net10.0/auditsdk/emitted.txt");

    public string At(string name) => Path.Combine(Folder, name);

    public string Read(string name) => File.ReadAllText(At(name));

    public string Write(string name, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(name))!);
        File.WriteAllText(At(name), text);
        return At(name);
    }

    /// <summary>The files in a folder, relative to it; none where it is not there.</summary>
    public IEnumerable<string> FilesIn(string folder) => !Directory.Exists(At(folder)) ? [] : Directory
        .EnumerateFiles(At(folder), "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(At(folder), f).Replace('\\', '/')).Order(StringComparer.Ordinal);

    public DotnetResult Build(params IEnumerable<string> arguments) => Run("build", arguments);

    public DotnetResult Run(string command, params IEnumerable<string> arguments)
    {
        string[] quiet = ["-nodeReuse:false", "-p:UseSharedCompilation=false", "-v:minimal"];
        string[] restore = _restored && command == "build" ? ["--no-restore"] : [];
        DotnetResult result = _sdk.Run(Folder, [command, .. restore, .. quiet, .. arguments]);
        _restored = true;
        return result;
    }
}
