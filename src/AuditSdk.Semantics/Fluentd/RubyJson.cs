using System.Globalization;

namespace AuditSdk.Semantics.Fluentd;

/// <summary>JSON as Ruby's <c>JSON.dump</c> writes it.</summary>
internal static class RubyJson
{
    private static readonly char[] Exponents = ['e', 'E'];

    /// <summary>How a character of a string is written; null where as itself.</summary>
    public static string? Escape(char c) => c switch
    {
        '"' => "\\\"",
        '\\' => @"\\",
        '\b' => @"\b",
        '\f' => @"\f",
        '\n' => @"\n",
        '\r' => @"\r",
        '\t' => @"\t",
        < ' ' => "\\u" + ((int)c).ToString("x4", CultureInfo.InvariantCulture),
        _ => null,
    };

    /// <summary>A float: <c>1000.0</c>, <c>1.0e+16</c>, <c>1.0e-05</c>.</summary>
    public static string Float(string literal)
    {
        if (IsShortest(literal)) return literal;
        bool isNegative = literal[0] == '-';
        if (!double.TryParse(literal, NumberStyles.Float, CultureInfo.InvariantCulture, out double value)) return isNegative ? "-Infinity" : "Infinity"; // out of range, on the older of our two frameworks
        return Float(value, isNegative);
    }

    /// <summary>A float.</summary>
    public static string Float(double value) => Float(value, value < 0 || (value == 0 && 1 / value < 0));

    // Most floats are written as Ruby writes them; 15 digits come back from a double as they went in.
    private static bool IsShortest(string literal)
    {
        int point = literal.IndexOf('.');
        int last = literal.Length - 1;
        return point > 0 && literal.Length <= 16 && literal.IndexOfAny(Exponents) < 0
            && (literal[last] != '0' || last == point + 1)
            && !literal.StartsWith("0.0000", StringComparison.Ordinal) && !literal.StartsWith("-0.0000", StringComparison.Ordinal);
    }

    private static string Float(double value, bool isNegative)
    {
        string sign = isNegative ? "-" : "";
        if (double.IsNaN(value)) return "NaN";
        if (double.IsInfinity(value)) return sign + "Infinity";
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
