namespace AuditSdk.Semantics.Kubernetes.Files;

/// <summary>The order of texts by their bytes in UTF-8, in which Go writes the fields of an object.</summary>
internal static class Utf8Order
{
    /// <summary>Compares by code points, which is the same.</summary>
    public static IComparer<string> Comparer { get; } = Comparer<string>.Create(Compare);

    private static int Compare(string a, string b)
    {
        for (int i = 0; i < a.Length && i < b.Length; i++)
        {
            if (a[i] == b[i]) continue;
            bool isPairA = char.IsSurrogate(a[i]);
            bool isPairB = char.IsSurrogate(b[i]);
            return isPairA == isPairB ? a[i].CompareTo(b[i]) : isPairA ? 1 : -1;
        }

        return a.Length.CompareTo(b.Length);
    }
}
