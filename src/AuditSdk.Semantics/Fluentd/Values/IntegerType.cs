using System.Numerics;
using System.Text;

namespace AuditSdk.Semantics.Fluentd.Values;

/// <summary>Ruby's <c>to_i</c>: the digits in front, 0 where there are none.</summary>
internal static class IntegerType
{
    public static FluentdReading Read(FluentdDatum datum)
    {
        switch (datum)
        {
            case FluentdDatum.Text { Value: var text }:
                BigInteger value = Parse(text, out bool isWhole);
                return new(new FluentdDatum.Integer(value), isWhole);
            case FluentdDatum.Integer:
                return new(datum);
            case FluentdDatum.Float { Value: var number }:
                if (double.IsNaN(number) || double.IsInfinity(number)) return FluentdReading.Refused(datum.ToText());
                return new(new FluentdDatum.Integer(new BigInteger(Math.Truncate(number))), Math.Truncate(number) == number);
            default:
                return FluentdReading.Refused($"undefined method `to_i' for {FluentdDatum.Described(datum)}");
        }
    }

    private static BigInteger Parse(string text, out bool isWhole)
    {
        RubyNumber number = new(text);
        StringBuilder digits = new();
        number.Sign(digits);
        if (number.Current == '0' && number.Next is 'd' or 'D') number.Skip(2);
        number.Digits(digits);
        isWhole = number.IsWhole && digits.Length > 0 && RubyNumber.IsDigit(digits[digits.Length - 1]);
        return RubyNumber.Whole(digits.ToString());
    }
}
