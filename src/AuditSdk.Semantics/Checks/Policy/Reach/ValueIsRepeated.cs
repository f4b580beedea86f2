using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Semantics.Checks.Policy.Reach;

/// <summary>A value twice in a list, or beside one that covers it.</summary>
internal static class ValueIsRepeated
{
    private static readonly PolicyField[] Fields = [PolicyField.Users, PolicyField.UserGroups, PolicyField.Verbs, PolicyField.Namespaces, PolicyField.NonResourceUrls, PolicyField.OmitStages];

    /// <summary>AUD1007.</summary>
    public static CheckDescriptor Descriptor { get; } = new("AUD1007", "A value adds nothing to its list", FindingSeverity.Info);

    /// <summary>Looks in every list of every rule.</summary>
    public static void Check(PolicyCheckContext context, FindingSink findings)
    {
        foreach (PolicyField field in Fields)
        {
            foreach (RuleValue value in context.Values(field)) Report(value.Node.List(field), value.Path, value.Origin, (one, other) => field == PolicyField.NonResourceUrls && PathCovers(one, other), findings);
        }

        foreach (EntryName name in context.EntryNames) Report(name.Entry.Entry.Resources, name.Path, name.Origin, ResourceCovers, findings);
        foreach (RuleEntry entry in context.Entries)
        {
            for (int i = 0; i < (entry.Entry.ResourceNames.IsKnown ? entry.Entry.ResourceNames.Value.Count : 0); i++)
            {
                if (entry.Entry.ResourceNames.Value[i].IsKnown) Report(entry.Entry.ResourceNames, new PolicyPath(entry.Rule, PolicyField.ResourceNames, entry.Index, i), entry.Entry.ResourceNames.Value[i].Origin, (_, _) => false, findings);
            }
        }
    }

    private static void Report(Node<ValueList<Node<string>>> list, PolicyPath path, Origin origin, Func<string, string, bool> covers, FindingSink findings)
    {
        string text = list.Value[path.Index].Value;
        for (int i = 0; i < list.Value.Count; i++)
        {
            if (i == path.Index || list.Value[i].Or(null) is not { } other || !(other == text ? i < path.Index : covers(other, text))) continue;
            string fact = other == text ? $"'{text}' stands in the list already" : $"'{text}' is covered by '{other}' of the same list";
            findings.Add(Descriptor.At(origin, path, $"{fact}. Drop it.", new RemoveValue($"Drop '{text}'", path)) with { Related = ValueList.From([list.Value[i].Origin]) });
            return;
        }
    }

    // Where the other text is a pattern of its own, the shorter one covers.
    private static bool PathCovers(string one, string other)
        => one.EndsWith("*", StringComparison.Ordinal) && other.StartsWith(one.TrimEnd('*'), StringComparison.Ordinal) && !(other.EndsWith("*", StringComparison.Ordinal) && other.TrimEnd('*') == one.TrimEnd('*'));

    private static bool ResourceCovers(string one, string other)
        => one == "*" ? other != "*"
        : one.EndsWith("/*", StringComparison.Ordinal) ? one.Length > 2 && one != "*/*" && (other + "/").StartsWith(one.Substring(0, one.Length - 1), StringComparison.Ordinal)
        : one.StartsWith("*/", StringComparison.Ordinal) && other.IndexOf('/') > 0 && other.EndsWith(one.Substring(1), StringComparison.Ordinal) && other.Substring(other.IndexOf('/')) == one.Substring(1);
}
