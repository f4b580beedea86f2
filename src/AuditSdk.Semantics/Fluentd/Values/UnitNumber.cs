using System.Numerics;

namespace AuditSdk.Semantics.Fluentd.Values;

/// <summary>Digits with a letter behind them, anywhere in a text.</summary>
/// <param name="Value">The number.</param>
/// <param name="Start">Where the digits begin.</param>
/// <param name="End">Where the letter stands.</param>
internal readonly record struct UnitNumber(BigInteger Value, int Start, int End)
{
    /// <summary>The first in a text that has one of the letters behind it, or null.</summary>
    public static UnitNumber? Find(string text, string letters)
    {
        int start = -1;
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] is >= '0' and <= '9')
            {
                if (start < 0) start = i;
                continue;
            }

            if (start >= 0 && letters.IndexOf(text[i]) >= 0) return new(RubyNumber.Whole(text.Substring(start, i - start)), start, i);
            start = -1;
        }

        return null;
    }
}
