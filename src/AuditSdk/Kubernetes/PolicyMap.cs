using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Kubernetes;

/// <summary>Turns a typed policy into a document. What Kubernetes or YAML cannot carry becomes a finding at the line of its rule.</summary>
internal static class PolicyMap
{
    public static PolicyDocument Map(AuditPolicy policy, FindingSink findings)
    {
        PolicyPlace place = PolicyPlace.Outermost(policy.Site.Origin, findings);
        return new PolicyDocument
        {
            Name = place.Text(policy.Name, "Name"),
            OmitStages = Stages(policy.OmitStages, place),
            OmitManagedFields = place.Switch(policy.OmitManagedFields),
            Rules = Rules(policy.Rules, place),
            Comment = place.Comment(policy.Comment),
            Origin = place.Origin,
        };
    }

    private static Node<ValueList<Node<PolicyRuleNode>>> Rules(ValueList<PolicyRule>? rules, PolicyPlace policy)
    {
        if (rules is { Count: 0 }) policy.NoRules();
        return policy.List(rules, "Rules", static (rule, policy, field, index) =>
        {
            PolicyPlace place = policy.Inner(field, index, rule.Site.Origin);
            return Node<PolicyRuleNode>.Of(Rule(rule, place), place.Origin);
        });
    }

    private static PolicyRuleNode Rule(PolicyRule rule, PolicyPlace place) => new()
    {
        Level = LevelName(rule.Level) is { } level ? Node<string>.Of(level, place.Origin) : place.NoName((int)rule.Level, "Level", "None, Metadata, Request or RequestResponse"),
        Users = place.Texts(rule.Users, "Users"),
        UserGroups = place.Texts(rule.UserGroups, "UserGroups"),
        Verbs = place.Texts(rule.Verbs, "Verbs"),
        Resources = ResourceMap.Map(rule.Resources, place),
        Namespaces = place.Texts(rule.Namespaces, "Namespaces"),
        NonResourceUrls = place.Texts(rule.NonResourceUrls, "NonResourceUrls"),
        OmitStages = Stages(rule.OmitStages, place),
        OmitManagedFields = place.Switch(rule.OmitManagedFields),
        Comment = place.Comment(rule.Comment),
    };

    private static Node<ValueList<Node<string>>> Stages(ValueList<Stage>? stages, PolicyPlace place)
    {
        if (stages is null) return place.NullList<string>("OmitStages");
        if (stages.Count == 0) return default;
        Node<string>[] nodes = new Node<string>[stages.Count];
        for (int i = 0; i < nodes.Length; i++)
        {
            nodes[i] = StageName(stages[i]) is { } name
                ? Node<string>.Of(name, place.Origin)
                : place.NoName((int)stages[i], $"OmitStages[{i}]", "RequestReceived, ResponseStarted, ResponseComplete or Panic");
        }

        return Node<ValueList<Node<string>>>.Of(ValueList.From(nodes), place.Origin);
    }

    // Enum.ToString is reflection.
    private static string? LevelName(Level level) => level switch
    {
        Level.None => "None",
        Level.Metadata => "Metadata",
        Level.Request => "Request",
        Level.RequestResponse => "RequestResponse",
        _ => null,
    };

    private static string? StageName(Stage stage) => stage switch
    {
        Stage.RequestReceived => "RequestReceived",
        Stage.ResponseStarted => "ResponseStarted",
        Stage.ResponseComplete => "ResponseComplete",
        Stage.Panic => "Panic",
        _ => null,
    };
}
