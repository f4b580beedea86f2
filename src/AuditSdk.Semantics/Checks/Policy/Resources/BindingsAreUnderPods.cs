using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Semantics.Checks.Policy.Resources;

/// <summary><c>bindings</c>, while the scheduler posts to <c>pods/binding</c>.</summary>
internal static class BindingsAreUnderPods
{
    /// <summary>AUD1035.</summary>
    public static CheckDescriptor Descriptor { get; } = new("AUD1035", "The scheduler binds through 'pods/binding'", FindingSeverity.Info);

    /// <summary>Looks for entries with the one name that lack the other.</summary>
    public static void Check(PolicyCheckContext context, FindingSink findings)
    {
        foreach (EntryName name in context.EntryNames)
        {
            if (name.Text != "bindings" || name.Entry.Group != "" || CoversPodsBinding(name.Entry.Node)) continue;
            findings.Add(Descriptor.At(name, "The scheduler posts to 'pods/binding', which 'bindings' does not match. Add 'pods/binding'.", new AddResources("Add 'pods/binding'", name.Entry.Rule, PolicyQuestions.One(new ResourceName("", "pods/binding")))));
        }
    }

    private static bool CoversPodsBinding(PolicyRuleNode rule) => PolicyWalk.EntriesOf(0, rule).Any(e => e.Group is null or "" or "*"
        && (e.IsWholeGroup || !e.Entry.Resources.IsWhollyKnown || e.Names.Any(n => n.Text is "pods/binding" or "pods/*" or "*/binding" or "*")));
}
