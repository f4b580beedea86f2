namespace AuditSdk.Build.Tests;

/// <summary>A folder that is gone after the test.</summary>
public sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("auditsdk").FullName;

    /// <summary>Every file in it, relative, with <c>/</c>.</summary>
    public IEnumerable<string> Files
        => Directory.EnumerateFiles(Path, "*", SearchOption.AllDirectories).Select(f => System.IO.Path.GetRelativePath(Path, f).Replace('\\', '/')).Order(StringComparer.Ordinal);

    public string At(string name) => System.IO.Path.Combine(Path, name);

    public string Write(string name, string text)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(At(name))!);
        File.WriteAllText(At(name), text);
        return At(name);
    }

    public string Read(string name) => File.ReadAllText(At(name));

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
