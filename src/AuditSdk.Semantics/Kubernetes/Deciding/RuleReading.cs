using AuditSdk.Semantics.Documents;

namespace AuditSdk.Semantics.Kubernetes;

/// <summary>How what is not known of a rule is read.</summary>
internal enum Reading
{
    /// <summary>Only what the rule matches whatever the unknown parts are.</summary>
    Certain,

    /// <summary>All that the rule may match.</summary>
    Possible,
}

/// <summary>What a rule matches in one reading. Lists: null restricts nothing, an empty one matches nothing.</summary>
internal sealed class RuleReading
{
    private RuleReading()
    {
    }

    public string[]? Users { get; private init; }

    public string[]? UserGroups { get; private init; }

    public string[]? Verbs { get; private init; }

    public string[]? Namespaces { get; private init; }

    public EntryReading[]? Resources { get; private init; }

    public string[]? NonResourceUrls { get; private init; }

    /// <summary>Whether resource requests match.</summary>
    public bool ForResources { get; private init; }

    /// <summary>Whether other requests match.</summary>
    public bool ForUrls { get; private init; }

    /// <summary>Whether both readings are the same.</summary>
    public bool IsKnown { get; private init; }

    public static RuleReading Of(Node<PolicyRuleNode> node, Reading reading, bool groupStarIsLiteral)
    {
        // Any number of any rules may stand here.
        if (!node.IsKnown) return new() { ForResources = reading == Reading.Possible, ForUrls = reading == Reading.Possible };
        PolicyRuleNode rule = node.Value;
        Restriction resources = RestrictionOf(rule.Resources), namespaces = RestrictionOf(rule.Namespaces), urls = RestrictionOf(rule.NonResourceUrls);
        bool certainly = resources == Restriction.Some || namespaces == Restriction.Some;
        bool maybe = resources == Restriction.Unknown || namespaces == Restriction.Unknown;

        // A list of which nothing is known may be empty, and then the rule is for another kind of request.
        bool certain = reading == Reading.Certain;
        bool forResources = certainly || (maybe ? !certain : urls == Restriction.None || (urls == Restriction.Unknown && !certain));
        bool forUrls = !certainly && (!maybe || !certain);
        return new()
        {
            Users = Values(rule.Users, reading),
            UserGroups = Values(rule.UserGroups, reading),
            Verbs = Values(rule.Verbs, reading),
            Namespaces = certainly ? Values(rule.Namespaces, reading) : null,
            Resources = certainly ? Entries(rule.Resources, reading, groupStarIsLiteral) : null,
            NonResourceUrls = forUrls ? Values(rule.NonResourceUrls, reading) : null,
            ForResources = forResources,
            ForUrls = forUrls,
            IsKnown = AllKnown(rule.Users) && AllKnown(rule.UserGroups) && AllKnown(rule.Verbs) && AllKnown(rule.Namespaces) && AllKnown(rule.NonResourceUrls)
                && AllKnown(rule.Resources) && (!rule.Resources.IsKnown || rule.Resources.Value.All(e => EntryReading.IsKnown(e.Value))),
        };
    }

    /// <summary>A rule that asks for nothing.</summary>
    public static RuleReading Anything { get; } = new() { ForResources = true, ForUrls = true, IsKnown = true };

    /// <summary>A region as the rule that matches it.</summary>
    public static RuleReading Of(PolicyRegion region)
    {
        EntryReading[]? resources = region.Resources.Count > 0 ? [.. region.Resources.Select(r => r.Entry(List(region.Names)))] : region.Names.Count > 0 ? [new(null, null, List(region.Names))] : null;
        bool forResources = resources is not null || region.Namespaces.Count > 0;
        bool forUrls = region.NonResourceUrls.Count > 0;
        return new()
        {
            Users = List(region.Users),
            UserGroups = List(region.UserGroups),
            Verbs = List(region.Verbs),
            Namespaces = List(region.Namespaces),
            Resources = resources,
            NonResourceUrls = List(region.NonResourceUrls),
            ForResources = forResources || !forUrls,
            ForUrls = forUrls || !forResources,
            IsKnown = true,
        };

        static string[]? List(ValueList<string> values) => values.Count == 0 ? null : [.. values];
    }

    /// <summary>Values of a list in a reading.</summary>
    internal static string[]? Values(Node<ValueList<Node<string>>> list, Reading reading)
    {
        Restriction restriction = RestrictionOf(list);
        if (restriction == Restriction.None) return null;
        if (restriction == Restriction.Unknown) return reading == Reading.Certain ? [] : null;
        if (reading == Reading.Possible && !AllKnown(list)) return null;
        return [.. list.Value.Where(n => n.IsKnown).Select(n => n.Value ?? "")];
    }

    internal static bool AllKnown<T>(Node<ValueList<Node<T>>> list)
    {
        if (!list.IsKnown) return list.State == NodeState.Absent;
        foreach (Node<T> value in list.Value)
        {
            if (!value.IsKnown) return false;
        }

        return true;
    }

    internal static Restriction RestrictionOf<T>(Node<ValueList<Node<T>>> list)
    {
        if (!list.IsKnown) return list.State == NodeState.Absent ? Restriction.None : Restriction.Unknown;
        if (list.Value.Count == 0) return Restriction.None;
        foreach (Node<T> value in list.Value)
        {
            if (value.IsKnown) return Restriction.Some;
        }

        // Unknown elements may be none at all, as a spread of an empty list.
        return Restriction.Unknown;
    }

    private static EntryReading[]? Entries(Node<ValueList<Node<GroupResourcesNode>>> list, Reading reading, bool groupStarIsLiteral)
    {
        Restriction restriction = RestrictionOf(list);
        if (restriction == Restriction.None) return null;
        if (restriction == Restriction.Unknown) return reading == Reading.Certain ? [] : null;
        if (reading == Reading.Possible && !AllKnown(list)) return null;
        List<EntryReading> entries = [];
        for (int i = 0; i < list.Value.Count; i++)
        {
            Node<GroupResourcesNode> node = list.Value[i];
            if (node.IsKnown && EntryReading.Of(node.Value, reading, groupStarIsLiteral) is { } entry) entries.Add(entry with { Index = i });
        }

        return [.. entries];
    }
}

/// <summary>Whether a list has values.</summary>
internal enum Restriction
{
    None,
    Some,
    Unknown,
}

/// <summary>What an entry of a rule's resources matches. Null restricts nothing.</summary>
internal sealed record EntryReading(string? Group, string[]? Resources, string[]? Names)
{
    /// <summary>Its place in the rule.</summary>
    public int Index { get; init; }

    /// <summary>Null where it matches nothing.</summary>
    public static EntryReading? Of(GroupResourcesNode node, Reading reading, bool groupStarIsLiteral)
    {
        bool certain = reading == Reading.Certain;
        if (certain && node.Group.State == NodeState.Unknown) return null;
        string? group = node.Group.State == NodeState.Unknown ? null : node.Group.Or("") ?? "";
        if (group == "*" && !groupStarIsLiteral) group = null;

        // Without resources an entry is the whole group, and its names are not looked at.
        Restriction restriction = RuleReading.RestrictionOf(node.Resources);
        if (restriction == Restriction.None) return new(group, null, null);
        if (restriction == Restriction.Unknown) return certain ? null : new(group, null, null);
        return new(group, RuleReading.Values(node.Resources, reading), RuleReading.Values(node.ResourceNames, reading));
    }

    public static bool IsKnown(GroupResourcesNode node)
        => node.Group.State != NodeState.Unknown && RuleReading.AllKnown(node.Resources) && RuleReading.AllKnown(node.ResourceNames);

    public bool MatchesGroup(string group) => Group is null || Group == group;

    public bool MatchesResource(string resource, string subresource)
    {
        if (Resources is null) return true;
        foreach (string pattern in Resources)
        {
            if (Matches(pattern, resource, subresource)) return true;
        }

        return false;
    }

    public bool MatchesName(string name) => Names is null || Array.IndexOf(Names, name) >= 0;

    /// <summary><c>pods/*</c> matches pods itself too; <c>*/status</c> never a resource without a subresource.</summary>
    private static bool Matches(string pattern, string resource, string subresource)
    {
        if (pattern == "*") return true;
        if (subresource.Length == 0)
        {
            if (pattern == resource) return true;
        }
        else if (pattern.EndsWith(subresource, StringComparison.Ordinal))
        {
            int slash = pattern.Length - subresource.Length - 1;
            if (slash >= 0 && pattern[slash] == '/' && ((slash == 1 && pattern[0] == '*') || IsPrefix(pattern, slash, resource))) return true;
        }

        return pattern.EndsWith("/*", StringComparison.Ordinal) && IsPrefix(pattern, pattern.Length - 2, resource);
    }

    private static bool IsPrefix(string pattern, int length, string resource)
        => resource.Length == length && string.CompareOrdinal(pattern, 0, resource, 0, length) == 0;
}
