using AuditSdk.Semantics.Catalog;
using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd;
using AuditSdk.Semantics.Fluentd.Plugins;

namespace AuditSdk.Semantics.Checks.Fluentd.Engine;

/// <summary>A parameter of the system that nothing reads.</summary>
internal static class SystemParameterIsUnknown
{
    /// <summary>AUD2088.</summary>
    public static CheckDescriptor Descriptor { get; } = new("AUD2088", "Nothing reads this parameter of <system>", FindingSeverity.Warning);

    /// <summary>Looks at each parameter; fluentd warns of those of plugins, and not of these.</summary>
    public static void Check(FluentdCheckContext context, FindingSink findings)
    {
        if (context.Schemas.Find("system", "system")?.Body is not { } body) return;
        foreach (FluentdElement system in context.Root.Sections("system")) Check(context, system, body, findings);
    }

    private static void Check(FluentdCheckContext context, FluentdElement section, SectionSchema schema, FindingSink findings)
    {
        foreach (FluentdParameter parameter in section.Parameters.Where(p => p.RubyKey is null && p.Key[0] != '@'))
        {
            if (schema.Parameters.Any(p => p.Name == parameter.Key || p.Alias == parameter.Key)) continue;
            string? absence = schema.Absences.TryGetValue(parameter.Key, out string? found) ? found : null;
            string? near = absence is null ? CatalogWords.Nearest(parameter.Key, schema.Parameters.Select(p => p.Name)) : null;
            FluentdEdit? rename = near is null || section.Has(near) ? null : context.Rename($"Write '{near}', which is read then", parameter, near);

            // Under its right name it may be one that the plugins cannot have: several workers.
            FluentdEdit? accepted = context.Accepted(rename);
            string advice = absence is not null ? absence
                : near is null ? "Take it out."
                : rename is null || accepted is not null ? $"Write '{near}'."
                : $"Take it out: fluentd would refuse the configuration with '{near}'.";
            FluentdEdit? remedy = accepted ?? context.Remove($"Delete '{parameter.Key}', which nothing reads", parameter);
            findings.Add(Descriptor.At(parameter.Origin, $"{section.Shown} has no parameter '{parameter.Key}', and fluentd does not even warn. {advice}") with { Remedy = remedy });
        }

        foreach (FluentdElement inner in section.Elements)
        {
            if (schema.Section(inner.Name) is { IsOpen: false } known && known.Parameters.All(p => p.Name != "@type")) Check(context, inner, known, findings);
        }
    }
}
