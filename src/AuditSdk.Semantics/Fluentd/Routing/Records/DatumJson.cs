using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using AuditSdk.Semantics.Fluentd.Values;

namespace AuditSdk.Semantics.Fluentd.Routing.Records;

/// <summary>Values as JSON on one line.</summary>
internal static class DatumJson
{
    public static string Of(FluentdDatum? datum)
    {
        StringBuilder json = new();
        Append(json, datum);
        return json.ToString();
    }

    private static void Append(StringBuilder json, FluentdDatum? datum)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        switch (datum)
        {
            case null:
                json.Append("null");
                break;
            case FluentdDatum.Map map:
                for (int i = 0; i < map.Items.Count; i++)
                {
                    json.Append(i == 0 ? '{' : ',');
                    Append(json, map.Items[i].Key);
                    json.Append(':');
                    Append(json, map.Items[i].Value);
                }

                json.Append(map.Items.Count == 0 ? "{}" : "}");
                break;
            case FluentdDatum.List list:
                for (int i = 0; i < list.Items.Count; i++)
                {
                    json.Append(i == 0 ? '[' : ',');
                    Append(json, list.Items[i]);
                }

                json.Append(list.Items.Count == 0 ? "[]" : "]");
                break;
            case FluentdDatum.Boolean or FluentdDatum.Integer:
                json.Append(datum.ToText());
                break;
            case FluentdDatum.Float { Value: var value } when !double.IsNaN(value) && !double.IsInfinity(value):
                json.Append(RubyJson.Float(value));
                break;
            default:
                Append(json, datum.ToText());
                break;
        }
    }

    private static void Append(StringBuilder json, string text)
    {
        json.Append('"');
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            bool isPair = char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]);
            if (isPair) json.Append(c).Append(text[++i]);
            else if (char.IsSurrogate(c) || c is '\u2028' or '\u2029' or '\u007f') json.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
            else _ = RubyJson.Escape(c) is { } escape ? json.Append(escape) : json.Append(c);
        }

        json.Append('"');
    }
}
