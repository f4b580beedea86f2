using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd;

namespace AuditSdk.Semantics.Checks.Fluentd.Values;

/// <summary>An <c>@id</c> without a name.</summary>
internal static class IdIsEmpty
{
    /// <summary>AUD2064.</summary>
    public static CheckDescriptor Descriptor { get; } = new("AUD2064", "An @id is empty", FindingSeverity.Warning);

    /// <summary>Looks at each @id.</summary>
    public static void Check(FluentdCheckContext context, FindingSink findings)
    {
        foreach (Node<string> id in context.Plugins.Select(p => p.Element.Text("@id")).Where(i => i.IsKnown && i.Value.Trim().Length == 0))
        {
            findings.Add(Descriptor.At(id.Origin, "@id has no name, and log lines and metrics name nothing. Write one, or take the line out.") with { Remedy = context.RemoveAt("Delete the empty @id", id.Origin) });
        }
    }
}
