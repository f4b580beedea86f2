using System.Text.Json;

namespace AuditSdk.Conformance;

/// <summary>A file of recorded cases.</summary>
public sealed record VectorFile(string Path)
{
    /// <summary>The environment variable that names a folder with more files.</summary>
    public const string MoreFolder = "AUDITSDK_VECTORS";

    /// <summary>The files of a name: this project's own, those recorded of configurations that were changed at random, and those anywhere below the folder of <see cref="MoreFolder"/>.</summary>
    public static IEnumerable<VectorFile> Named(string name) => Named(name, Environment.GetEnvironmentVariable(MoreFolder));

    /// <summary>The same with a folder that is given.</summary>
    public static IEnumerable<VectorFile> Named(string name, string? more)
    {
        yield return Own(name);
        VectorFile mutated = new(System.IO.Path.Combine(SourceTree.Root, "tests", "AuditSdk.Conformance", "mutated", name));
        if (File.Exists(mutated.Path)) yield return mutated;
        if (string.IsNullOrEmpty(more)) yield break;
        if (!Directory.Exists(more)) throw new DirectoryNotFoundException($"{MoreFolder} names {more}, which is no folder.");
        foreach (string path in Directory.EnumerateFiles(more, name, SearchOption.AllDirectories).Order(StringComparer.Ordinal)) yield return new VectorFile(path);
    }

    /// <summary>A file of this project.</summary>
    public static VectorFile Own(string name) => new(SourceTree.Vectors(name));

    /// <summary>The files of another name in which the cases of this one may be: its neighbour first, then all others.</summary>
    public IEnumerable<VectorFile> Beside(string name)
    {
        string neighbour = System.IO.Path.Combine(System.IO.Path.GetDirectoryName(Path)!, name);
        return Named(name).OrderBy(f => f.Path == neighbour ? 0 : 1);
    }

    /// <summary>Its content.</summary>
    public JsonElement Read()
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(Path));
        return document.RootElement.Clone();
    }
}
