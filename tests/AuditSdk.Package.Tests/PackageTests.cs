using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Runtime.InteropServices;
using System.Xml.Linq;

namespace AuditSdk.Package.Tests;

[Collection(PackageCollection.Name)]
public sealed class PackageTests(PackedSdk sdk)
{
    // What NuGet stamps: names of its own choice, and the time.
    private static readonly string[] Stamped = ["_rels/.rels", "package/services/metadata/core-properties/"];

    private const string Ahead = "tools/linux-x64/";

    [Fact]
    public void Parts_AreInTheirPlaces()
    {
        using ZipArchive package = ZipFile.OpenRead(sdk.NupkgFile);

        Assert.Equal(
            [
                "AuditSdk.nuspec", "README.md",
                "analyzers/dotnet/cs/AuditSdk.Analyzers.dll", "analyzers/dotnet/cs/AuditSdk.CodeFixes.dll",
                "analyzers/dotnet/cs/AuditSdk.Generators.dll", "analyzers/dotnet/cs/AuditSdk.Semantics.dll",
                "build/AuditSdk.Catalogs.targets", "build/AuditSdk.Emission.targets", "build/AuditSdk.props", "build/AuditSdk.targets",
                "buildTransitive/AuditSdk.props", "buildTransitive/AuditSdk.targets",
                "lib/net8.0/AuditSdk.Semantics.dll", "lib/net8.0/AuditSdk.Semantics.xml", "lib/net8.0/AuditSdk.dll", "lib/net8.0/AuditSdk.xml",
                "tools/AuditSdk.Build.Tasks.dll", "tools/AuditSdk.Build.deps.json", "tools/AuditSdk.Build.dll", "tools/AuditSdk.Build.runtimeconfig.json",
                "tools/AuditSdk.Semantics.dll", "tools/DiffPlex.dll", "tools/YamlDotNet.dll",
            ],
            package.Entries.Select(e => e.FullName).Where(n => n != "[Content_Types].xml" && !IsStamped(n) && !n.StartsWith(Ahead, StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    // The package is compiled ahead for the platform that it is tested on, where the tests of consumers run these images.
    [SkippableFact]
    public void ToolAndLibrary_AreCompiledAheadForLinux()
    {
        Skip.IfNot(OperatingSystem.IsLinux() && RuntimeInformation.OSArchitecture == Architecture.X64, "what is compiled ahead is made on the platform it is for");
        using ZipArchive package = ZipFile.OpenRead(sdk.NupkgFile);

        Assert.Equal(
            ["AuditSdk.Build.Tasks.dll", "AuditSdk.Build.deps.json", "AuditSdk.Build.dll", "AuditSdk.Build.runtimeconfig.json", "AuditSdk.Semantics.dll", "AuditSdk.dll", "DiffPlex.dll", "YamlDotNet.dll"],
            package.Entries.Where(e => e.FullName.StartsWith(Ahead, StringComparison.Ordinal)).Select(e => e.Name).Order(StringComparer.Ordinal));
        Assert.All(["tools/AuditSdk.Build.dll", "tools/DiffPlex.dll", "tools/YamlDotNet.dll", "lib/net8.0/AuditSdk.dll", "lib/net8.0/AuditSdk.Semantics.dll"], portable =>
        {
            using PEReader own = new(new MemoryStream(Bytes(package.GetEntry(portable)!)));
            using PEReader ahead = new(new MemoryStream(Bytes(package.GetEntry(Ahead + portable.Split('/')[^1])!)));
            Assert.Equal(0, own.PEHeaders.CorHeader!.ManagedNativeHeaderDirectory.Size);
            Assert.NotEqual(0, ahead.PEHeaders.CorHeader!.ManagedNativeHeaderDirectory.Size);
            Assert.Equal(ModuleOf(own), ModuleOf(ahead));
        });
    }

    [Fact]
    public void TwoPacks_AreEqualButForWhatNuGetStamps()
    {
        string again = Path.Combine(sdk.Folder, "again");
        sdk.Pack(again).Succeeded();

        Assert.Equal(Contents(sdk.NupkgFile), Contents(Path.Combine(again, Path.GetFileName(sdk.NupkgFile))));
    }

    [Fact]
    public void PackThatLostAPart_Fails()
    {
        string loss = Path.Combine(sdk.Folder, "Loss.targets");
        File.WriteAllText(loss, """
            <Project>
              <Target Name="LoseAPart" BeforeTargets="CheckParts">
                <ItemGroup>
                  <TfmSpecificPackageFile Remove="@(TfmSpecificPackageFile)" Condition="'%(Filename)%(Extension)' == 'DiffPlex.dll'" />
                </ItemGroup>
              </Target>
            </Project>
            """);
        DotnetResult result = sdk.Pack(Path.Combine(sdk.Folder, "lossy"), "-p:CustomAfterMicrosoftCommonTargets=" + loss).Failed();

        Assert.Contains(result.Errors, e => e.EndsWith("The package would lack tools/DiffPlex.dll.", StringComparison.Ordinal));
        Assert.Empty(Directory.Exists(Path.Combine(sdk.Folder, "lossy")) ? Directory.GetFiles(Path.Combine(sdk.Folder, "lossy")) : []);
    }

    [Fact]
    public void Library_ReferencesOnlyThePackageItsDependenciesAndTheFramework()
    {
        using ZipArchive package = ZipFile.OpenRead(sdk.NupkgFile);
        HashSet<string> known = [.. package.Entries.Where(e => e.FullName.StartsWith("lib/", StringComparison.Ordinal)).Select(e => Path.GetFileNameWithoutExtension(e.Name)), .. Dependencies(package)];

        Assert.Equal(["YamlDotNet"], Dependencies(package));
        Assert.All(References(package, "lib/"), name => Assert.True(known.Contains(name) || name.StartsWith("System.", StringComparison.Ordinal), name));
        Assert.All(References(package, "analyzers/"), name => Assert.True(
            name is "netstandard" or "AuditSdk.Semantics" or "AuditSdk.Analyzers" || name.StartsWith("System.", StringComparison.Ordinal) || name.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal), name));
    }

    [Fact]
    public void Symbols_AreEmbedded()
    {
        using ZipArchive package = ZipFile.OpenRead(sdk.NupkgFile);
        foreach (ZipArchiveEntry entry in package.Entries.Where(e => e.Name.StartsWith("AuditSdk.", StringComparison.Ordinal) && e.Name.EndsWith(".dll", StringComparison.Ordinal)))
        {
            using PEReader assembly = new(new MemoryStream(Bytes(entry)));
            Assert.Contains(assembly.ReadDebugDirectory(), d => d.Type == DebugDirectoryEntryType.EmbeddedPortablePdb);
        }
    }

    private static Guid ModuleOf(PEReader assembly)
    {
        MetadataReader metadata = assembly.GetMetadataReader();
        return metadata.GetGuid(metadata.GetModuleDefinition().Mvid);
    }

    private static bool IsStamped(string name) => Stamped.Any(s => name.StartsWith(s, StringComparison.Ordinal));

    private static IEnumerable<string> Dependencies(ZipArchive package)
    {
        using Stream nuspec = package.GetEntry("AuditSdk.nuspec")!.Open();
        return [.. XDocument.Load(nuspec).Descendants().Where(e => e.Name.LocalName == "dependency").Select(e => e.Attribute("id")!.Value)];
    }

    private static IEnumerable<string> References(ZipArchive package, string folder)
    {
        foreach (ZipArchiveEntry entry in package.Entries.Where(e => e.FullName.StartsWith(folder, StringComparison.Ordinal) && e.Name.EndsWith(".dll", StringComparison.Ordinal)))
        {
            using PEReader assembly = new(new MemoryStream(Bytes(entry)));
            MetadataReader reader = assembly.GetMetadataReader();
            foreach (AssemblyReferenceHandle handle in reader.AssemblyReferences) yield return reader.GetString(reader.GetAssemblyReference(handle).Name);
        }
    }

    private static SortedDictionary<string, string> Contents(string file)
    {
        using ZipArchive package = ZipFile.OpenRead(file);
        SortedDictionary<string, string> contents = new(StringComparer.Ordinal);
        foreach (ZipArchiveEntry entry in package.Entries.Where(e => !IsStamped(e.FullName))) contents.Add(entry.FullName, Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(Bytes(entry))));
        return contents;
    }

    private static byte[] Bytes(ZipArchiveEntry entry)
    {
        using Stream stream = entry.Open();
        using MemoryStream bytes = new();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
