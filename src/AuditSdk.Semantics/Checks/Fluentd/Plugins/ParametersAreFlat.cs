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
            foreach (IGrouping<string, FlatParameter> section in flat.GroupBy(f => f.Section))
            {
                string names = string.Join(", ", section.Select(f => f.Now is null or "@type" || f.Now == f.Name ? f.Name : $"{f.Name} (now {f.Now})"));
                findings.Add(Descriptor.At(section.First().Origin, $"{names}: fluentd still makes a <{section.Key}> of it, in silence, and stops doing so where one is written. Write <{section.Key}>."));
            }
        }
    }
}
