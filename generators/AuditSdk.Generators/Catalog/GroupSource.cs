using AuditSdk.Generators.CSharp;
using AuditSdk.Semantics.Catalog;
using Microsoft.CodeAnalysis.Text;

namespace AuditSdk.Generators.Catalog;

/// <summary>The source of one API group.</summary>
/// <param name="Group">The group.</param>
/// <param name="ClassName">Its class.</param>
/// <param name="Visibility">public or internal.</param>
/// <param name="Releases">Releases that the catalog knows, separated by blanks.</param>
internal sealed record GroupSource(CatalogGroup Group, string ClassName, string Visibility, string Releases)
{
    private const string Space = "global::AuditSdk.Kubernetes.";

    public string HintName => $"Kubernetes.{ClassName}.g.cs";

    private string Name => CSharpText.Literal(Group.Name);

    /// <summary>Every group of a catalog, under a name of its own.</summary>
    public static IEnumerable<GroupSource> All(CatalogFile catalog, CatalogScope? scope)
    {
        if (scope is null) yield break;
        NameScope names = scope.Names(CatalogScope.Kubernetes);
        string releases = string.Join(" ", catalog.Releases);
        foreach (CatalogGroup group in catalog.Groups) yield return new GroupSource(group, names.Claim(group.ClassName, "Own" + group.ClassName), scope.Visibility, releases);
    }

    public SourceText Write()
    {
        CSharpWriter code = new("#nullable enable");
        code.Open("namespace AuditSdk.Kubernetes");
        code.Line($"/// <summary>Resources of {GroupDocs.Group(Group.Name)}.</summary>");
        code.Open($"{Visibility} static partial class {ClassName}");
        WriteWholeGroup(code);
        NameScope types = new([ClassName, .. Group.Resources.Select(r => r.MemberName)], StringComparer.Ordinal);
        foreach (CatalogResource resource in Group.Resources) WriteResource(code, resource, types);
        return code.ToSourceText();
    }

    private void WriteWholeGroup(CSharpWriter code)
    {
        code.Line($"/// <summary>Every resource and subresource of {GroupDocs.Group(Group.Name)}.</summary>");
        code.Line($"[{Space}KubernetesResourceAttribute({Name}, null)]");
        code.Line($"public static {Space}ResourceSelector All => Group.All;");
        code.Line();
        code.Line("/// <summary>The group, for what has no typed member.</summary>");
        code.Line($"public static {Space}ApiGroup Group => {Space}ApiGroup.Named({Name});");
        code.Line();
        code.Line("/// <summary>The subresource of a name of every resource of the group, such as <c>*/status</c>.</summary>");
        code.Line("/// <param name=\"name\">The subresource.</param>");
        code.Line($"public static {Space}NamedResource EverySubresource(string name) => Group.EverySubresource(name);");
    }

    private void WriteResource(CSharpWriter code, CatalogResource resource, NameScope types)
    {
        // Only a resource that has subresources needs a type to hold them.
        string? type = resource.Subresources.Count == 0 ? null : types.Claim(resource.MemberName + "Resource", resource.MemberName + "ResourceType", resource.Subresources.Select(s => s.MemberName));
        string literal = CSharpText.Literal(resource.Name);
        code.Line();
        code.Line($"/// <summary>{GroupDocs.Resource(resource, resource.Name, Releases)}</summary>");
        code.Line($"[{Space}KubernetesResourceAttribute({Name}, {literal})]");
        code.Line(type is null
            ? $"public static {Space}KubernetesResource {resource.MemberName} => Group.Resource({literal}, {Facts(resource)});"
            : $"public static {type} {resource.MemberName} => new();");
        if (type is not null) WriteResourceType(code, resource, type);
    }

    private void WriteResourceType(CSharpWriter code, CatalogResource resource, string type)
    {
        code.Line();
        code.Line($"/// <summary>{CSharpText.Code(resource.Name)} of {GroupDocs.Group(Group.Name)}, with its subresources.</summary>");
        code.Open($"public sealed record {type} : {Space}KubernetesResource");
        code.Open($"internal {type}() : base({Name}, {CSharpText.Literal(resource.Name)}, {Facts(resource)})");
        code.Close();
        foreach (CatalogResource declared in resource.Subresources)
        {
            // Without marks of its own it came and went with its resource.
            CatalogResource subresource = declared with { Since = declared.Since ?? resource.Since, Until = declared.Until ?? resource.Until };
            string path = resource.Name + "/" + subresource.Name;
            code.Line();
            code.Line($"/// <summary>{GroupDocs.Resource(subresource, path, Releases)}</summary>");
            code.Line($"[{Space}KubernetesResourceAttribute({Name}, {CSharpText.Literal(path)})]");
            code.Line($"public {Space}NamedResource {subresource.MemberName} => Subresource({CSharpText.Literal(subresource.Name)}, {Facts(subresource)});");
        }

        code.Close();
    }

    private string Facts(CatalogResource resource)
        => $"new {Space}ResourceFacts({CSharpText.Literal(resource.Kind)}, {(resource.Namespaced ? "true" : "false")}, {CSharpText.Literal(string.Join(" ", resource.Verbs))}, "
            + $"{CSharpText.Literal(Releases)}, {CSharpText.Literal(resource.Since)}, {CSharpText.Literal(resource.Until)})";
}
