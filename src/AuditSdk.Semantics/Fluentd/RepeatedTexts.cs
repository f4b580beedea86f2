using System.Runtime.CompilerServices;

namespace AuditSdk.Semantics.Fluentd;

/// <summary>The short texts of a configuration, each one object however often it is written: names, types and sizes repeat, so most lines need no memory of their own.</summary>
internal sealed class RepeatedTexts
{
    // A text that finds its place taken by another takes it over: no input can make this grow or search.
    private const int Places = 512;
    private const int Longest = 40;

    private readonly FluentdValue?[] _seen = new FluentdValue?[Places];

    /// <summary>The text from a position up to another.</summary>
    // Its callers read characters in loops, which run out of registers with this inside.
    [MethodImpl(MethodImplOptions.NoInlining)]
    public FluentdValue Of(string source, int start, int end)
    {
        int length = end - start;
        if (length > Longest) return FluentdValue.Text(source.Substring(start, length));
        ref FluentdValue? seen = ref _seen[Place(source, start, end)];
        if (seen?.Literal is { } text && text.Length == length && string.CompareOrdinal(source, start, text, 0, length) == 0) return seen;
        return seen = FluentdValue.Text(source.Substring(start, length));
    }

    // A few characters tell most texts apart; that two share a place costs no more than one object.
    private static int Place(string source, int start, int end)
    {
        int length = end - start;
        if (length == 0) return 0;
        uint hash = unchecked((uint)((length * 31) + source[start]));
        hash = unchecked((hash * 31) + source[start + (length >> 1)]);
        hash = unchecked((hash * 31) + source[end - 1]);
        if (length > 2) hash = unchecked((hash * 31) + source[end - 2]);
        return (int)((hash ^ (hash >> 9)) % Places);
    }
}
