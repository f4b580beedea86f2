using AuditSdk.Generators.CSharp;
using AuditSdk.Semantics.Catalog;

namespace AuditSdk.Generators.Catalog;

/// <summary>The C# names of a catalog's plugins and enumerations: no two alike, none that the library has.</summary>
internal sealed class FluentdNames
{
    public FluentdNames(CatalogFile catalog, CatalogScope scope)
    {
        NameScope names = scope.Names(CatalogScope.Fluentd);
        Plugins = [.. catalog.Plugins.Select(p => (p, names.Claim(p.ClassName, "Own" + p.ClassName)))];
        Enums =
        [
            .. catalog.Enums.Select(e => scope.LibraryEnums.FirstOrDefault(l => Covers(l, e)) is { } ofLibrary
                ? (ofLibrary, e.Name, true)
                : (e, names.Claim(e.Name, "Own" + e.Name), false)),
        ];
    }

    /// <summary>Plugins with their classes.</summary>
    public IReadOnlyList<(CatalogPlugin Plugin, string Name)> Plugins { get; }

    /// <summary>Enumerations with their C# names. One that the library has with every value is the library's.</summary>
    public IReadOnlyList<(CatalogEnum Type, string Name, bool IsOfLibrary)> Enums { get; }

    private static bool Covers(CatalogEnum ofLibrary, CatalogEnum wanted)
        => string.Equals(ofLibrary.Name, wanted.Name, StringComparison.Ordinal) && wanted.Values.All(w => ofLibrary.Values.Any(v => string.Equals(v.Text, w.Text, StringComparison.Ordinal)));
}
