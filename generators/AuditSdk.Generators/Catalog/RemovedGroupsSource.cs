using AuditSdk.Generators.CSharp;
using AuditSdk.Semantics.Catalog;
using AuditSdk.Semantics.Documents;
using Microsoft.CodeAnalysis.Text;

namespace AuditSdk.Generators.Catalog;

/// <summary>The source of the library's table of groups that Kubernetes served once.</summary>
/// <param name="Groups">The groups.</param>
internal sealed record RemovedGroupsSource(ValueList<CatalogRemovedGroup> Groups)
{
    public const string HintName = "Kubernetes.RemovedApiGroups.g.cs";

    /// <summary>The table; nothing outside the library, whose own type asks it.</summary>
    public static IEnumerable<RemovedGroupsSource> All(CatalogFile catalog, CatalogScope? scope)
    {
        if (scope is { IsLibrary: true }) yield return new RemovedGroupsSource(catalog.RemovedGroups);
    }

    public SourceText Write()
    {
        CSharpWriter code = new("#nullable enable");
        code.Open("namespace AuditSdk.Kubernetes");
        code.Open("internal static class RemovedApiGroups");
        code.Open("public static RemovedApiGroup? Find(string group) => group switch");
        foreach (CatalogRemovedGroup group in Groups)
        {
            code.Line($"{CSharpText.Literal(group.Name)} => new RemovedApiGroup({CSharpText.Literal(group.RemovedIn)}, {CSharpText.Literal(group.Note)}),");
        }

        code.Line("_ => null,");
        code.Close(";");
        return code.ToSourceText();
    }
}
