using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd;
using AuditSdk.Semantics.Fluentd.Acceptance;
using System.Text.RegularExpressions;

namespace AuditSdk.Semantics.Checks.Fluentd.Plugins;

/// <summary>The outputs that <c>forest</c> makes of its templates when the first event of a tag comes: fluentd does not look at them before.</summary>
internal static class ForestTemplates
{
    private static readonly Regex Placeholder = new(@"\$\{(?:tag|escaped_tag|hostname|tag_parts\[[^]]*\])\}|__(?:TAG|ESCAPED_TAG|HOSTNAME|TAG_PARTS\[[^]]*\])__", RegexOptions.CultureInvariant);

    /// <summary>What fluentd will say of each, with the places of the template.</summary>
    public static IEnumerable<FluentdAcceptance> In(FluentdCheckContext context)
    {
        AcceptanceOptions options = new() { Target = context.Options.Target, Catalogs = context.Options.Catalogs, GoesOn = true };
        foreach (PluginSection forest in context.Plugins.Where(p => p.Is("output", "forest")))
        {
            if (!forest.Element.Text("subtype").IsKnown || forest.Element.All.Any(e => e.IsOpen)) continue;
            IReadOnlyList<FluentdNode> shared = forest.Element.Sections("template").LastOrDefault()?.Nodes ?? ValueList<FluentdNode>.Empty;
            FluentdElement[] cases = [.. forest.Element.Elements.Where(e => e.Name is "case" or "pattern")];
            IEnumerable<IReadOnlyList<FluentdNode>> bodies = cases.Length == 0 ? [shared] : cases.Select(c => (IReadOnlyList<FluentdNode>)[.. shared, .. c.Nodes]);
            foreach (IReadOnlyList<FluentdNode> body in bodies) yield return FluentdAcceptance.Of(Root(forest.Element, body), options);
        }
    }

    private static FluentdElement Root(FluentdElement forest, IReadOnlyList<FluentdNode> body)
    {
        FluentdParameter subtype = forest.Find("subtype")!;
        FluentdParameter type = new("@type", subtype.Value) { Origin = subtype.Origin };
        FluentdElement match = new("match", "tag", ValueList.From(body.Where(n => n is not FluentdParameter { Key: "@type" }).Select(Filled).Prepend(type))) { Origin = forest.Origin };
        return new FluentdElement("ROOT", "", ValueList.From([(FluentdNode)match])) { Origin = forest.Origin };
    }

    private static FluentdNode Filled(FluentdNode node) => node switch
    {
        FluentdElement section => section with { Nodes = ValueList.From(section.Nodes.Select(Filled)) },
        FluentdParameter { Value.Literal: { } text } parameter => parameter with { Value = FluentdValue.Text(Placeholder.Replace(text, "tag")) },
        _ => node,
    };
}
