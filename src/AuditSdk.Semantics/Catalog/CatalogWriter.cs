namespace AuditSdk.Semantics.Catalog;

/// <summary>Writes a catalog as the text that <see cref="CatalogReader"/> reads as the same catalog.</summary>
public static class CatalogWriter
{
    /// <summary>Writes a catalog; names that the reader would give anyway are left out.</summary>
    /// <param name="file">What to write; its findings and line numbers are not part of the text.</param>
    /// <param name="comment">Lines to put on top, without their <c>#</c>.</param>
    public static string Write(CatalogFile file, string? comment) => new CatalogText(comment).Write(file);

    /// <summary>Writes a catalog without a comment.</summary>
    /// <param name="file">What to write.</param>
    public static string Write(CatalogFile file) => Write(file, null);
}
