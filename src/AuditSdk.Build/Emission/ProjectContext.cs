using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Runtime.InteropServices;
using System.Runtime.Loader;

namespace AuditSdk.Build.Emission;

/// <summary>
/// Loads the project and what it references. The tool shares nothing with it but the framework, so the project's own versions of AuditSdk and YamlDotNet run.
/// A class library has no dependencies in its output folder; hence the list of references that the build resolved, found by simple name.
/// </summary>
internal sealed class ProjectContext : AssemblyLoadContext
{
    private readonly Dictionary<string, string> _paths = new(StringComparer.OrdinalIgnoreCase);
    private readonly string _framework = RuntimeEnvironment.GetRuntimeDirectory();
    private readonly string _tool;

    /// <summary>A context.</summary>
    /// <param name="assembly">The project's assembly.</param>
    /// <param name="references">Assemblies; of two with one name the first counts, so real ones come before reference assemblies.</param>
    /// <param name="tool">The tool's folder.</param>
    public ProjectContext(string assembly, List<string> references, string tool)
        : base("project")
    {
        _tool = tool;
        Add(assembly);
        foreach (string reference in references) Add(reference);
    }

    public bool Has(string simpleName) => _paths.ContainsKey(simpleName);

    protected override Assembly? Load(AssemblyName name)
    {
        if (name.Name is not string simple) return null;
        if (_paths.TryGetValue(simple, out string? path)) return FrameworkServes(simple, name.Version) ? null : LoadFromAssemblyPath(CompiledAhead(path));
        return File.Exists(Path.Combine(_framework, simple + ".dll")) ? null : LoadFromOtherFramework(simple);
    }

    private void Add(string path)
    {
        if (path.EndsWith(".dll", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".exe", StringComparison.OrdinalIgnoreCase))
            _paths.TryAdd(Path.GetFileNameWithoutExtension(path), path);
    }

    // Where the tool is compiled ahead, so is the AuditSdk beside it: the same module, but for the time that its compilation takes.
    private string CompiledAhead(string path)
    {
        string twin = Path.Combine(_tool, Path.GetFileName(path));
        return File.Exists(twin) && ModuleOf(twin) == ModuleOf(path) ? twin : path;
    }

    private static Guid ModuleOf(string path)
    {
        using PEReader assembly = new(File.OpenRead(path));
        MetadataReader metadata = assembly.GetMetadataReader();
        return metadata.GetGuid(metadata.GetModuleDefinition().Mvid);
    }

    // Like the host: of a package and the framework the higher version wins.
    private bool FrameworkServes(string simple, Version? asked)
    {
        string own = Path.Combine(_framework, simple + ".dll");
        return File.Exists(own) && (asked is null || AssemblyName.GetAssemblyName(own).Version >= asked);
    }

    // A web project's definitions may touch types of ASP.NET Core, whose folder lies beside the one this process runs on.
    private Assembly? LoadFromOtherFramework(string simple)
    {
        DirectoryInfo version = new(_framework);
        if (version.Parent?.Parent is not DirectoryInfo shared) return null;
        foreach (DirectoryInfo framework in shared.EnumerateDirectories())
        {
            string path = Path.Combine(framework.FullName, version.Name, simple + ".dll");
            if (File.Exists(path)) return LoadFromAssemblyPath(path);
        }

        return null;
    }
}
