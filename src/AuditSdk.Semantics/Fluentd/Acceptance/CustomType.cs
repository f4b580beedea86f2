using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd.Plugins;
using AuditSdk.Semantics.Fluentd.Values;

namespace AuditSdk.Semantics.Fluentd.Acceptance;

/// <summary>Parameters that a plugin's own code converts.</summary>
internal static class CustomType
{
    public static ConfValue Read(
        string? kind, string? type, IReadOnlyList<string> stack, ParameterSchema parameter, ConfValue value, Func<FluentdCause, string, Origin, string?, string, RefusedException> refuse)
    {
        string text = value.Text ?? "";
        switch ((kind, type, parameter.Name))
        {
            case ("system", _, "rotate_age") when stack.Count > 0:
                if (text is not ("daily" or "weekly" or "monthly") && StrictValues.Error(new FluentdType("integer"), new FluentdDatum.Text(text), "") is { } error)
                {
                    throw refuse(FluentdCause.ValueInvalid, error.Substring(2), value.Origin, text, "Fluent::ConfigError");
                }

                return value;
            case ("input", "sample" or "dummy", "sample"):
                Sample(text, value, refuse);
                return value;
            case ("formatter", _, "delimiter"):
                return value with { Datum = new FluentdDatum.Text(text is "\\t" or "TAB" ? "\t" : text == "SPACE" ? " " : text == "COMMA" ? "," : text) };
            default:
                return value;
        }
    }

    private static void Sample(string text, ConfValue value, Func<FluentdCause, string, Origin, string?, string, RefusedException> refuse)
    {
        if (!RubyJsonReader.TryRead(text, out FluentdDatum? read)) throw refuse(FluentdCause.ValueInvalid, $"JSON::ParserError: unexpected token at '{text}'", value.Origin, text, "Fluent::ConfigError");
        IReadOnlyList<FluentdDatum?> items = read is FluentdDatum.List list ? list.Items : [read];
        for (int i = 0; i < items.Count; i++)
        {
            if (items[i] is not FluentdDatum.Map) throw refuse(FluentdCause.ValueInvalid, $"{i}th element of sample, {items[i]?.ToText()}, is not a hash", value.Origin, text, "Fluent::ConfigError");
        }
    }
}
