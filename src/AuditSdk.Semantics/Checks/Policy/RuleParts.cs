using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Semantics.Checks.Policy;

/// <summary>A known text in a list of a rule, with its place.</summary>
internal readonly record struct RuleValue(int Rule, PolicyRuleNode Node, PolicyPath Path, string Text, Origin Origin)
{
    /// <summary>A change of this value to another text; where the list has that text already, or gets it for a value before, the value is dropped instead.</summary>
    public PolicyEdit ReplacedBy(string text, Node<ValueList<Node<string>>> list, Func<string, string?> replacement)
    {
        for (int i = 0; i < list.Value.Count; i++)
        {
            if (i != Path.Index && list.Value[i].Or(null) is { } other && (other == text || (i < Path.Index && replacement(other) == text))) return new RemoveValue($"Drop '{Text}'", Path);
        }

        return new ReplaceText($"Write '{text}'", Path, text);
    }
}

/// <summary>A known entry of a rule's resources.</summary>
internal readonly record struct RuleEntry(int Rule, PolicyRuleNode Node, int Index, GroupResourcesNode Entry, Origin Origin)
{
    /// <summary>The group, empty where it is left out; null where it is not known.</summary>
    public string? Group => Entry.Group.State == NodeState.Absent ? "" : Entry.Group.Or(null);

    /// <summary>The place of the entry.</summary>
    public PolicyPath Path => new(Rule, PolicyField.Resources, Index);

    /// <summary>The place of its group.</summary>
    public PolicyPath GroupPath => new(Rule, PolicyField.Group, Index);

    /// <summary>True where it selects every resource of the group by leaving them out.</summary>
    public bool IsWholeGroup => Entry.Resources.IsAny;

    /// <summary>The known resource names.</summary>
    public IEnumerable<EntryName> Names
    {
        get
        {
            if (!Entry.Resources.IsKnown) yield break;
            for (int i = 0; i < Entry.Resources.Value.Count; i++)
            {
                Node<string> name = Entry.Resources.Value[i];
                if (name.IsKnown) yield return new EntryName(this, new PolicyPath(Rule, PolicyField.EntryResources, Index, i), name.Value, name.Origin);
            }
        }
    }
}

/// <summary>A known resource name of an entry.</summary>
internal readonly record struct EntryName(RuleEntry Entry, PolicyPath Path, string Text, Origin Origin)
{
    /// <summary>What stands before the slash.</summary>
    public string Resource => Text.IndexOf('/') is >= 0 and int slash ? Text.Substring(0, slash) : Text;

    /// <summary>What stands after the slash; null where there is none.</summary>
    public string? Subresource => Text.IndexOf('/') is >= 0 and int slash ? Text.Substring(slash + 1) : null;
}

/// <summary>Lists of a rule as the server reads them: an empty list is one that is left out.</summary>
internal static class RuleLists
{
    extension(Node<ValueList<Node<string>>> list)
    {
        /// <summary>True where the list restricts nothing.</summary>
        public bool IsAny => list.State == NodeState.Absent || (list.IsKnown && list.Value.Count == 0);

        /// <summary>True where nothing of it is unknown.</summary>
        public bool IsWhollyKnown => list.State == NodeState.Absent || (list.IsKnown && list.Value.All(n => n.IsKnown));

        /// <summary>The known texts.</summary>
        public IEnumerable<string> Texts => list.IsKnown ? list.Value.Where(n => n.IsKnown).Select(n => n.Value) : [];

        /// <summary>True where the text certainly stands in the list.</summary>
        public bool Has(string text) => list.Texts.Contains(text);

        /// <summary>True where the text stands in the list, or something that is not known.</summary>
        public bool MayHave(string text) => !list.IsWhollyKnown || list.Has(text);
    }

    extension(PolicyRuleNode rule)
    {
        /// <summary>The level; null where it is not known or no level.</summary>
        public AuditLevel? KnownLevel => rule.Level.Or(null) switch
        {
            "None" => AuditLevel.None,
            "Metadata" => AuditLevel.Metadata,
            "Request" => AuditLevel.Request,
            "RequestResponse" => AuditLevel.RequestResponse,
            _ => null,
        };

        /// <summary>True where the rule certainly logs.</summary>
        public bool Logs => rule.KnownLevel is > AuditLevel.None;

        /// <summary>True where the rule has no resources.</summary>
        public bool HasNoResources => rule.Resources.State == NodeState.Absent || (rule.Resources.IsKnown && rule.Resources.Value.Count == 0);

        /// <summary>True where the rule matches requests on resources only.</summary>
        public bool IsForResources => (!rule.HasNoResources && rule.Resources.IsKnown) || (rule.Namespaces.IsKnown && rule.Namespaces.Value.Count > 0);

        /// <summary>True where the rule matches requests for paths only.</summary>
        public bool IsForUrls => rule.NonResourceUrls.IsKnown && rule.NonResourceUrls.Value.Count > 0 && rule.HasNoResources && rule.Namespaces.IsAny;

        /// <summary>True where who asks does not matter.</summary>
        public bool IsForEveryone => rule.Users.IsAny && rule.UserGroups.IsAny;

        /// <summary>True where the rule has nothing but a level, and perhaps users, so that it matches every kind of request.</summary>
        public bool IsForEverything => rule.Verbs.IsAny && rule.HasNoResources && rule.Namespaces.IsAny && rule.NonResourceUrls.IsAny;

        /// <summary>The list of a field that holds texts.</summary>
        public Node<ValueList<Node<string>>> List(PolicyField field) => field switch
        {
            PolicyField.Users => rule.Users,
            PolicyField.UserGroups => rule.UserGroups,
            PolicyField.Verbs => rule.Verbs,
            PolicyField.Namespaces => rule.Namespaces,
            PolicyField.NonResourceUrls => rule.NonResourceUrls,
            PolicyField.OmitStages => rule.OmitStages,
            _ => default,
        };
    }
}
