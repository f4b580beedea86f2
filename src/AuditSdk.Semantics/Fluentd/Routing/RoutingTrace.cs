using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd.Routing.Records;
using AuditSdk.Semantics.Fluentd.Values;

namespace AuditSdk.Semantics.Fluentd.Routing;

/// <summary>What became of an event.</summary>
/// <param name="Hops">Each time that it, or what became of it, was sent into a route; the first is its own.</param>
/// <param name="Visits">The filters and outputs that saw it, in order.</param>
/// <param name="Log">What fluentd's log says of it, warnings and errors only.</param>
public sealed record RoutingTrace(ValueList<RouteHop> Hops, ValueList<RouteVisit> Visits, ValueList<FluentdLogLine> Log)
{
    /// <summary>The error that its source gets back, or null. A <c>SystemStackError</c> is an event that is sent in a circle.</summary>
    public FluentdError? Exception { get; init; }

    /// <summary>Why its way cannot be followed to the end without the real program; null where it was. What is here up to that point holds.</summary>
    public string? Undecided { get; init; }
}

/// <summary>An event that is sent into a route.</summary>
/// <param name="Route">The route.</param>
/// <param name="Tag">Its tag.</param>
/// <param name="Output">Which step of the route takes it; -1 where none does.</param>
/// <param name="FirstVisit">How many visits were before it: those from there on follow from it, up to the next hop.</param>
public sealed record RouteHop(FluentdRoute Route, string Tag, int Output, int FirstVisit);

/// <summary>A filter or output that sees an event.</summary>
/// <param name="Label">The route where it stands; empty for the top level.</param>
/// <param name="Plugin">Its section; of a copy, the copy itself and then each <c>&lt;store&gt;</c>.</param>
/// <param name="Tag">The tag with which it sees the event.</param>
/// <param name="Records">What it sees: one record, or none where a filter dropped it, or several.</param>
public sealed record RouteVisit(string Label, FluentdElement Plugin, string Tag, ValueList<EventRecord> Records)
{
    /// <summary>The type of the plugin; null where it is not known.</summary>
    public string? Type { get; init; }

    /// <summary>True for a filter.</summary>
    public bool IsFilter => Plugin.Name == "filter";

    /// <summary>True where only the real program knows what the plugin does with the event: an unknown filter, Ruby.</summary>
    public bool IsOpaque { get; init; }

    /// <summary>What a filter lets through; empty for an output.</summary>
    public ValueList<EventRecord> Result { get; init; } = ValueList<EventRecord>.Empty;

    /// <summary>The error that the plugin raises, or null.</summary>
    public FluentdError? Error { get; init; }
}

/// <summary>The record of an event.</summary>
/// <param name="Fields">Its fields.</param>
public sealed record EventRecord(FluentdDatum.Map Fields)
{
    /// <summary>Fields at the top whose value is not known; <see cref="Fields"/> has the text <c>?</c> there.</summary>
    public ValueList<string> UnknownFields { get; init; } = ValueList<string>.Empty;

    /// <summary>True where a filter that only the real program knows has seen it: any field may be another, and the event may be gone.</summary>
    public bool IsOpaque { get; init; }

    /// <summary>The fields as JSON on one line.</summary>
    public string ToJson() => DatumJson.Of(Fields);
}

/// <summary>A line of fluentd's log.</summary>
/// <param name="Level"><c>warn</c> or <c>error</c>.</param>
/// <param name="Text">The text, without the time, the place in fluentd's sources and the record's time.</param>
public sealed record FluentdLogLine(string Level, string Text);
