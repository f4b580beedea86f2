using AuditSdk.Semantics.Catalog;
using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd;

namespace AuditSdk.Semantics.Checks.Fluentd.Routing;

/// <summary>A rule of rewrite_tag_filter with a label that is not there: fluentd looks for it only when the first event comes.</summary>
internal static class LabelOfARuleIsMissing
{
    /// <summary>AUD2020.</summary>
    public static CheckDescriptor Descriptor { get; } = new("AUD2020", "A rule sends events into a label that is not there", FindingSeverity.Error);

    /// <summary>Looks for the label of each rule.</summary>
    public static void Check(FluentdCheckContext context, FindingSink findings)
    {
        if (context.Flow is not { } flow || !flow.FluentdRoutes.IsComplete || flow.Routes.Any(r => !r.Route.IsNameKnown)) return;
        foreach (PluginSection plugin in context.Plugins.Where(p => p.Is("output", "rewrite_tag_filter")))
        {
            foreach (FluentdElement rule in plugin.Element.Sections("rule"))
            {
                Node<string> label = rule.Text("label");
                if (label is not { IsKnown: true, Value.Length: > 0 } || flow.Find(label.Value) is not null) continue;
                string? near = CatalogWords.Nearest(label.Value, flow.Routes.Skip(1).Select(r => r.Route.Label));
                findings.Add(Descriptor.At(label.Origin, $"There is no <label {label.Value}>: fluentd starts all the same, and the first event of this rule fails with an ArgumentError and is lost. {(near is null ? "Write the label" : $"Write '{near}'")}, or leave it out.") with { Detail = $"{label.Value} label not found", Remedy = near is null ? null : context.SetAt($"Send the events to label {near}", label.Origin, near) });
            }
        }
    }
}
