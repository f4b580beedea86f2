namespace AuditSdk.Semantics.Catalog;

/// <summary>Versions as catalogs write them: numbers with dots, <c>1.9</c> before <c>1.10</c>.</summary>
public static class CatalogVersions
{
    /// <summary>Oldest first; a text that is no version counts part by part as far as it is one.</summary>
    public static IComparer<string> Order { get; } = Comparer<string>.Create(Compare);

    private static int Compare(string left, string right)
    {
        string[] lefts = left.Split('.');
        string[] rights = right.Split('.');
        for (int i = 0; i < Math.Max(lefts.Length, rights.Length); i++)
        {
            int order = Number(lefts, i).CompareTo(Number(rights, i));
            if (order != 0) return order;
        }

        return string.CompareOrdinal(left, right);
    }

    private static int Number(string[] parts, int index)
        => index < parts.Length && int.TryParse(parts[index], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out int number) ? number : -1;
}
