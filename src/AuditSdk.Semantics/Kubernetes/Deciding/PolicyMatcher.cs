namespace AuditSdk.Semantics.Kubernetes;

/// <summary>Decides as kube-apiserver does, rule by rule: the plain reference that every faster procedure is held against. What is not known of a policy matches nothing here.</summary>
public sealed class PolicyMatcher
{
    private readonly RuleReading[] _rules;
    private readonly PolicyEffects _effects;

    private PolicyMatcher(RuleReading[] rules, PolicyEffects effects) => (_rules, _effects) = (rules, effects);

    /// <summary>A matcher for a policy.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="groupStarIsLiteral">True for servers before 1.36, to which the group <c>*</c> is a name like any other.</param>
    public static PolicyMatcher Of(PolicyDocument policy, bool groupStarIsLiteral = false) => Of(policy, Reading.Certain, groupStarIsLiteral);

    internal static PolicyMatcher Of(PolicyDocument policy, Reading reading, bool groupStarIsLiteral)
        => new([.. policy.RulesOrUnknown().Select(r => RuleReading.Of(r, reading, groupStarIsLiteral))], new PolicyEffects(policy));

    /// <summary>A matcher of one rule.</summary>
    internal static PolicyMatcher Of(RuleReading rule) => new([rule], new PolicyEffects(new()));

    /// <summary>What the policy decides for a request: the first rule that matches, else no rule and level None.</summary>
    public PolicyDecision Decide(RequestAttributes request) => _effects.DecisionOf(FirstMatch(request, _rules.Length));

    /// <summary>Why a rule does not match a request; null where it does.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The policy has no such rule.</exception>
    public RuleMismatch? WhyNot(int rule, RequestAttributes request)
    {
        if (rule < 0 || rule >= _rules.Length) throw new ArgumentOutOfRangeException(nameof(rule), rule, $"The policy has {_rules.Length} rules.");
        return RuleMismatch.Of(rule, _rules[rule], request);
    }

    /// <summary>The first of the rules before a limit that matches; -1 without one.</summary>
    internal int FirstMatch(RequestAttributes request, int limit)
    {
        for (int i = 0; i < limit; i++)
        {
            if (Matches(i, request)) return i;
        }

        return -1;
    }

    internal bool Matches(int rule, RequestAttributes request)
    {
        RuleReading reading = _rules[rule];
        if (!MatchesUser(reading, request.User)) return false;
        if (reading.Verbs is { } verbs && Array.IndexOf(verbs, request.Verb) < 0) return false;
        return request.IsResource ? reading.ForResources && MatchesResource(reading, request) : reading.ForUrls && MatchesPath(reading.NonResourceUrls, request.Path);
    }

    internal static bool MatchesGroups(string[] wanted, RequestUser user)
    {
        for (int i = 0; i < user.Groups.Count; i++)
        {
            if (Array.IndexOf(wanted, user.Groups[i]) >= 0) return true;
        }

        return false;
    }

    internal static bool MatchesPath(string[]? patterns, string path)
    {
        if (patterns is null) return true;
        foreach (string pattern in patterns)
        {
            if (pattern == path || (pattern.EndsWith("*", StringComparison.Ordinal) && path.StartsWith(pattern.TrimEnd('*'), StringComparison.Ordinal))) return true;
        }

        return false;
    }

    private static bool MatchesUser(RuleReading rule, RequestUser? user)
    {
        // A failed login matches no rule that asks for users or groups.
        if (user is null) return rule.Users is null && rule.UserGroups is null;
        return (rule.Users is null || Array.IndexOf(rule.Users, user.Name) >= 0) && (rule.UserGroups is null || MatchesGroups(rule.UserGroups, user));
    }

    private static bool MatchesResource(RuleReading rule, RequestAttributes request)
    {
        if (rule.Namespaces is { } namespaces && Array.IndexOf(namespaces, request.Namespace) < 0) return false;
        if (rule.Resources is null) return true;
        foreach (EntryReading entry in rule.Resources)
        {
            if (entry.MatchesGroup(request.ApiGroup) && entry.MatchesResource(request.Resource, request.Subresource) && entry.MatchesName(request.Name)) return true;
        }

        return false;
    }
}
