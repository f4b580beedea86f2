using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Kubernetes;

/// <summary>Turns a typed policy into a document. What Kubernetes or YAML cannot carry becomes a finding at the line of its rule and is left out of the document.</summary>
internal static class PolicyMap
{
    public static PolicyDocument Map(AuditPolicy policy, FindingSink findings)
    {
        PolicyPlace place = new("", policy.Site.Origin, findings);
        return new PolicyDocument
        {
            Name = place.OptionalText(policy.Name, "Name"),
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
        return policy.List(rules, "Rules", static (rule, place, field, index) =>
        {
            PolicyPlace inner = place.Inner(field, index, rule.Site.Origin);
            return Node<PolicyRuleNode>.Of(Rule(rule, inner), inner.Origin);
        });
    }

    private static PolicyRuleNode Rule(PolicyRule rule, PolicyPlace place) => new()
    {
        Level = place.Name(LevelName(rule.Level), (int)rule.Level, "Level", "None, Metadata, Request or RequestResponse"),
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
        => place.List(stages, "OmitStages", static (stage, place, field, index)
            => place.Name(StageName(stage), (int)stage, $"{field}[{index}]", "RequestReceived, ResponseStarted, ResponseComplete or Panic"));

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
