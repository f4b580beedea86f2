
namespace AuditSdk.Semantics.Fluentd.Values;

/// <summary>A number of bytes. The first digits anywhere in the text that a k stands behind count, then those before an m, a g, a t; without any, <c>to_i</c>.</summary>
internal static class SizeType
{
    private static readonly (string Letters, int Power)[] Units = [("kK", 10), ("mM", 20), ("gG", 30), ("tT", 40)];

    public static FluentdReading Read(FluentdDatum datum)
    {
        if (datum is FluentdDatum.Integer or FluentdDatum.Float) return IntegerType.Read(datum);
        string text = datum.ToText();
        foreach ((string letters, int power) in Units)
        {
            if (UnitNumber.Find(text, letters) is { } number) return new(new FluentdDatum.Integer(number.Value << power), number.Start == 0 && IsRest(text, number.End));
        }

        return IntegerType.Read(datum);
    }

    private static bool IsRest(string text, int unit) => text.Substring(unit + 1).ToLowerInvariant() is "" or "b" or "ib";
}
