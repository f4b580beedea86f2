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
        foreach ((int index, PolicyRuleNode rule, _) in context.Rules)
        {
            foreach (PolicyField field in Fields) Report(rule.List(field), new(index, field), field == PolicyField.NonResourceUrls ? PathCovers : Nothing, findings);
        }

        foreach (RuleEntry entry in context.Entries)
        {
            Report(entry.Entry.Resources, new(entry.Rule, PolicyField.EntryResources, entry.Index), ResourceCovers, findings);
            Report(entry.Entry.ResourceNames, new(entry.Rule, PolicyField.ResourceNames, entry.Index), Nothing, findings);
        }
    }

    /// <summary>Lists may be long: only a pattern is held against every value.</summary>
    private static void Report(Node<ValueList<Node<string>>> list, PolicyPath place, Func<string, string, bool> covers, FindingSink findings)
    {
        if (!list.IsKnown) return;
        Dictionary<string, int> first = new(StringComparer.Ordinal);
        int[] patterns = [.. Enumerable.Range(0, list.Value.Count).Where(i => list.Value[i].Or(null)?.IndexOf('*') >= 0)];
        for (int i = 0; i < list.Value.Count; i++)
        {
            if (list.Value[i].Or(null) is not { } text) continue;
            bool isRepeated = first.TryGetValue(text, out int before);
            if (!isRepeated) first.Add(text, i);
            int covering = Array.FindIndex(patterns, p => p != i && list.Value[p].Value != text && covers(list.Value[p].Value, text)) is >= 0 and int found ? patterns[found] : int.MaxValue;
            if (isRepeated) covering = Math.Min(covering, before);
            if (covering == int.MaxValue) continue;
            string other = list.Value[covering].Value;
            string fact = other == text ? $"'{text}' stands in the list already" : $"'{text}' is covered by '{other}' of the same list";
            PolicyPath path = place with { Index = i };
            findings.Add(Descriptor.At(list.Value[i].Origin, path, $"{fact}. Drop it.", new RemoveValue($"Drop '{text}'", path)) with { Related = ValueList.From([list.Value[covering].Origin]) });
        }
    }

    private static bool Nothing(string one, string other) => false;

    // Where the other text is a pattern of its own, the shorter one covers.
    private static bool PathCovers(string one, string other)
        => one.EndsWith("*", StringComparison.Ordinal) && other.StartsWith(one.TrimEnd('*'), StringComparison.Ordinal) && !(other.EndsWith("*", StringComparison.Ordinal) && other.TrimEnd('*') == one.TrimEnd('*'));

    private static bool ResourceCovers(string one, string other)
        => one == "*" ? other != "*"
        : one.EndsWith("/*", StringComparison.Ordinal) ? one.Length > 2 && one != "*/*" && (other + "/").StartsWith(one.Substring(0, one.Length - 1), StringComparison.Ordinal)
        : one.StartsWith("*/", StringComparison.Ordinal) && other.IndexOf('/') > 0 && other.EndsWith(one.Substring(1), StringComparison.Ordinal) && other.Substring(other.IndexOf('/')) == one.Substring(1);
}
