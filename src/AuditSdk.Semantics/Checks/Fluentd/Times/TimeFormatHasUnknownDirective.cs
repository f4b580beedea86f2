using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd;
using AuditSdk.Semantics.Fluentd.Times;

namespace AuditSdk.Semantics.Checks.Fluentd.Times;

/// <summary>A format with a directive that no time has.</summary>
internal static class TimeFormatHasUnknownDirective
{
    /// <summary>AUD2056.</summary>
    public static CheckDescriptor Descriptor { get; } = new("AUD2056", "A time format has a directive that Ruby does not read", FindingSeverity.Error);

    /// <summary>Looks at the formats that times are read by; those that times are written by have other directives.</summary>
    public static void Check(FluentdCheckContext context, FindingSink findings)
    {
        // Of those for the times of audit events TimeFormatDoesNotReadAuditTimes tells.
        HashSet<FluentdElement> told = [.. JsonParse.In(context).Where(p => p.ReadsTimeOfAuditEvent).Select(p => p.Element)];
        foreach (FluentdElement section in context.Root.All.Where(e => e.Name is "parse" or "extract" && e.Text("time_type").Or("string") == "string" && !told.Contains(e)))
        {
            Node<string> format = section.Text("time_format");
            if (!format.IsKnown || format.Value == "%iso8601" || FormatDirectives.Unknown(format.Value) is not { } directive) continue;
            findings.Add(Descriptor.At(format.Origin, $"Ruby reads no '{directive}', and takes it as text, which no time has: every line is dropped. Write %N for fractions of seconds, and one of the directives of strptime for the rest."));
        }
    }
}
