using System.Runtime.CompilerServices;
using Xunit;

namespace AuditSdk.Testing;

/// <summary>The checkout that the tests run in.</summary>
public static class SourceTree
{
    /// <summary>The folder of <c>AuditSdk.sln</c>.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>A recorded vector of kube-apiserver or fluentd; the conformance tests have the only copy.</summary>
    public static string Vectors(string file) => Directory.EnumerateFiles(Path.Combine(Root, "tests", "AuditSdk.Conformance", "vectors"), file, SearchOption.AllDirectories).Single();

    /// <summary>Data of the tests: facts and recorded vectors of the real programs.</summary>
    public static string Data(params string[] parts) => Path.Combine([Root, "tests", "data", .. parts]);

    /// <summary>A file or folder of the shared corpus of real configurations; the test skips, visibly, where it is not there.</summary>
    public static string Corpus(params string[] parts)
    {
        string path = Path.Combine([Root, "..", "shared", "corpus", .. parts]);
        Skip.IfNot(Path.Exists(path), "the shared corpus is not beside the checkout");
        return path;
    }

    /// <summary>A source folder as it is on this machine, also where the compiler mapped paths for a deterministic build.</summary>
    public static string Locate(string sourceFolder)
        => sourceFolder.StartsWith("/_/", StringComparison.Ordinal) ? Path.Combine(Root, sourceFolder[3..]) : sourceFolder;

    private static string FindRoot([CallerFilePath] string here = "")
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "AuditSdk.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException($"AuditSdk.sln is above neither the tests nor {here}.");
    }
}
