using AuditSdk.Semantics.Catalog;

namespace AuditSdk.Catalog.Tests;

/// <summary>The catalogs that the library is made of.</summary>
internal static class CommittedCatalogs
{
    public static string Folder { get; } = Path.Combine(SourceTree.Root, "src", "AuditSdk", "Catalog");

    /// <summary>All of them as one.</summary>
    public static CatalogFile Merged { get; } = CatalogSet.Merge(Directory.EnumerateFiles(Folder, "*.catalog", SearchOption.AllDirectories)
        .Where(f => !f.EndsWith(".received.catalog", StringComparison.Ordinal))
        .Select(f => CatalogReader.Read(File.ReadAllText(f), Path.GetRelativePath(Folder, f).Replace('\\', '/'))));

    /// <summary>Names of the files about fluentd.</summary>
    public static IEnumerable<string> FluentdFiles => Directory.EnumerateFiles(Path.Combine(Folder, "fluentd"), "*.catalog").Select(f => Path.GetFileName(f)!).Where(f => !f.EndsWith(".received.catalog", StringComparison.Ordinal));
}
