using System.Collections.Immutable;
using System.Globalization;
using AuditSdk.Analyzers.Lifting;
using AuditSdk.Analyzers.Remedies;
using AuditSdk.Semantics.Documents;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace AuditSdk.Analyzers;

/// <summary>The findings of all policies of a definition. Policies of a fleet share most of their code, so a finding that several have is told once.</summary>
/// <param name="policies">The policies.</param>
/// <param name="definition">The member; where it is named is the place of what has no other.</param>
internal sealed class DefinitionFindings(IReadOnlyList<LiftedPolicy> policies, ISymbol definition)
{
    // As the generated registry names it.
    private static readonly SymbolDisplayFormat ShortName = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypes,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters);

    private readonly Location _member = definition.Locations[0];
    private readonly Dictionary<(string Id, string Message, Location Location), Told> _told = [];
    private readonly List<Told> _inOrder = [];

    public void Add(Finding finding, LiftedPolicy policy)
    {
        if (PolicyDescriptors.Find(finding.Id) is not { } descriptor) return;
        (Location place, Origin? definition) = PlaceOf(finding, policy);
        if (!_told.TryGetValue((finding.Id, finding.Message, place), out Told? told))
        {
            told = new(finding, descriptor, place, [.. Related(finding, definition, policy)], policy);
            _told.Add((finding.Id, finding.Message, place), told);
            _inOrder.Add(told);
        }

        told.Policies.Add(policy);
    }

    public IEnumerable<Diagnostic> Diagnostics() => _inOrder.Select(told => Diagnostic.Create(
        told.Descriptor,
        told.Place,
        PolicyDescriptors.Severity(told.Finding.Severity),
        told.Related,
        PropertiesOf(told),
        told.Finding.Message + Which(told)));

    // The build knows by the last two what need not be told again; they stand in the compiler's log.
    private ImmutableDictionary<string, string?> PropertiesOf(Told told) => EditProperties.Of(told.Finding.Remedy, told.First)
        .SetItem("definition", definition.ContainingType.ToDisplayString(ShortName) + "." + definition.Name)
        .SetItem("place", told.Finding.Path);

    private string Which(Told told)
    {
        string[] names = [.. told.Policies.Select(p => p.Name).OfType<string>().Where(n => !n.Any(char.IsControl)).Distinct()];
        return names.Length == 0 || told.Policies.Count == policies.Count ? "" : $" (In the policy of {string.Join(", ", names.Select(n => $"'{n}'"))}.)";
    }

    // Only the file that the analyzer was asked about may have the squiggle: one elsewhere is not shown while people type.
    private (Location Place, Origin? Definition) PlaceOf(Finding finding, LiftedPolicy policy)
    {
        if (LocationOf(finding.Origin, policy) is not { } location) return (_member, null);
        if (location.SourceTree == _member.SourceTree) return (location, null);
        foreach (ForeignUse use in policy.UsesOf(finding.Origin))
        {
            if (IsIn(finding.Path, use.Rule)) return (LocationOf(use.Use, policy) ?? _member, finding.Origin);
        }

        return (_member, finding.Origin);
    }

    private static bool IsIn(string? path, int rule)
        => rule < 0 || path is null || path.StartsWith("rules[" + rule.ToString(CultureInfo.InvariantCulture) + "]", StringComparison.Ordinal);

    private static IEnumerable<Location> Related(Finding finding, Origin? definition, LiftedPolicy policy)
    {
        IEnumerable<Origin> origins = definition is { } written ? finding.Related.Prepend(written) : finding.Related;
        return origins.Select(o => LocationOf(o, policy)).OfType<Location>();
    }

    private static Location? LocationOf(Origin origin, LiftedPolicy policy)
        => origin is { File: { } file, Length: > 0 } && policy.Trees.TryGetValue(file, out SyntaxTree? tree) ? Location.Create(tree, new TextSpan(origin.Start, origin.Length)) : null;

    /// <summary>A finding, with all the policies that have it.</summary>
    private sealed record Told(Finding Finding, DiagnosticDescriptor Descriptor, Location Place, IReadOnlyList<Location> Related, LiftedPolicy First)
    {
        public List<LiftedPolicy> Policies { get; } = [];
    }
}
