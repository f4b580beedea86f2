using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Semantics.Checks.Policy.Secrets;

/// <summary>Pods, and what makes them, in the log with the values of their environment variables.</summary>
internal static class PodSpecsAreWritten
{
    /// <summary>AUD1084.</summary>
    public static CheckDescriptor Descriptor { get; } = new("AUD1084", "Pods are logged with their environment variables", FindingSeverity.Warning);

    /// <summary>Asks for each of the kinds, and tells once per rule that writes some of them. Where the rule names all of these its author asked for their bodies, which is worth knowing and no more.</summary>
    public static void Check(PolicyCheckContext context, FindingSink findings)
    {
        IEnumerable<WrittenBody> written = SensitiveKinds.PodSpecs.Select(k => WrittenBodies.Of(context, k)).Where(b => b is not null).Select(b => b!);
        foreach (IGrouping<int, WrittenBody> rule in written.GroupBy(b => b.Rule).OrderBy(g => g.Key))
        {
            SensitiveKind[] kinds = [.. rule.Select(b => b.Kind)];
            bool isNamed = kinds.All(k => IsNamed(rule.Key, context.Policy.Rules.Value[rule.Key].Value, k));
            string names = PolicyWords.List(kinds.Select(k => k.Text));
            string message = $"This level writes bodies of {names} to the log, with command lines and the values of environment variables, where people put passwords. {(isNamed ? "Level Metadata tells who changed them." : "Put a rule with level Metadata for them before this one, or name them in a rule of their own if their bodies are wanted.")}";
            Finding finding = WrittenBodies.Finding(context, Descriptor, rule.First(), message, kinds);
            findings.Add(isNamed ? finding with { Severity = FindingSeverity.Info, Remedy = null } : finding);
        }
    }

    private static bool IsNamed(int index, PolicyRuleNode rule, SensitiveKind kind)
        => PolicyWalk.EntriesOf(index, rule).Any(e => e.Group == kind.Group && e.Names.Any(n => n.Resource == kind.Resource));
}
