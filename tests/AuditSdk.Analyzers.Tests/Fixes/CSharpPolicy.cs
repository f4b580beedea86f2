using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes;
using Microsoft.CodeAnalysis.CSharp;

namespace AuditSdk.Analyzers.Tests.Fixes;

/// <summary>A document as the C# that a user would write for it.</summary>
internal static class CSharpPolicy
{
    /// <summary>The source; null for a document that C# cannot say: a value that no list of C# holds, or an unknown part.</summary>
    public static string? Of(PolicyDocument policy)
    {
        if (!policy.Rules.IsKnown || policy.Rules.Value.Any(r => !r.IsKnown || Level(r.Value) is null || (r.Value.Resources.Or(null) ?? []).Any(e => !e.IsKnown))) return null;
        List<string> fields = [];
        if (Stages(policy.OmitStages) is { } stages) fields.Add(stages);
        if (policy.OmitManagedFields.IsKnown) fields.Add($"OmitManagedFields = {(policy.OmitManagedFields.Value ? "true" : "false")}");
        fields.Add($"Rules =\n        [\n{string.Concat(policy.Rules.Value.Select(r => $"            {Rule(r.Value)},\n"))}        ]");
        return $"[AuditConfig(Kubernetes = \"1.36\")] public static class Cluster\n{{\n    [EmitAs(\"p.yaml\")] public static AuditPolicy Policy {{ get; }} = new()\n    {{\n        {string.Join(",\n        ", fields)},\n    }};\n}}\n";
    }

    private static string? Level(PolicyRuleNode rule) => rule.Level.Or(null) is "None" or "Metadata" or "Request" or "RequestResponse" ? rule.Level.Value : null;

    private static string Rule(PolicyRuleNode rule)
    {
        List<string> fields = [];
        Add("Users", rule.Users);
        Add("UserGroups", rule.UserGroups);
        Add("Verbs", rule.Verbs);
        if (rule.Resources.Or(null) is { Count: > 0 } entries) fields.Add($"Resources = [{string.Join(", ", entries.SelectMany(e => Selectors(e.Value)))}]");
        Add("Namespaces", rule.Namespaces);
        Add("NonResourceUrls", rule.NonResourceUrls);
        if (Stages(rule.OmitStages) is { } stages) fields.Add(stages);
        if (rule.OmitManagedFields.IsKnown) fields.Add($"OmitManagedFields = {(rule.OmitManagedFields.Value ? "true" : "false")}");
        return $"new({Level(rule)})" + (fields.Count == 0 ? "" : $" {{ {string.Join(", ", fields)} }}");

        void Add(string name, Node<ValueList<Node<string>>> list)
        {
            if (list.Or(null) is { Count: > 0 } texts) fields.Add($"{name} = [{string.Join(", ", texts.Select(t => Text(t.Value)))}]");
        }
    }

    private static IEnumerable<string> Selectors(GroupResourcesNode entry)
    {
        string group = $"ApiGroup.Named({Text(entry.Group.Or("")!)})";
        string names = entry.ResourceNames.Or(null) is { Count: > 0 } list ? $".Named({string.Join(", ", list.Select(n => Text(n.Value)))})" : "";
        return entry.Resources.Or(null) is { Count: > 0 } resources ? resources.Select(r => $"{group}.Resource({Text(r.Value)}){names}") : [$"{group}.All"];
    }

    private static string? Stages(Node<ValueList<Node<string>>> stages)
        => stages.Or(null) is { Count: > 0 } list && list.All(s => Enum.TryParse<Kubernetes.Stage>(s.Or(null), out _)) ? $"OmitStages = [{string.Join(", ", list.Select(s => "Stage." + s.Value))}]" : null;

    private static string Text(string text) => SymbolDisplay.FormatLiteral(text, quote: true);
}
