using System.Globalization;

namespace AuditSdk.Semantics.Kubernetes.Files;

/// <summary>Floating-point numbers as Go writes them.</summary>
internal static class GoNumber
{
    /// <summary>As encoding/json does: an exponent below 1e-6 and from 1e21 on.</summary>
    public static string Json(double value)
    {
        (string digits, int exponent) = Shortest(value.ToString("R", CultureInfo.InvariantCulture));
        bool isShort = value == 0 || exponent is >= -6 and < 21;
        return (value < 0 ? "-" : "") + (isShort ? Plain(digits, exponent) : Scientific(digits, exponent, exponentDigits: 1));
    }

    /// <summary>As a key of a mapping: with the precision of 32 bits, an exponent below 1e-4 and from 1e21 on.</summary>
    public static string Key(double value)
    {
        (string digits, int exponent) = Shortest(((float)value).ToString("R", CultureInfo.InvariantCulture));
        bool isShort = value == 0 || exponent is >= -4 and < 21;
        return (value < 0 ? "-" : "") + (isShort ? Plain(digits, exponent) : Scientific(digits, exponent, exponentDigits: 2));
    }

    // Digits without point, and the power of ten of the first of them.
    private static (string Digits, int Exponent) Shortest(string roundTrip)
    {
        string text = roundTrip.TrimStart('-');
        int e = text.IndexOf('E');
        int exponent = e < 0 ? 0 : int.Parse(text.Substring(e + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        string mantissa = e < 0 ? text : text.Substring(0, e);
        int point = mantissa.IndexOf('.');
        exponent += (point < 0 ? mantissa.Length : point) - 1;
        string digits = mantissa.Replace(".", "");
        int zeros = digits.Length - digits.TrimStart('0').Length;
        digits = digits.Trim('0');
        return digits.Length == 0 ? ("0", 0) : (digits, exponent - zeros);
    }

    private static string Plain(string digits, int exponent)
    {
        if (exponent < 0) return "0." + new string('0', -exponent - 1) + digits;
        return digits.Length <= exponent + 1 ? digits.PadRight(exponent + 1, '0') : digits.Substring(0, exponent + 1) + "." + digits.Substring(exponent + 1);
    }

    private static string Scientific(string digits, int exponent, int exponentDigits)
    {
        string mantissa = digits.Length == 1 ? digits : digits.Substring(0, 1) + "." + digits.Substring(1);
        return mantissa + (exponent < 0 ? "e-" : "e+") + Math.Abs(exponent).ToString("D" + exponentDigits, CultureInfo.InvariantCulture);
    }
}
