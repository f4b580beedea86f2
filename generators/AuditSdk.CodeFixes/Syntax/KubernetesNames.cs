using AuditSdk.Semantics.Checks.Policy;
using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AuditSdk.CodeFixes.Syntax;

/// <summary>How people write the names of Kubernetes at a place of their source: by a member where there is one, else as text.</summary>
/// <param name="model">The model of the file.</param>
/// <param name="position">The place, which decides what needs no namespace.</param>
internal sealed class KubernetesNames(SemanticModel model, int position)
{
    private const string Space = "AuditSdk.Kubernetes";

    /// <summary>A level, as <c>Metadata</c> where that is imported.</summary>
    public string Level(string level)
        => model.LookupSymbols(position, name: level).Any(s => s is IFieldSymbol { ContainingType: { Name: "Level" } type } && IsOurs(type)) ? level : Type("Level") + "." + level;

    public string Stage(string stage) => Type("Stage") + "." + stage;

    /// <summary>A text of a rule's field: the constant of that value where members are wanted and there is one.</summary>
    public string Text(PolicyField field, string text, bool asMember)
    {
        string? type = field switch
        {
            PolicyField.Verbs => "Verb",
            PolicyField.Users => "SystemUsers",
            PolicyField.UserGroups => "SystemGroups",
            _ => null,
        };
        if (field == PolicyField.OmitStages) return Stage(text);
        IFieldSymbol? constant = asMember && type is not null
            ? model.Compilation.GetTypeByMetadataName($"{Space}.{type}")?.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(f => f.HasConstantValue && Equals(f.ConstantValue, text))
            : null;
        return constant is null ? SymbolDisplay.FormatLiteral(text, quote: true) : Type(type!) + "." + constant.Name;
    }

    /// <summary>A resource: its typed member, of the library or of the project's own catalogs, else by its names.</summary>
    public string Resource(ResourceName name)
    {
        string? group = GroupClass(name.Group) is { } type ? Type(type.Name, type) : null;
        if (name.Resource is null) return (group ?? ByName(name.Group)) + ".All";
        string[] parts = name.Resource.Split('/');
        if (GroupClass(name.Group) is { } known)
        {
            if (parts is ["*", var every]) return $"{group}.EverySubresource({SymbolDisplay.FormatLiteral(every, quote: true)})";
            if (Member(known, name.Group, parts[0]) is { } resource)
            {
                if (parts.Length == 1) return $"{group}.{resource.Name}";
                if (parts[1] == "*") return $"{group}.{resource.Name}.WithSubresources";
                return Member(resource.Type, name.Group, name.Resource) is { } subresource
                    ? $"{group}.{resource.Name}.{subresource.Name}"
                    : $"{group}.{resource.Name}.Subresource({SymbolDisplay.FormatLiteral(parts[1], quote: true)})";
            }
        }

        return $"{ByName(name.Group)}.Resource({SymbolDisplay.FormatLiteral(name.Resource, quote: true)})";
    }

    public string Resources(ValueList<ResourceName> names) => string.Join(", ", names.Select(Resource));

    /// <summary>A new rule.</summary>
    public string Rule(InsertRule insert, bool isExplicit)
    {
        string rule = $"new{(isExplicit ? " " + Type("PolicyRule") : "")}({Level(insert.Level.ToString())})";
        List<string> fields = [];
        if (insert.Resources.Count > 0) fields.Add($"Resources = [{Resources(insert.Resources)}]");
        if (insert.NonResourceUrls.Count > 0) fields.Add($"NonResourceUrls = [{string.Join(", ", insert.NonResourceUrls.Select(u => SymbolDisplay.FormatLiteral(u, quote: true)))}]");
        return fields.Count == 0 ? rule : $"{rule} {{ {string.Join(", ", fields)} }}";
    }

    /// <summary>Whether a symbol is a type of AuditSdk's model, or a member of one.</summary>
    public static bool IsOurs(ISymbol? symbol) => (symbol as INamedTypeSymbol ?? symbol?.ContainingType)?.ContainingNamespace?.ToDisplayString() == Space;

    private string ByName(string group) => $"{Type("ApiGroup")}.Named({SymbolDisplay.FormatLiteral(group, quote: true)})";

    private string Type(string name, INamedTypeSymbol? type = null)
    {
        ISymbol? found = model.LookupNamespacesAndTypes(position, name: name).FirstOrDefault();
        return found is INamedTypeSymbol && (type is null ? IsOurs(found) : SymbolEqualityComparer.Default.Equals(found, type)) ? name : $"global::{Space}.{name}";
    }

    private INamedTypeSymbol? GroupClass(string group)
    {
        INamespaceSymbol? space = model.Compilation.GlobalNamespace;
        foreach (string part in Space.Split('.')) space = space?.GetNamespaceMembers().FirstOrDefault(n => n.Name == part);
        return space?.GetTypeMembers().FirstOrDefault(t => t.IsStatic && model.IsAccessible(position, t) && t.GetMembers("All").Any(m => ResourceOf(m) is { Resource: null } all && all.Group == group));
    }

    private static IPropertySymbol? Member(ITypeSymbol type, string group, string resource)
        => type.GetMembers().OfType<IPropertySymbol>().FirstOrDefault(p => ResourceOf(p) is { } name && name.Group == group && name.Resource == resource);

    private static ResourceName? ResourceOf(ISymbol member)
    {
        foreach (AttributeData attribute in member.GetAttributes())
        {
            if (attribute.AttributeClass?.Name == "KubernetesResourceAttribute" && attribute.ConstructorArguments is [{ Value: string group }, { Value: var resource }]) return new(group, resource as string);
        }

        return null;
    }
}
