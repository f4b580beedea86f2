using AuditSdk.Analyzers.Lifting;
using AuditSdk.Semantics.Documents;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace AuditSdk.Analyzers;

/// <summary>A member marked with <c>[EmitAs]</c>.</summary>
/// <param name="Member">The member.</param>
/// <param name="Documents">Its documents, each with what the checks found.</param>
internal sealed record CheckedDefinition(ISymbol Member, IReadOnlyList<(LiftedDocument Document, IReadOnlyList<Finding> Findings)> Documents)
{
    /// <summary>Where it is named: the place of what has no other.</summary>
    public Location Place => Member.Locations[0];
}

/// <summary>The findings of all definitions of a type. They share code, and the documents of a fleet share most of it: a finding that several have at one place is told once.</summary>
internal sealed class DefinitionFindings(DescriptorSet checks)
{
    // As the generated registry names it.
    private static readonly SymbolDisplayFormat ShortName = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypes,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters);

    private readonly Dictionary<(string Id, string Message, Location Location), Told> _told = [];
    private readonly List<Told> _inOrder = [];

    /// <summary>The diagnostics, in the order of the definitions.</summary>
    public static IEnumerable<Diagnostic> Of(IEnumerable<CheckedDefinition> definitions, DescriptorSet checks)
    {
        DefinitionFindings findings = new(checks);
        foreach (CheckedDefinition definition in definitions.OrderBy(d => d.Place.SourceTree?.FilePath, StringComparer.Ordinal).ThenBy(d => d.Place.SourceSpan.Start))
        {
            foreach ((LiftedDocument document, IReadOnlyList<Finding> found) in definition.Documents)
            {
                foreach (Finding finding in found) findings.Add(finding, document, definition);
            }
        }

        return findings._inOrder.Select(told => Diagnostic.Create(
            told.Descriptor,
            told.Place,
            DescriptorSet.Severity(told.Finding.Severity),
            told.Related,
            told.Uses[0].Document.PropertiesOf(told.Finding.Remedy).SetItem("told", string.Join("\n", told.Uses.Select(ForTheBuild).Distinct())),
            told.Message + Which(told)));
    }

    private void Add(Finding finding, LiftedDocument document, CheckedDefinition definition)
    {
        if (checks.Find(finding.Id) is not { } descriptor) return;
        finding = document.Named(finding);
        (Location place, Origin? written) = PlaceOf(finding, document, definition.Place);
        string byPlace = document.ByPlace(finding.Message);
        if (!_told.TryGetValue((finding.Id, byPlace, place), out Told? told))
        {
            told = new(finding, descriptor, place, [.. Related(finding, written, document)]);
            _told.Add((finding.Id, byPlace, place), told);
            _inOrder.Add(told);
        }

        // A rule that several share has a number in each.
        if (told.Message != finding.Message) told.Message = byPlace;

        told.Uses.Add((definition, document, finding.Path));
    }

    // By this the build knows what need not be told again; it stands in the compiler's log.
    private static string ForTheBuild((CheckedDefinition Definition, LiftedDocument Document, string? Path) use)
        => string.Join("\t", use.Definition.Member.ContainingType.ToDisplayString(ShortName) + "." + use.Definition.Member.Name, use.Document.PathForTheBuild(use.Path));

    private static string Which(Told told)
    {
        string[] names = [.. told.Uses.GroupBy(u => u.Definition).Where(g => g.Select(u => u.Document).Distinct().Count() < g.Key.Documents.Count)
            .SelectMany(g => g).Select(u => u.Document.Name).OfType<string>().Where(n => !n.Any(char.IsControl)).Distinct()];
        return names.Length == 0 ? "" : $" (In the {told.Uses[0].Document.Kind} of {string.Join(", ", names.Select(n => $"'{n}'"))}.)";
    }

    // Only the file that the analyzer was asked about may have the squiggle: one elsewhere is not shown while people type.
    private static (Location Place, Origin? Definition) PlaceOf(Finding finding, LiftedDocument document, Location member)
    {
        if (LocationOf(finding.Origin, document) is not { } location) return (member, null);
        if (location.SourceTree == member.SourceTree) return (location, null);
        foreach (ForeignUse use in document.UsesOf(finding.Origin))
        {
            if (use.IsAt(finding.Path)) return (LocationOf(use.Use, document) ?? member, finding.Origin);
        }

        return (member, finding.Origin);
    }

    private static IEnumerable<Location> Related(Finding finding, Origin? definition, LiftedDocument document)
    {
        IEnumerable<Origin> origins = definition is { } written ? finding.Related.Prepend(written) : finding.Related;
        return origins.Select(o => LocationOf(o, document)).OfType<Location>();
    }

    private static Location? LocationOf(Origin origin, LiftedDocument document)
        => origin is { File: { } file, Length: > 0 } && document.Trees.TryGetValue(file, out SyntaxTree? tree) ? Location.Create(tree, new TextSpan(origin.Start, origin.Length)) : null;

    /// <summary>A finding, with every document that has it.</summary>
    private sealed record Told(Finding Finding, DiagnosticDescriptor Descriptor, Location Place, IReadOnlyList<Location> Related)
    {
        public string Message { get; set; } = Finding.Message;

        public List<(CheckedDefinition Definition, LiftedDocument Document, string? Path)> Uses { get; } = [];
    }
}
