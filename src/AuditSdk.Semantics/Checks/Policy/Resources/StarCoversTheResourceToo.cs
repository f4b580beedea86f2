using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Semantics.Checks.Policy.Resources;

/// <summary><c>pods/*</c> in a rule that logs nothing: requests on pods themselves are not logged either.</summary>
internal static class StarCoversTheResourceToo
{
    /// <summary>AUD1030.</summary>
    public static CheckDescriptor Descriptor { get; } = new("AUD1030", "'pods/*' is pods as well", FindingSeverity.Info);

    /// <summary>Looks only where it loses something: in a rule with level None that does not name the resource itself.</summary>
    public static void Check(PolicyCheckContext context, FindingSink findings)
    {
        foreach (EntryName name in context.EntryNames)
        {
            if (name.Subresource != "*" || name.Resource is "*" or "" || name.Entry.Node.KnownLevel != AuditLevel.None || name.Entry.Entry.Resources.MayHave(name.Resource) || name.Entry.Entry.Resources.Has("*")) continue;
            findings.Add(Descriptor.At(name, $"'{name.Text}' matches '{name.Resource}' itself as well as its subresources, so none of its requests is logged here. Name the subresources if only they are meant, or add '{name.Resource}' to say so."));
        }
    }
}
