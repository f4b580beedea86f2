using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Semantics.Checks.Policy;

/// <summary>Walks over what is known of a policy, and findings on what is met there.</summary>
internal static class PolicyWalk
{
    extension(PolicyCheckContext context)
    {
        /// <summary>The known texts of a field in all rules.</summary>
        public IEnumerable<RuleValue> Values(PolicyField field)
        {
            foreach ((int index, PolicyRuleNode rule, _) in context.Rules)
            {
                Node<ValueList<Node<string>>> list = rule.List(field);
                if (!list.IsKnown) continue;
                for (int i = 0; i < list.Value.Count; i++)
                {
                    if (list.Value[i].IsKnown) yield return new RuleValue(index, rule, new PolicyPath(index, field, -1, i), list.Value[i].Value, list.Value[i].Origin);
                }
            }
        }
    }

    extension(CheckDescriptor descriptor)
    {
        /// <summary>A finding on a text of a list.</summary>
        public Finding At(RuleValue value, string message, Remedy? remedy = null) => descriptor.At(value.Origin, value.Path, message, remedy);

        /// <summary>A finding on a resource name.</summary>
        public Finding At(EntryName name, string message, Remedy? remedy = null) => descriptor.At(name.Origin, name.Path, message, remedy);

        /// <summary>A finding with its place in the policy.</summary>
        public Finding At(Origin origin, PolicyPath path, string message, Remedy? remedy = null) => descriptor.At(origin, message) with { Path = path.ToString(), Remedy = remedy };
    }

    /// <summary>The known entries of a rule's resources.</summary>
    public static IEnumerable<RuleEntry> EntriesOf(int index, PolicyRuleNode rule)
    {
        if (!rule.Resources.IsKnown) yield break;
        for (int i = 0; i < rule.Resources.Value.Count; i++)
        {
            Node<GroupResourcesNode> entry = rule.Resources.Value[i];
            if (entry.IsKnown) yield return new RuleEntry(index, rule, i, entry.Value, entry.Origin);
        }
    }
}
