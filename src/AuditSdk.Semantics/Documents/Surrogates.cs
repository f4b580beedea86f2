namespace AuditSdk.Semantics.Documents;

/// <summary>Halves of characters above U+FFFF: one without its other half has no UTF-8 form, so no file can hold it.</summary>
public static class Surrogates
{
    /// <summary>The index of the first half without its other half, or -1.</summary>
    public static int IndexOfLone(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i])) continue;
            if (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[i + 1])) return i;
            i++;
        }

        return -1;
    }
}
