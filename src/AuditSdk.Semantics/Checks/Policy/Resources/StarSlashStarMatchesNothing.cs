using AuditSdk.Semantics.Documents;

namespace AuditSdk.Semantics.Checks.Policy.Resources;

/// <summary><c>*/*</c>, which is none of the three forms with a star.</summary>
internal static class StarSlashStarMatchesNothing
{
    /// <summary>AUD1031.</summary>
    public static CheckDescriptor Descriptor { get; } = new("AUD1031", "'*/*' matches nothing", FindingSeverity.Warning);

    /// <summary>Looks for it.</summary>
    public static void Check(PolicyCheckContext context, FindingSink findings)
    {
        foreach (EntryName name in context.EntryNames)
        {
            if (name.Text != "*/*") continue;
            PolicyEdit edit = new RuleValue(name.Entry.Rule, name.Entry.Node, name.Path, name.Text, name.Origin).ReplacedBy("*", name.Entry.Entry.Resources, t => t == "*/*" ? "*" : null);
            findings.Add(Descriptor.At(name, "'*/*' matches no request. Write '*', which is every resource of the group with its subresources.", edit));
        }
    }
}
