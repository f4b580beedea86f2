using AuditSdk.Semantics.Catalog;

namespace AuditSdk.Semantics.Checks.Policy.Refused;

/// <summary>Which of a few words was meant.</summary>
internal static class Spelling
{
    /// <summary>The word that differs in case or blanks only, else the nearest one; null where none is near.</summary>
    public static string? Nearest(string written, IReadOnlyList<string> words)
        => words.FirstOrDefault(w => string.Equals(w, written.Trim(), StringComparison.OrdinalIgnoreCase)) ?? CatalogWords.Nearest(written, words);
}
