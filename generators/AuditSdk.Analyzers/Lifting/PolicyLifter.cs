using System.Globalization;
using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes;
using Microsoft.CodeAnalysis;

namespace AuditSdk.Analyzers.Lifting;

/// <summary>
/// Turns a policy that was read from source into a document, by the same rules as the build turns the real object into one: an empty list is absent, and a null
/// that the build refuses is unknown.
/// </summary>
internal sealed class PolicyLifter
{
    private readonly Places _places;
    private readonly KnownTypes _known;
    private readonly List<SyntaxNode> _ruleElements = [];
    private readonly List<int> _ruleLines = [];

    private int? _numbered;

    private PolicyLifter(SyntaxTree root, KnownTypes known) => (_places, _known) = (new(root), known);

    /// <summary>The document of a policy; null for a value that is none, or not known.</summary>
    public static LiftedPolicy? Lift(Value value, string? name, SyntaxTree root, KnownTypes known)
    {
        if (value is not ObjectValue policy || !KnownTypes.Is(policy.Type, known.Policy)) return null;
        PolicyLifter lifter = new(root, known);
        PolicyDocument document = lifter.Policy(policy, new Place(null, policy.Use));
        RuleNames names = new(document.Rules, lifter._numbered ?? lifter._ruleElements.Count, lifter._ruleLines);
        return new LiftedPolicy(document, name, policy.Syntax, lifter._ruleElements, names, lifter._places);
    }

    private PolicyDocument Policy(ObjectValue policy, Place place) => new()
    {
        Name = Text(policy["Name"], place),
        OmitStages = List(policy["OmitStages"], place, (stage, at) => Name(stage, _known.Stage, at)),
        OmitManagedFields = Switch(policy["OmitManagedFields"], place),
        Rules = Rules(policy["Rules"], place),
        Comment = Comment(policy["Comment"]),
        Origin = Origin(policy, place),
    };

    private Node<ValueList<Node<PolicyRuleNode>>> Rules(Value? rules, Place policy)
    {
        Place within = policy.Inside(rules);
        int index = 0;
        foreach (ListElement element in (rules as ListValue)?.Elements ?? [])
        {
            if (element.Value is UnknownValue { IsMany: true }) _numbered ??= _ruleElements.Count;
            _ruleElements.Add(element.Syntax);
            _ruleLines.Add(element.Value is ObjectValue { Made: { } made } ? made.GetLocation().GetMappedLineSpan().StartLinePosition.Line + 1 : 0);
        }

        return List(rules, policy, (rule, _) => Rule(rule, within.At(string.Format(CultureInfo.InvariantCulture, "rules[{0}]", index++))));
    }

    private Node<PolicyRuleNode> Rule(Value value, Place place)
    {
        Origin origin = Origin(value, place);
        if (value is not ObjectValue rule || !KnownTypes.Is(rule.Type, _known.Rule)) return Node<PolicyRuleNode>.Unknown(origin);
        Place inside = place.Inside(rule);
        return Node<PolicyRuleNode>.Of(
            new()
            {
                Level = rule["Level"] is { } level ? Name(level, _known.Level, inside) : Node<string>.Unknown(origin),
                Users = Texts(rule["Users"], inside),
                UserGroups = Texts(rule["UserGroups"], inside),
                Verbs = Texts(rule["Verbs"], inside),
                Resources = Resources(rule["Resources"], inside),
                Namespaces = Texts(rule["Namespaces"], inside),
                NonResourceUrls = Texts(rule["NonResourceUrls"], inside),
                OmitStages = List(rule["OmitStages"], inside, (stage, at) => Name(stage, _known.Stage, at)),
                OmitManagedFields = Switch(rule["OmitManagedFields"], inside),
                Comment = Comment(rule["Comment"]),
            },
            origin);
    }

    private Node<ValueList<Node<string>>> Texts(Value? texts, Place place) => List(texts, place, Text);

    private Node<string> Text(Value? value, Place place) => value switch
    {
        null or ConstantValue { Constant: null } => default,
        ConstantValue { Constant: string text } when Surrogates.IndexOfLone(text) < 0 => Node<string>.Of(text, Origin(value, place)),
        _ => Node<string>.Unknown(Origin(value, place)),
    };

    private Node<bool> Switch(Value? value, Place place) => value switch
    {
        null or ConstantValue { Constant: null } => default,
        ConstantValue { Constant: bool known } => Node<bool>.Of(known, Origin(value, place)),
        _ => Node<bool>.Unknown(Origin(value, place)),
    };

    // The C# names of levels and stages are those of Kubernetes.
    private Node<string> Name(Value value, INamedTypeSymbol? type, Place place)
    {
        string? name = value is ConstantValue { Constant: int number }
            ? type?.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(f => f.HasConstantValue && Equals(f.ConstantValue, number))?.Name
            : null;
        Origin origin = Origin(value, place);
        return name is null ? Node<string>.Unknown(origin) : Node<string>.Of(name, origin);
    }

    private static string? Comment(Value? value) => value is ConstantValue { Constant: string comment } && !string.IsNullOrWhiteSpace(comment) ? comment : null;

    private Node<ValueList<Node<T>>> List<T>(Value? value, Place place, Func<Value, Place, Node<T>> map)
    {
        if (value is null or ListValue { Elements.Count: 0 }) return default;
        Origin origin = Origin(value, place);
        if (value is not ListValue list) return Node<ValueList<Node<T>>>.Unknown(origin);
        Place inside = place.Inside(list);
        Node<T>[] nodes = new Node<T>[list.Elements.Count];
        for (int i = 0; i < nodes.Length; i++) nodes[i] = Element(list.Elements[i].Value, inside, map);
        return Node<ValueList<Node<T>>>.Of(ValueList.From(nodes), origin);
    }

    // A null in a list is refused by the build.
    private Node<T> Element<T>(Value value, Place place, Func<Value, Place, Node<T>> map)
    {
        if (value is ConstantValue { Constant: null }) return Node<T>.Unknown(Origin(value, place));
        return map(value, place);
    }

    private Node<ValueList<Node<GroupResourcesNode>>> Resources(Value? value, Place place)
    {
        if (value is null or ListValue { Elements.Count: 0 }) return default;
        Origin origin = Origin(value, place);
        if (value is not ListValue list) return Node<ValueList<Node<GroupResourcesNode>>>.Unknown(origin);
        Place inside = place.Inside(list);
        List<Node<SelectedResource>> selected = new(list.Elements.Count);
        foreach (ListElement element in list.Elements) selected.Add(Selected(element.Value, inside));
        return ResourceEntries.Of(selected, origin);
    }

    private Node<SelectedResource> Selected(Value value, Place place)
    {
        Origin origin = Origin(value, place);
        if (value is not ResourceValue resource) return Node<SelectedResource>.Unknown(origin);
        Place inside = place.Inside(resource);
        return Node<SelectedResource>.Of(
            new(
                NotNull(resource.Group, inside),
                resource.Resource is null ? default : NotNull(resource.Resource, inside),
                Texts(resource.Names, inside),
                origin),
            origin);
    }

    private Node<string> NotNull(Value value, Place place) => Text(value, place) is { State: not NodeState.Absent } text ? text : Node<string>.Unknown(Origin(value, place));

    private Origin Origin(Value value, Place place) => _places.Of(value, place);
}
