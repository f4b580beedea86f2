using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd;
using AuditSdk.Semantics.Fluentd.Acceptance;

namespace AuditSdk.Semantics.Checks.Fluentd.Plugins;

/// <summary>Parameters in the places of fluentd 0.12.</summary>
internal static class ParametersAreFlat
{
    /// <summary>AUD2083.</summary>
    public static CheckDescriptor Descriptor { get; } = new("AUD2083", "Parameters are where fluentd 0.12 had them", FindingSeverity.Info);

    /// <summary>Names the flat parameters that fluentd makes sections of, one finding for each section.</summary>
    public static void Check(FluentdCheckContext context, FindingSink findings)
    {
        ILookup<Origin, FlatParameter> all = context.Acceptance.Flat.ToLookup(f => f.Origin);
        foreach (PluginSection plugin in context.Plugins.Where(p => !p.Element.IsOpen))
        {
            // Two sections may be made of one parameter; the first is the one that it is of.
            IEnumerable<FlatParameter> flat = plugin.Element.Parameters.Select(p => all[p.Origin].FirstOrDefault()).OfType<FlatParameter>();
            FluentdEdit? remedy = null;
            foreach (IGrouping<string, FlatParameter> section in flat.GroupBy(f => f.Section))
            {
                string names = string.Join(", ", section.Select(f => f.Now is null or "@type" || f.Now == f.Name ? f.Name : $"{f.Name} (now {f.Now})"));
                findings.Add(Descriptor.At(section.First().Origin, $"{names}: fluentd still makes a <{section.Key}> of it, in silence, and stops doing so where one is written. Write <{section.Key}>.") with { Remedy = remedy ??= Written(context, plugin) });
            }
        }
    }

    // All sections at once: a parameter that two of them are made of cannot go before both are there.
    private static FluentdEdit? Written(FluentdCheckContext context, PluginSection plugin)
    {
        if (context.Places.Of(plugin.Element) is not { } path || context.Places.Section(plugin.Element.Origin) is null) return null;
        if (FlatSections.Of(context.Acceptance, plugin.Element, plugin.Element.Origin, context.Schemas.Find(plugin.Kind, plugin.Type.Or("")!)) is not { Removed.Count: > 0 } flat) return null;
        return new AddSections($"Write {string.Join(" and ", flat.Sections.Select(s => s.Shown))} with what is flat now", path, flat.Sections, flat.Removed);
    }
}
