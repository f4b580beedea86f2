#if NET
using System.Numerics;
#endif

namespace AuditSdk.Semantics.Kubernetes.Boxes;

/// <summary>Bits of words; the compiler's build has no processor instructions for them.</summary>
internal static class Bits
{
#if NET
    public static int Count(ulong word) => BitOperations.PopCount(word);

    public static int Lowest(ulong word) => BitOperations.TrailingZeroCount(word);
#else
    public static int Count(ulong word)
    {
        word -= (word >> 1) & 0x5555555555555555;
        word = (word & 0x3333333333333333) + ((word >> 2) & 0x3333333333333333);
        return (int)(unchecked(((word + (word >> 4)) & 0x0F0F0F0F0F0F0F0F) * 0x0101010101010101) >> 56);
    }

    public static int Lowest(ulong word) => Count(unchecked((word & (0UL - word)) - 1));
#endif

    public static int Words(int bits) => (bits + 63) >> 6;

    public static void Set(ulong[] words, int offset, int bit) => words[offset + (bit >> 6)] |= 1UL << (bit & 63);

    public static bool Has(ulong[] words, int offset, int bit) => (words[offset + (bit >> 6)] >> (bit & 63) & 1) != 0;
}
