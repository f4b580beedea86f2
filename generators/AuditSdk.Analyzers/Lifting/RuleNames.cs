using System.Globalization;
using System.Text.RegularExpressions;
using AuditSdk.Semantics.Checks.Policy;
using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Analyzers.Lifting;

/// <summary>How findings name rules. Behind a spread of which source does not tell how many rules it has, a rule has no number that is sure: it is named by its place.</summary>
/// <param name="rules">The rules of the document.</param>
/// <param name="numbered">How many of them have a number: those up to the first such spread.</param>
/// <param name="lines">For each rule the line that the real object has recorded; 0 where unknown.</param>
internal sealed class RuleNames(Node<ValueList<Node<PolicyRuleNode>>> rules, int numbered, IReadOnlyList<int> lines)
{
    private static readonly Regex Numbered = new(@"rules\[(\d+)\]", RegexOptions.CultureInvariant);
    private static readonly Regex AnyIndex = new(@"\[\d+\]", RegexOptions.CultureInvariant);

    /// <summary>The finding without numbers that are not sure.</summary>
    public Finding In(Finding finding) => numbered == lines.Count ? finding : finding with
    {
        Message = ByPlace(finding.Message, numbered),
        Remedy = finding.Remedy is PolicyEdit edit ? edit with { Title = ByPlace(edit.Title, numbered) } : finding.Remedy,
    };

    /// <summary>A text that names every rule by its place, which is the same in all policies that share the rule.</summary>
    public string ByPlace(string text) => ByPlace(text, first: 0);

    /// <summary>A path as the build can compare it with that of the real object: with stars for numbers that are not sure, and the line of the rule.</summary>
    public string? PathForTheBuild(string? path)
    {
        if (path is null || Numbered.Match(path) is not { Success: true } match || Number(match) is var rule && rule < numbered) return path;
        return AnyIndex.Replace(path, "[*]") + "\t" + lines[rule].ToString(CultureInfo.InvariantCulture);
    }

    private string ByPlace(string text, int first) => Numbered.Replace(text, match =>
    {
        int rule = Number(match);
        if (rule < first || rule >= lines.Count) return match.Value;
        Origin place = rules.Value[rule].Origin;
        string the = match.Index == 0 || text.Substring(0, match.Index).EndsWith(". ", StringComparison.Ordinal) ? "The" : "the";
        return string.Format(CultureInfo.InvariantCulture, "{0} rule at ({1},{2})", the, place.Line, place.Column);
    });

    private static int Number(Match match) => int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture);
}
