using System.Globalization;
using System.Text.RegularExpressions;
using AuditSdk.Semantics.Kubernetes.Files.Json;

namespace AuditSdk.Semantics.Kubernetes.Files.Yaml;

/// <summary>What a scalar means in YAML 1.1 as go-yaml v2 reads it: <c>y</c>, <c>no</c> and <c>On</c> are booleans, <c>0x1F</c>, <c>010</c> and <c>1_000</c> numbers.</summary>
internal sealed record YamlScalarValue(JsonKind Kind, string Text, string Tag)
{
    private const RegexOptions Ordinal = RegexOptions.CultureInvariant;

    private static readonly Regex Float = new(@"^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?\z", Ordinal);
    private static readonly Regex Integer = new(@"^([-+]?)(?:0[xX]([0-9a-fA-F]+)|0[bB]([01]+)|0[oO]?([0-7]+)|([1-9][0-9]*|0))\z", Ordinal);
    private static readonly Regex Time = new(@"^[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([Tt][0-9]{1,2}:[0-9]{1,2}:[0-9]{1,2}(\.[0-9]+)?(Z|[-+][0-9]{2}:[0-9]{2})| [0-9]{1,2}:[0-9]{1,2}:[0-9]{1,2}(\.[0-9]+)?)?\z", Ordinal);

    /// <summary>The value of a scalar.</summary>
    /// <exception cref="YamlSyntaxException">Its tag does not fit its text.</exception>
    public static YamlScalarValue Of(YamlNode scalar)
    {
        string text = scalar.Value;
        if (scalar.Tag.Length == 0) return scalar.IsImplicit ? Resolve(text, "") : AsText(text);
        switch (scalar.Tag)
        {
            case YamlTag.Binary: return AsText(Decoded(scalar));
            case YamlTag.Text: return AsText(text);
            case YamlTag.Null or YamlTag.Boolean or YamlTag.Integer or YamlTag.Float or YamlTag.Timestamp: break;
            default: return AsText(text);
        }

        YamlScalarValue value = Resolve(text, scalar.Tag);
        bool fits = value.Tag == scalar.Tag || (scalar.Tag == YamlTag.Float && value.Tag == YamlTag.Integer && !IsAboveInt64(value.Text));
        return fits ? value : throw YamlSyntaxException.Whole($"cannot decode {YamlTag.Short(value.Tag)} `{text}` as a {YamlTag.Short(scalar.Tag)}", scalar.Start);
    }

    private static YamlScalarValue Resolve(string text, string tag)
    {
        switch (text)
        {
            case "y" or "Y" or "yes" or "Yes" or "YES" or "true" or "True" or "TRUE" or "on" or "On" or "ON": return new(JsonKind.Boolean, "true", YamlTag.Boolean);
            case "n" or "N" or "no" or "No" or "NO" or "false" or "False" or "FALSE" or "off" or "Off" or "OFF": return new(JsonKind.Boolean, "false", YamlTag.Boolean);
            case "" or "~" or "null" or "Null" or "NULL": return new(JsonKind.Null, "null", YamlTag.Null);
            case ".nan" or ".NaN" or ".NAN": return new(JsonKind.Number, "NaN", YamlTag.Float);
            case ".inf" or ".Inf" or ".INF" or "+.inf" or "+.Inf" or "+.INF": return new(JsonKind.Number, "+Inf", YamlTag.Float);
            case "-.inf" or "-.Inf" or "-.INF": return new(JsonKind.Number, "-Inf", YamlTag.Float);
            case "<<": return new(JsonKind.Text, text, YamlTag.Merge);
        }

        if (text[0] == '.') return FloatOf(text) ?? AsText(text);
        if (text[0] is not ((>= '0' and <= '9') or '+' or '-')) return AsText(text);
        if (tag is "" or YamlTag.Timestamp && Time.IsMatch(text)) return new(JsonKind.Text, text, YamlTag.Timestamp);
        string plain = text.Replace("_", "");
        return IntegerOf(plain) ?? FloatOf(plain) ?? AsText(text);
    }

    private static YamlScalarValue AsText(string text) => new(JsonKind.Text, text, YamlTag.Text);

    private static YamlScalarValue? IntegerOf(string plain)
    {
        Match match = Integer.Match(plain);
        if (!match.Success) return null;
        (string digits, int radix) = match.Groups[2].Success ? (match.Groups[2].Value, 16)
            : match.Groups[3].Success ? (match.Groups[3].Value, 2)
            : match.Groups[4].Success ? (match.Groups[4].Value, 8)
            : (match.Groups[5].Value, 10);
        decimal value = 0;
        foreach (char c in digits)
        {
            value = (value * radix) + (c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10);
            if (value > ulong.MaxValue) return null;
        }

        bool isNegative = match.Groups[1].Value == "-";
        if (isNegative ? value > 9223372036854775808m : match.Groups[1].Length > 0 && value > long.MaxValue) return null;
        return new(JsonKind.Number, (isNegative ? -value : value).ToString(CultureInfo.InvariantCulture), YamlTag.Integer);
    }

    private static YamlScalarValue? FloatOf(string plain)
    {
        if (!Float.IsMatch(plain) || !double.TryParse(plain, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) || double.IsInfinity(value)) return null;
        return new(JsonKind.Number, GoNumber.Json(value), YamlTag.Float);
    }

    private static bool IsAboveInt64(string number) => decimal.Parse(number, CultureInfo.InvariantCulture) > long.MaxValue;

    private static string Decoded(YamlNode scalar)
    {
        try
        {
            if (scalar.Value.IndexOfAny([' ', '\t']) < 0) return System.Text.Encoding.UTF8.GetString(Convert.FromBase64String(scalar.Value));
        }
        catch (FormatException)
        {
            // Told below.
        }

        throw YamlSyntaxException.Whole("!!binary value contains invalid base64 data", scalar.Start);
    }
}
