namespace AuditSdk.Semantics.Catalog;

/// <summary>A word of a catalog line.</summary>
/// <param name="Text">The word without quotes and escapes.</param>
/// <param name="Column">Its column, from 1.</param>
internal readonly record struct CatalogToken(string Text, int Column);

/// <summary>A line of a catalog with the lines nested in it.</summary>
internal sealed class CatalogLine(int number, IReadOnlyList<CatalogToken> tokens)
{
    public int Number { get; } = number;

    public IReadOnlyList<CatalogToken> Tokens { get; } = tokens;

    public List<CatalogLine> Children { get; } = [];

    /// <summary>The first word.</summary>
    public string Keyword => Tokens[0].Text;
}
