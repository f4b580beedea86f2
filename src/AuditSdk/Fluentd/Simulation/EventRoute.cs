using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd.Routing;

namespace AuditSdk.Fluentd;

/// <summary>What a pipeline does with an event, and why.</summary>
public sealed class EventRoute
{
    private readonly RoutingTrace _trace;

    internal EventRoute(FluentdEvent sent, RoutingTrace trace)
    {
        (Event, _trace) = (sent, trace);
        Filters = ValueList.From(trace.Visits.Where(v => v.IsFilter).Select(v => new PluginVisit(v)));
        Outputs = ValueList.From(trace.Visits.Where(v => !v.IsFilter && v.Records.Count > 0).Select(v => new PluginVisit(v)));
    }

    /// <summary>The event.</summary>
    public FluentdEvent Event { get; }

    /// <summary>The filters that saw it, in order.</summary>
    public ValueList<PluginVisit> Filters { get; }

    /// <summary>The outputs that took it, in order; a copy and each of its stores, a rewrite_tag_filter and the output that took the new tag.</summary>
    public ValueList<PluginVisit> Outputs { get; }

    /// <summary>The error that its source gets back, such as <c>SystemStackError: stack level too deep</c> for an event that is sent in a circle; or null.</summary>
    public string? Error => _trace.Exception?.ToString();

    /// <summary>Why its way cannot be followed to the end without fluentd; null where it was.</summary>
    public string? Undecided => _trace.Undecided;

    /// <summary>What fluentd's log says of it, warnings and errors.</summary>
    public IEnumerable<string> Log => _trace.Log.Select(l => $"[{l.Level}]: {l.Text}");

    /// <summary>Throws unless an output takes the event.</summary>
    /// <param name="output">The output's <c>@id</c>, or its type.</param>
    /// <param name="tag">The tag with which it takes it; null for any.</param>
    /// <returns>What the output saw, to look at the record.</returns>
    /// <exception cref="PipelineExpectationException">It does not, or only fluentd can tell; the message says why each earlier filter and match did not take it.</exception>
    public PluginVisit ShouldReach(string output, string? tag = null)
    {
        ArgumentNullException.ThrowIfNull(output);
        return Outputs.FirstOrDefault(v => v.Is(output) && (tag is null || v.Tag == tag)) ?? throw Unexpected($"to reach {output}{(tag is null ? "" : $" with the tag '{tag}'")}");
    }

    /// <summary>Throws where an output takes the event.</summary>
    /// <param name="output">The output's <c>@id</c>, or its type.</param>
    /// <returns>The route, to ask it for more.</returns>
    /// <exception cref="PipelineExpectationException">It does, or only fluentd can tell.</exception>
    public EventRoute ShouldNotReach(string output)
    {
        ArgumentNullException.ThrowIfNull(output);
        return Undecided is null && !Outputs.Any(v => v.Is(output)) ? this : throw Unexpected($"not to reach {output}");
    }

    /// <summary>Throws unless the event ends nowhere: no output takes it but <c>null</c> and those that only send events on.</summary>
    /// <returns>The route, to ask it for more.</returns>
    /// <exception cref="PipelineExpectationException">An output takes it, it fails, or only fluentd can tell.</exception>
    public EventRoute ShouldBeDropped() => Undecided is null && Error is null && Outputs.All(v => !v.IsEnd) ? this : throw Unexpected("to be dropped");

    /// <summary>The event, each filter and match that it met with what it did or why not, and its end.</summary>
    public string Explain() => $"{Event}\n{RoutingExplanation.Of(_trace)}";

    /// <summary>As <see cref="Explain"/>.</summary>
    public override string ToString() => Explain();

    private PipelineExpectationException Unexpected(string expected)
    {
        string[] ends = [.. Outputs.Where(v => v.IsEnd).Select(v => $"{v.Id ?? v.Type ?? "an output"} with the tag '{v.Tag}'")];
        string actual = Undecided is not null ? "only fluentd can tell" : Error is not null ? "it fails" : ends.Length == 0 ? "it is lost" : "it reaches " + string.Join(", ", ends);
        return new($"Expected the event {expected}, but {actual}.\n{Explain()}");
    }
}

/// <summary>A filter or output that saw an event.</summary>
public sealed record PluginVisit
{
    private static readonly string[] PassOn = ["null", "copy", "roundrobin", "relabel", "rewrite_tag_filter", "forest"];

    internal PluginVisit(RouteVisit visit)
    {
        (Type, Label, Tag, IsOpaque) = (visit.Type, visit.Label, visit.Tag, visit.IsOpaque || visit.Records.Any(r => r.IsOpaque || r.UnknownFields.Count > 0));
        Id = visit.Plugin.Parameters.LastOrDefault(p => p.Key == "@id")?.Value.Literal;
        Records = ValueList.From((visit.IsFilter ? visit.Result : visit.Records).Select(r => r.ToJson()));
    }

    /// <summary>The type of the plugin; null where it is not known.</summary>
    public string? Type { get; }

    /// <summary>Its <c>@id</c>, or null.</summary>
    public string? Id { get; }

    /// <summary>The label where it stands; empty for the top level.</summary>
    public string Label { get; }

    /// <summary>The tag with which it saw the event.</summary>
    public string Tag { get; }

    /// <summary>The records as JSON, mostly one: what an output took, what a filter let through; none where it dropped it.</summary>
    public ValueList<string> Records { get; }

    /// <summary>The record as JSON.</summary>
    /// <exception cref="InvalidOperationException">There is none, or there are several.</exception>
    public string Record => Records is [var only] ? only : throw new InvalidOperationException($"There are {Records.Count} records.");

    /// <summary>True where only fluentd knows the record, or some of it: a filter or Ruby made it that is not understood here. A filter before may even have dropped it.</summary>
    public bool IsOpaque { get; }

    internal bool IsEnd => !PassOn.Contains(Type, StringComparer.Ordinal);

    internal bool Is(string name) => Id == name || Type == name;
}
