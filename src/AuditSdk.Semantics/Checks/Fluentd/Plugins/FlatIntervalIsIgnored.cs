using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd;

namespace AuditSdk.Semantics.Checks.Fluentd.Plugins;

/// <summary>A parameter of fluentd 0.12 beside the section that took its place.</summary>
internal static class FlatIntervalIsIgnored
{
    /// <summary>AUD2084.</summary>
    public static CheckDescriptor Descriptor { get; } = new("AUD2084", "A flat parameter beside its section is not read", FindingSeverity.Warning);

    /// <summary>Looks for flush_interval beside a buffer; of all others fluentd says itself that nothing reads them.</summary>
    public static void Check(FluentdCheckContext context, FindingSink findings)
    {
        foreach (PluginSection output in context.Plugins.Where(p => p.Kind == "output" && p.Element.Has("flush_interval") && p.Element.Sections("buffer").Any()))
        {
            if (context.Schemas.Find("output", output.Type.Or("")!) is not { Emits: not null }) continue;
            findings.Add(Descriptor.At(output.Element.OriginOf("flush_interval"), "Where <buffer> is written, fluentd reads flush_interval in it only, and says nothing of this one. Write it into <buffer>.") with { Remedy = Moved(context, output.Element) });
        }
    }

    // Where chunks are flushed by their timekey, the interval would be refused or ignored.
    private static FluentdEdit? Moved(FluentdCheckContext context, FluentdElement output)
    {
        if (output.Find("flush_interval") is not { } flat) return null;
        FluentdElement buffer = output.Sections("buffer").First();
        bool isRead = buffer.Text("flush_mode").Or(null) == "interval" || (buffer.Text("flush_mode").State == NodeState.Absent && buffer.RubyArgument is null && !FluentdEditor.ChunkKeys(buffer.Argument).Contains("time") && buffer.Argument.Length > 0);
        if (buffer.Has("flush_interval") || !isRead) return context.Remove("Delete the flat flush_interval, which is not read", flat);
        FluentdElement moved = new("buffer", "", ValueList.From([(FluentdNode)new FluentdParameter("flush_interval", flat.Value)]));
        return context.Places.Of(output) is { } path ? new AddSections("Write flush_interval into <buffer>, where it is read", path, ValueList.From([moved]), ValueList.From(["flush_interval"])) : null;
    }
}
