using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using AuditSdk.Semantics.Fluentd.Values;

namespace AuditSdk.Semantics.Fluentd.Routing.Records;

/// <summary>Values as <c>inspect</c> of Ruby 3.1 writes them: what a hash or an array becomes where a text is wanted.</summary>
internal static class RubyInspect
{
    /// <exception cref="InsufficientExecutionStackException">The value is nested too deep.</exception>
    public static string Of(RubyValue? value, WorkBudget budget)
    {
        StringBuilder text = new();
        Append(text, value, budget);
        return text.ToString();
    }

    public static string Of(string value)
    {
        StringBuilder text = new();
        Append(text, value);
        return text.ToString();
    }

    private static void Append(StringBuilder text, RubyValue? value, WorkBudget budget)
    {
        budget.Take(1 + (value is RubyScalar { Value: FluentdDatum.Text t } ? t.Value.Length : 0));
        RuntimeHelpers.EnsureSufficientExecutionStack();
        switch (value)
        {
            case null:
                text.Append("nil");
                break;
            case RubyHash hash:
                text.Append('{');
                string separator = "";
                foreach (KeyValuePair<string, RubyValue?> item in hash.Items)
                {
                    text.Append(separator);
                    separator = ", ";
                    Append(text, item.Key);
                    text.Append("=>");
                    Append(text, item.Value, budget);
                }

                text.Append('}');
                break;
            case RubyArray array:
                text.Append('[');
                for (int i = 0; i < array.Items.Count; i++)
                {
                    if (i > 0) text.Append(", ");
                    Append(text, array.Items[i], budget);
                }

                text.Append(']');
                break;
            case RubyScalar { Value: FluentdDatum.Text { Value: var s } }:
                Append(text, s);
                break;
            case RubyScalar scalar:
                text.Append(scalar.Value.ToText());
                break;
            default:
                throw new UndecidedException(RubyUnknown.Reason);
        }
    }

    private static void Append(StringBuilder text, string value)
    {
        text.Append('"');
        for (int i = 0; i < value.Length; i++)
        {
            char c = value[i];
            char next = i + 1 < value.Length ? value[i + 1] : '\0';
            if (c == '#' && next is '{' or '$' or '@') text.Append('\\').Append(c);
            else if (char.IsHighSurrogate(c) && char.IsLowSurrogate(next)) AppendPair(text, value, i++);
            else if (Escape(c) is { } escape) text.Append(escape);
            else text.Append(c);
        }

        text.Append('"');
    }

    private static void AppendPair(StringBuilder text, string value, int at)
    {
        if (CharUnicodeInfo.GetUnicodeCategory(value, at) is not (UnicodeCategory.OtherNotAssigned or UnicodeCategory.Control)) text.Append(value, at, 2);
        else text.Append("\\u{").Append(char.ConvertToUtf32(value[at], value[at + 1]).ToString("X", CultureInfo.InvariantCulture)).Append('}');
    }

    private static string? Escape(char c) => c switch
    {
        '"' => "\\\"",
        '\\' => @"\\",
        '\n' => @"\n",
        '\t' => @"\t",
        '\r' => @"\r",
        '\f' => @"\f",
        '\v' => @"\v",
        '\b' => @"\b",
        '\a' => @"\a",
        '\u001b' => @"\e",
        '\u007f' => @"\x7F",
        _ => CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
            ? "\\u" + ((int)c).ToString("X4", CultureInfo.InvariantCulture)
            : null,
    };
}
