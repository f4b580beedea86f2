using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Semantics.Checks.Policy;

/// <summary>Questions about requests that several checks put to the analysis.</summary>
internal static class PolicyQuestions
{
    private static readonly string[] People = ["alice", "bob", "carol"];
    private static readonly string[] OtherNames = ["other", "another", "other-1", "other-2"];

    /// <summary>All users but the anonymous one, and no failed logins.</summary>
    public static PolicyRegion LoggedIn { get; } = new() { UserGroups = One("system:authenticated") };

    extension(PolicyCheckContext context)
    {
        /// <summary>Proven: nothing of the region is logged.</summary>
        public bool NeverLogs(PolicyRegion region) => context.Analysis.Find(region, AuditLevel.Metadata).State == RegionState.Never;

        /// <summary>True where a rule certainly matches every request, whatever its level.</summary>
        public bool HasCatchAll => context.Rules.Any(r => r.Rule.IsForEverything && r.Rule.IsForEveryone);

        /// <summary>Requests of a user whom no rule names, in no group but that of all who are logged in.</summary>
        public PolicyRegion RequestsOfAnybody() => new() { Users = One(Unmentioned(People, context.Values(PolicyField.Users).Select(v => v.Text))), ExactGroups = One("system:authenticated") };

        /// <summary>Requests of somebody on a kind that exist: objects have a name but where they are made or listed, and namespaced ones a namespace but where all are listed.</summary>
        public IEnumerable<PolicyRegion> RequestsOn(RegionResource kind, IReadOnlyList<string> verbs, PolicyRegion somebody, ValueList<string> names)
        {
            bool namespaced = context.Options.Catalog.Resource(kind.Group!, kind.Resource!)?.Namespaced ?? true;
            ValueList<string> inside = namespaced ? context.EveryNamespace : One("");
            PolicyRegion all = somebody with { Resources = One(kind), Namespaces = inside };
            string[] unnamed = [.. verbs.Where(v => v is "deletecollection" || (v is "create" && kind.Subresource!.Length == 0))];
            string[] anyName = [.. verbs.Where(v => v is "list" or "watch")];
            string[] named = [.. verbs.Except(unnamed).Except(anyName)];
            if (named.Length > 0) yield return all with { Verbs = named, Names = names };
            if (anyName.Length > 0) yield return all with { Verbs = anyName, Names = ValueList.From(names.Append("")), Namespaces = namespaced ? ValueList.From(inside.Append("")) : inside };
            if (unnamed.Length > 0) yield return all with { Verbs = unnamed, Names = One("") };
        }

        /// <summary>A namespace that no rule names.</summary>
        public string NamespaceOfNoRule() => Unmentioned(["default", .. OtherNames], context.Values(PolicyField.Namespaces).Select(v => v.Text));

        /// <summary>The namespaces that rules name, and one that none does: between them, every real one.</summary>
        public ValueList<string> NamespacesToAsk() => ValueList.From(new[] { context.OtherNamespace }.Concat(context.Values(PolicyField.Namespaces).Select(v => v.Text).Where(n => n.Length > 0 && n.IndexOf('*') < 0)).Distinct());

        /// <summary>A name of an object that no rule names.</summary>
        public string NameOfNoRule() => Unmentioned(OtherNames, context.Entries.SelectMany(e => e.Entry.ResourceNames.Texts));

        /// <summary>The names of objects that rules have, and one that none has.</summary>
        public ValueList<string> NamesToAsk() => ValueList.From(new[] { context.OtherName }.Concat(context.Entries.SelectMany(e => e.Entry.ResourceNames.Texts).Where(n => n.Length > 0 && n.IndexOf('*') < 0)).Distinct());

        /// <summary>The place of a rule's level, where a finding about what it logs stands.</summary>
        public (Origin Origin, PolicyPath Path) LevelOf(int rule)
        {
            Node<PolicyRuleNode> node = context.Policy.Rules.Value[rule];
            return (node.IsKnown && node.Value.Level.IsKnown ? node.Value.Level.Origin : node.Origin, new PolicyPath(rule, PolicyField.Level));
        }
    }

    /// <summary>What a rule with known parts selects of those who are logged in, with other verbs; null where a part is not known, or a list of names makes it another question.</summary>
    public static PolicyRegion? RegionOf(int index, PolicyRuleNode rule, params string[] verbs)
    {
        if (!rule.Users.IsWhollyKnown || !rule.UserGroups.IsWhollyKnown || !rule.Namespaces.IsWhollyKnown || rule.Resources.State == NodeState.Unknown) return null;
        RuleEntry[] entries = [.. PolicyWalk.EntriesOf(index, rule)];
        if (rule.Resources.IsKnown && entries.Length != rule.Resources.Value.Count) return null;
        if (entries.Any(e => e.Group is null || !e.Entry.Resources.IsWhollyKnown || !e.Entry.ResourceNames.IsAny)) return null;
        return new PolicyRegion
        {
            Users = ValueList.From(rule.Users.Texts),
            UserGroups = rule.UserGroups.IsAny ? LoggedIn.UserGroups : ValueList.From(rule.UserGroups.Texts),
            Namespaces = ValueList.From(rule.Namespaces.Texts),
            Verbs = verbs,
            Resources = entries.Length == 0 ? One(new RegionResource(null, null, null)) : ValueList.From(entries.SelectMany(Of)),
        };
    }

    /// <summary>A list of one.</summary>
    public static ValueList<T> One<T>(T value) => ValueList.From([value]);

    private static IEnumerable<RegionResource> Of(RuleEntry entry)
    {
        string? group = entry.Group == "*" ? null : entry.Group;
        return entry.IsWholeGroup ? [new RegionResource(group, null, null)] : entry.Names.Select(n => n.Text == "*"
            ? new RegionResource(group, null, null)
            : new RegionResource(group, n.Resource == "*" ? null : n.Resource, n.Subresource switch { null => "", "*" => null, var sub => sub }));
    }

    private static string Unmentioned(IEnumerable<string> candidates, IEnumerable<string> mentioned)
    {
        HashSet<string> taken = new(mentioned, StringComparer.Ordinal);
        for (int i = 0; ; i++)
        {
            foreach (string candidate in candidates)
            {
                string name = i == 0 ? candidate : candidate + "-" + i.ToString(System.Globalization.CultureInfo.InvariantCulture);
                if (!taken.Contains(name)) return name;
            }
        }
    }
}
