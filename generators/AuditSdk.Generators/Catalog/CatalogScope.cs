using AuditSdk.Generators.CSharp;
using AuditSdk.Semantics.Catalog;
using AuditSdk.Semantics.Documents;
using Microsoft.CodeAnalysis;

namespace AuditSdk.Generators.Catalog;

/// <summary>What the compilation says about the names of a catalog.</summary>
/// <param name="IsLibrary">True while the library itself is compiled; else the types stay inside the user's project.</param>
/// <param name="Taken">Types of the library that have a name which the catalog wants, with their namespaces.</param>
/// <param name="LibraryEnums">Enumerations of the library that have a name which the catalog wants, with their values.</param>
internal sealed record CatalogScope(bool IsLibrary, ValueList<string> Taken, ValueList<CatalogEnum> LibraryEnums)
{
    public const string Kubernetes = "AuditSdk.Kubernetes";

    public const string Fluentd = "AuditSdk.Fluentd";

    private const string Library = "AuditSdk";

    // The names of enumeration values as fluentd reads them, on the members of the library's own enumerations.
    private const string EnumMember = "System.Runtime.Serialization.EnumMemberAttribute";

    public string Visibility => IsLibrary ? "public" : "internal";

    /// <summary>Asks a compilation; null where it does not know the library, so that nothing generated could compile.</summary>
    public static CatalogScope? Of(CatalogFile catalog, Compilation compilation, CancellationToken cancellation)
    {
        if (compilation.GetTypeByMetadataName("AuditSdk.Fluentd.Section")?.ContainingAssembly is not { } library) return null;
        if (string.Equals(compilation.AssemblyName, Library, StringComparison.Ordinal))
        {
            return new CatalogScope(IsLibrary: true, ValueList<string>.Empty, ValueList<CatalogEnum>.Empty);
        }

        IEnumerable<string> wanted = catalog.Groups.Select(g => Kubernetes + "." + g.ClassName)
            .Concat(catalog.Plugins.Select(p => Fluentd + "." + p.ClassName))
            .Concat(catalog.Enums.Select(e => Fluentd + "." + e.Name));
        List<string> taken = [];
        foreach (string name in wanted.Distinct(StringComparer.Ordinal))
        {
            cancellation.ThrowIfCancellationRequested();
            if (library.GetTypeByMetadataName(name) is { DeclaredAccessibility: Accessibility.Public }) taken.Add(name);
        }

        return new CatalogScope(IsLibrary: false, ValueList.From(taken), ValueList.From(EnumsOf(library, catalog)));
    }

    /// <summary>The names of a namespace, in which the library's own stand.</summary>
    public NameScope Names(string space)
        => new(Taken.Where(t => t.StartsWith(space + ".", StringComparison.Ordinal)).Select(t => t.Substring(space.Length + 1)), StringComparer.OrdinalIgnoreCase);

    private static IEnumerable<CatalogEnum> EnumsOf(IAssemblySymbol library, CatalogFile catalog)
        => from wanted in catalog.Enums
           let type = library.GetTypeByMetadataName(Fluentd + "." + wanted.Name)
           where type is { TypeKind: TypeKind.Enum, DeclaredAccessibility: Accessibility.Public }
           select new CatalogEnum(wanted.Name, ValueList.From(ValuesOf(type)));

    private static IEnumerable<CatalogEnumValue> ValuesOf(INamedTypeSymbol type)
        => from member in type.GetMembers().OfType<IFieldSymbol>()
           from attribute in member.GetAttributes()
           where attribute.AttributeClass?.ToDisplayString() == EnumMember
           from argument in attribute.NamedArguments
           where argument.Value.Value is string
           select new CatalogEnumValue((string)argument.Value.Value!, Since: null);
}
