using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd;

namespace AuditSdk.Semantics.Checks.Fluentd.Times;

/// <summary>The time of an audit event without its format.</summary>
internal static class TextTimeIsReadAsNumber
{
    /// <summary>AUD2051.</summary>
    public static CheckDescriptor Descriptor { get; } = new("AUD2051", "The time of audit events is read as a number", FindingSeverity.Warning);

    /// <summary>Looks for times of audit events that are read as seconds.</summary>
    public static void Check(FluentdCheckContext context, FindingSink findings)
    {
        foreach (JsonParse parse in JsonParse.In(context).Where(p => p.ReadsTimeOfAuditEvent && p.TimeType is "float" or "unixtime"))
        {
            string text = $"The json parser reads '{parse.TimeKey.Value}' as a number of seconds, so that 2026-11-20T10:32:12Z becomes 1970-01-01T00:33:46Z.";
            string advice = parse.Element.Has("time_type") ? "Write time_type string and time_format %iso8601." : "Write time_format %iso8601.";
            (string, string)[] format = parse.Element.Has("time_type") ? [("time_type", "string"), ("time_format", "%iso8601")] : [("time_format", "%iso8601")];
            findings.Add(Descriptor.At(parse.TimeKey.Origin, $"{text} {advice}") with { Remedy = context.Set("Read the time as the text that it is", parse.Element, format) });
        }
    }
}
