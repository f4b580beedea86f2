using System.Globalization;
using System.Text;

namespace AuditSdk.Semantics.Fluentd.Values;

/// <summary>Ruby's <c>to_f</c>: the number in front, 0.0 where there is none; hexadecimal numbers, NaN and Infinity are none.</summary>
internal static class FloatType
{
    public static FluentdReading Read(FluentdDatum datum) => datum switch
    {
        FluentdDatum.Text { Value: var text } => Parse(text),
        FluentdDatum.Integer { Value: var number } => new(new FluentdDatum.Float((double)number)),
        FluentdDatum.Float => new(datum),
        _ => FluentdReading.Refused($"undefined method `to_f' for {FluentdDatum.Described(datum)}"),
    };

    private static FluentdReading Parse(string text)
    {
        RubyNumber number = new(text);
        StringBuilder digits = new();
        number.Sign(digits);
        int sign = digits.Length;
        number.Digits(digits);
        if (number.Current == '.' && RubyNumber.IsDigit(number.Next))
        {
            if (digits.Length == sign) digits.Append('0');
            digits.Append('.');
            number.Skip(1);
            number.Digits(digits);
        }

        bool any = digits.Length > sign;
        if (any && number.Current is 'e' or 'E') Exponent(ref number, digits);
        if (!any) return new(new FluentdDatum.Float(0), IsExact: false);
        bool isFinite = double.TryParse(digits.ToString(), NumberStyles.Float, CultureInfo.InvariantCulture, out double value);
        if (!isFinite) value = digits[0] == '-' ? double.NegativeInfinity : double.PositiveInfinity; // out of range, on the older of our two frameworks
        return new(new FluentdDatum.Float(value), number.IsWhole);
    }

    private static void Exponent(ref RubyNumber number, StringBuilder digits)
    {
        RubyNumber ahead = number;
        StringBuilder exponent = new("e");
        ahead.Skip(1);
        ahead.Sign(exponent);
        int sign = exponent.Length;
        ahead.Digits(exponent);
        if (exponent.Length == sign) return;
        digits.Append(exponent);
        number = ahead;
    }

}
