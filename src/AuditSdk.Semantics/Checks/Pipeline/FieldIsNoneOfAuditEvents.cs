using AuditSdk.Semantics.Catalog;
using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Semantics.Checks.Pipeline;

/// <summary>A field that no audit event has, whatever the policy.</summary>
internal static class FieldIsNoneOfAuditEvents
{
    /// <summary>AUD3006.</summary>
    public static CheckDescriptor Descriptor { get; } = new("AUD3006", "Audit events have no such field", FindingSeverity.Warning);

    /// <summary>Looks at the names that are known: those at the top, and inside of users, objects and statuses.</summary>
    public static void Check(PipelineCheckContext context, FindingSink findings)
    {
        foreach (FieldUse use in context.Uses)
        {
            string top = use.Path[0];
            if (!AuditEventFields.Names.Contains(top)) findings.Add(Descriptor.At(use.Origin, $"Audit events (audit.k8s.io/v1) have no field '{top}'. {Advice(use, top, AuditEventFields.Names)}"));
            else if (use.Path.Count > 1 && AuditEventFields.Inside(top) is { } inside && !inside.Contains(use.Path[1]))
                findings.Add(Descriptor.At(use.Origin, $"'{top}' of audit events (audit.k8s.io/v1) has no field '{use.Path[1]}'. {Advice(use, use.Path[1], inside)}"));
        }
    }

    // Without $. the dots are part of one name.
    private static string Advice(FieldUse use, string name, IReadOnlyList<string> names)
    {
        if (ReferenceEquals(names, AuditEventFields.Names) && AuditEventFields.Names.Contains(name.Split('.')[0])) return $"Write $.{use.Key}, which goes into objects.";
        return CatalogWords.Nearest(name, names) is { } near ? $"Write '{near}'." : $"Write one of {string.Join(", ", names)}.";
    }
}
