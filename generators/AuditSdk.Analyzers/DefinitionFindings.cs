using System.Globalization;
using AuditSdk.Analyzers.Lifting;
using AuditSdk.Analyzers.Remedies;
using AuditSdk.Semantics.Documents;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace AuditSdk.Analyzers;

/// <summary>A member marked with <c>[EmitAs]</c>.</summary>
/// <param name="Member">The member.</param>
/// <param name="Policies">Its policies, each with what the checks found.</param>
internal sealed record CheckedDefinition(ISymbol Member, IReadOnlyList<(LiftedPolicy Policy, IReadOnlyList<Finding> Findings)> Policies)
{
    /// <summary>Where it is named: the place of what has no other.</summary>
    public Location Place => Member.Locations[0];
}

/// <summary>The findings of all definitions of a type. They share code, and the policies of a fleet share most of it: a finding that several have at one place is told once.</summary>
internal sealed class DefinitionFindings
{
    // As the generated registry names it.
    private static readonly SymbolDisplayFormat ShortName = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypes,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters);

    private readonly Dictionary<(string Id, string Message, Location Location), Told> _told = [];
    private readonly List<Told> _inOrder = [];

    /// <summary>The diagnostics, in the order of the definitions.</summary>
    public static IEnumerable<Diagnostic> Of(IEnumerable<CheckedDefinition> definitions)
    {
        DefinitionFindings findings = new();
        foreach (CheckedDefinition definition in definitions.OrderBy(d => d.Place.SourceTree?.FilePath, StringComparer.Ordinal).ThenBy(d => d.Place.SourceSpan.Start))
        {
            foreach ((LiftedPolicy policy, IReadOnlyList<Finding> found) in definition.Policies)
            {
                foreach (Finding finding in found) findings.Add(finding, policy, definition);
            }
        }

        return findings._inOrder.Select(told => Diagnostic.Create(
            told.Descriptor,
            told.Place,
            PolicyDescriptors.Severity(told.Finding.Severity),
            told.Related,
            EditProperties.Of(told.Finding.Remedy, told.Uses[0].Policy).SetItem("told", string.Join("\n", told.Uses.Select(ForTheBuild).Distinct())),
            told.Message + Which(told)));
    }

    private void Add(Finding finding, LiftedPolicy policy, CheckedDefinition definition)
    {
        if (PolicyDescriptors.Find(finding.Id) is not { } descriptor) return;
        finding = policy.RuleNames.In(finding);
        (Location place, Origin? written) = PlaceOf(finding, policy, definition.Place);
        string byPlace = policy.RuleNames.ByPlace(finding.Message);
        if (!_told.TryGetValue((finding.Id, byPlace, place), out Told? told))
        {
            told = new(finding, descriptor, place, [.. Related(finding, written, policy)]);
            _told.Add((finding.Id, byPlace, place), told);
            _inOrder.Add(told);
        }

        // A rule that several share has a number in each.
        if (told.Message != finding.Message) told.Message = byPlace;

        told.Uses.Add((definition, policy, finding.Path));
    }

    // By this the build knows what need not be told again; it stands in the compiler's log.
    private static string ForTheBuild((CheckedDefinition Definition, LiftedPolicy Policy, string? Path) use)
        => string.Join("\t", use.Definition.Member.ContainingType.ToDisplayString(ShortName) + "." + use.Definition.Member.Name, use.Policy.RuleNames.PathForTheBuild(use.Path));

    private static string Which(Told told)
    {
        string[] names = [.. told.Uses.GroupBy(u => u.Definition).Where(g => g.Select(u => u.Policy).Distinct().Count() < g.Key.Policies.Count)
            .SelectMany(g => g).Select(u => u.Policy.Name).OfType<string>().Where(n => !n.Any(char.IsControl)).Distinct()];
        return names.Length == 0 ? "" : $" (In the policy of {string.Join(", ", names.Select(n => $"'{n}'"))}.)";
    }

    // Only the file that the analyzer was asked about may have the squiggle: one elsewhere is not shown while people type.
    private static (Location Place, Origin? Definition) PlaceOf(Finding finding, LiftedPolicy policy, Location member)
    {
        if (LocationOf(finding.Origin, policy) is not { } location) return (member, null);
        if (location.SourceTree == member.SourceTree) return (location, null);
        foreach (ForeignUse use in policy.UsesOf(finding.Origin))
        {
            if (IsIn(finding.Path, use.Rule)) return (LocationOf(use.Use, policy) ?? member, finding.Origin);
        }

        return (member, finding.Origin);
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

    /// <summary>A finding, with every policy that has it.</summary>
    private sealed record Told(Finding Finding, DiagnosticDescriptor Descriptor, Location Place, IReadOnlyList<Location> Related)
    {
        public string Message { get; set; } = Finding.Message;

        public List<(CheckedDefinition Definition, LiftedPolicy Policy, string? Path)> Uses { get; } = [];
    }
}
