using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd;
using AuditSdk.Semantics.Fluentd.Flow;

namespace AuditSdk.Semantics.Checks.Fluentd.Routing;

/// <summary>Steps and what sends events, as the checks of routing name them.</summary>
internal static class FlowWords
{
    /// <summary>The steps of a route by their places, as people write them.</summary>
    public static string Names(this RouteFlow route, IReadOnlyList<int> steps)
    {
        string[] names = [.. steps.Take(3).Select(s => Name(route.Steps[s].Step.Element!))];
        return string.Join(", ", names) + (steps.Count > names.Length ? $" and {steps.Count - names.Length} more" : "");
    }

    /// <summary>The places of steps.</summary>
    public static ValueList<Origin> Origins(this RouteFlow route, IReadOnlyList<int> steps) => ValueList.From(steps.Select(s => route.Steps[s].Step.Element!.Origin));

    /// <summary>The section with its line, where that is known.</summary>
    public static string Name(FluentdElement element) => element.Origin.Line > 0 ? $"{element.Shown} (line {element.Origin.Line})" : element.Shown;

    /// <summary>The route in words.</summary>
    public static string Name(RouteFlow route) => route.Route.Label.Length == 0 ? "the top level" : $"label {route.Route.Label}";

    /// <summary>True for events that someone wrote a source, a relabel or a rule for.</summary>
    public static bool IsWritten(this Inflow inflow) => inflow.Kind is InflowKind.Source or InflowKind.Relabel or InflowKind.Rule;

    /// <summary>True where only the labels that fluentd itself fills are meant.</summary>
    public static bool IsOfFluentd(string label) => label is "@ERROR" or "@FLUENT_LOG";
}
