using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd;

namespace AuditSdk.Semantics.Checks.Fluentd.Times;

/// <summary>A format beside a type that needs none.</summary>
internal static class TimeFormatIsNotRead
{
    /// <summary>AUD2054.</summary>
    public static CheckDescriptor Descriptor { get; } = new("AUD2054", "A time format is not read", FindingSeverity.Warning);

    private static readonly string[] Sections = ["parse", "extract", "inject"];

    /// <summary>Looks for time_format with a numeric time_type.</summary>
    public static void Check(FluentdCheckContext context, FindingSink findings)
    {
        foreach (AuditSdk.Semantics.Fluentd.FluentdElement section in context.Root.All.Where(e => Sections.Contains(e.Name)))
        {
            if (section.Text("time_type").Or(null) is not ("unixtime" or "float") || section.Find("time_format") is not { } format) continue;
            findings.Add(Descriptor.At(format.Origin, $"With time_type {section.Text("time_type").Value} the time is a number, and time_format is not read. Take one of them out.") with { Remedy = context.Remove("Delete time_format, which is not read", format) });
        }
    }
}
