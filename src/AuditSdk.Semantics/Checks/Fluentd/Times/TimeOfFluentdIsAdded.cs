using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd;

namespace AuditSdk.Semantics.Checks.Fluentd.Times;

/// <summary>An output that writes the time which fluentd gave to an event into its record.</summary>
internal static class TimeOfFluentdIsAdded
{
    /// <summary>AUD2057.</summary>
    public static CheckDescriptor Descriptor { get; } = new("AUD2057", "fluentd's own time is written into events", FindingSeverity.Info);

    /// <summary>Looks for <c>include_time_key</c> where fluentd makes an <c>&lt;inject&gt;</c> of it, and for injected times that take the place of the event's own.</summary>
    public static void Check(FluentdCheckContext context, FindingSink findings)
    {
        HashSet<Origin> flat = [.. context.Acceptance.Flat.Concat(context.Templates.SelectMany(t => t.Flat)).Where(f => f.Name == "include_time_key").Select(f => f.Origin)];
        foreach (FluentdElement element in context.Root.All)
        {
            if (element.Find("include_time_key") is { } include && flat.Contains(include.Origin) && element.Flag("include_time_key").Or(false)) Report(element, "include_time_key", element.Text("time_key").Or("time"), findings);
            if (element.Name == "inject") Report(element, "time_key", element.Text("time_key").Or(null), findings);
        }
    }

    private static void Report(FluentdElement element, string parameter, string? field, FindingSink findings)
    {
        Origin origin = element.OriginOf(parameter);
        if (field is not null && JsonParse.TimesOfEvents.Contains(field))
        {
            findings.Add(Descriptor.At(origin, $"fluentd writes the time that it gave the event over '{field}', and the time that the API server wrote is gone. Leave {parameter} out, or name another field by time_key.") with { Severity = FindingSeverity.Warning });
        }
        else if (field is not null && parameter == "include_time_key")
        {
            findings.Add(Descriptor.At(origin, $"fluentd adds '{field}' to every event, the time that it gave the event; audit events have times of their own, to the microsecond. Leave include_time_key out, and what is stored is the event that the API server wrote."));
        }
    }
}
