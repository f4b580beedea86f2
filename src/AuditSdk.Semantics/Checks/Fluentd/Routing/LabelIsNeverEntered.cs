using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd;
using AuditSdk.Semantics.Fluentd.Flow;
using AuditSdk.Semantics.Fluentd.Routing;

namespace AuditSdk.Semantics.Checks.Fluentd.Routing;

/// <summary>A label to which nothing sends events.</summary>
internal static class LabelIsNeverEntered
{
    /// <summary>AUD2019.</summary>
    public static CheckDescriptor Descriptor { get; } = new("AUD2019", "Nothing sends events into this label", FindingSeverity.Warning);

    /// <summary>Asks the flow about every label; fluentd fills <c>@ERROR</c> and <c>@FLUENT_LOG</c> itself.</summary>
    public static void Check(FluentdCheckContext context, FindingSink findings)
    {
        if (context.Flow is not { } flow || flow.Routes.Any(r => !r.Route.IsNameKnown)) return;
        foreach (RouteFlow label in flow.Routes.Skip(1).Where(r => r.Route.IsNameKnown && r.Route.Label.Length > 0 && !FlowWords.IsOfFluentd(r.Route.Label)))
        {
            if (flow.Into(label).Any() || flow.Find(label.Route.Label) != label || Names(context, label.Route.Label)) continue;
            findings.Add(Descriptor.At(label.Route.Origin, $"No source, relabel or rule has '{label.Route.Label}' as its label, so nothing in it ever runs. Write @label {label.Route.Label} where its events come from, or delete it.") with { Remedy = Remedy(context, flow, label.Route) });
        }
    }

    // Where events are sent into a label that is not there, this one may be meant.
    private static FluentdEdit? Remedy(FluentdCheckContext context, TagFlow flow, FluentdRoute label)
    {
        bool mayBeMeant = context.Plugins.Any(p => p.Element.Text("@label").Or(null) is { } target && !flow.Routes.Any(r => r.Route.Label == target) && !FlowWords.IsOfFluentd(target));
        if (mayBeMeant || flow.Routes.Count(r => r.Route.Label == label.Label) > 1 || context.Places.Section(label.Origin) is not var (element, _)) return null;
        return context.Remove($"Delete <label {label.Label}>, to which nothing here sends events", element);
    }

    // One that cannot be reached itself is told on its own.
    private static bool Names(FluentdCheckContext context, string label)
        => context.Plugins.Any(p => p.Element.Text("@label").Or(null) == label || p.Element.Sections("rule").Any(r => r.Text("label").Or(null) == label));
}
