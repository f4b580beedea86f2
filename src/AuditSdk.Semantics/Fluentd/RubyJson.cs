using System.Globalization;
using System.Text;

namespace AuditSdk.Semantics.Fluentd;

/// <summary>JSON as Ruby's <c>JSON.dump</c> writes it.</summary>
internal static class RubyJson
{
    /// <summary>A character of a string.</summary>
    public static void Append(StringBuilder text, char c)
    {
        _ = c switch
        {
            '"' => text.Append("\\\""),
            '\\' => text.Append(@"\\"),
            '\b' => text.Append(@"\b"),
            '\f' => text.Append(@"\f"),
            '\n' => text.Append(@"\n"),
            '\r' => text.Append(@"\r"),
            '\t' => text.Append(@"\t"),
            < ' ' => text.Append($"\\u{(int)c:x4}"),
            _ => text.Append(c),
        };
    }

    /// <summary>A float: <c>1000.0</c>, <c>1.0e+16</c>, <c>1.0e-05</c>.</summary>
    public static string Float(string literal)
    {
        bool isNegative = literal[0] == '-';
        if (!double.TryParse(literal, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) || double.IsInfinity(value)) return isNegative ? "-Infinity" : "Infinity";
        string sign = isNegative ? "-" : "";
        if (value == 0) return sign + "0.0";
        string[] halves = Math.Abs(value).ToString("R", CultureInfo.InvariantCulture).Split('E');
        int point = halves[0].IndexOf('.');
        string all = halves[0].Replace(".", "");
        string digits = all.TrimStart('0');
        int exponent = (point < 0 ? halves[0].Length : point) - (all.Length - digits.Length) + (halves.Length > 1 ? int.Parse(halves[1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture) : 0);
        digits = digits.TrimEnd('0');
        return sign + Placed(digits, exponent);
    }

    // The value is 0.DIGITS times ten to the exponent.
    private static string Placed(string digits, int exponent)
    {
        if (exponent is <= -4 or > 16)
        {
            int power = exponent - 1;
            return $"{digits[0]}.{(digits.Length > 1 ? digits.Substring(1) : "0")}e{(power < 0 ? '-' : '+')}{Math.Abs(power).ToString("00", CultureInfo.InvariantCulture)}";
        }

        if (exponent <= 0) return "0." + new string('0', -exponent) + digits;
        return digits.Length > exponent ? digits.Insert(exponent, ".") : digits.PadRight(exponent, '0') + ".0";
    }
}
