using System.Text.RegularExpressions;
using AuditSdk.Semantics.Checks.Fluentd;
using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd;

namespace AuditSdk.Semantics.Tests.Checks.Fluentd;

/// <summary>
/// Unknown is not absent. A configuration of which a part is unknown may be the one that it was made of: what is told of it must be told of that one too. Each node of each
/// example is made unknown in turn.
/// </summary>
public sealed class UnknownConfigurationTests
{
    public static TheoryData<string> Pages => [.. Directory.GetFiles(Path.Combine(SourceTree.Root, "docs", "rules"), "AUD2*.md").Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Configuration_WithAnUnknownPart_HasNoMoreFindings(string page)
    {
        string text = File.ReadAllText(Path.Combine(SourceTree.Root, "docs", "rules", page + ".md"));
        List<string> wrong = [];
        foreach (Match example in Regex.Matches(text, "\n(Bad|Good):\n\n```conf\n(.*?)```\n", RegexOptions.Singleline))
        {
            if (ConfParser.Parse(example.Groups[2].Value, "x", _ => []).Root is not { } root) continue;
            FluentdCheckOptions options = new();
            IReadOnlyList<Finding> whole = FluentdChecks.Run(root, options);
            foreach ((string what, FluentdElement blurred) in Blurred(root))
            {
                IEnumerable<Finding> more = FluentdChecks.Run(blurred, options).Where(f => !whole.Any(w => IsSame(w, f)) && !IsHidden(f, whole, root));
                wrong.AddRange(more.Select(f => $"{example.Groups[1].Value}: {what} unknown: {f.Id} ({f.Origin.Line}) {f.Message}"));
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    private static bool IsSame(Finding one, Finding other) => one.Id == other.Id && one.Origin.Line == other.Origin.Line;

    // fluentd tells the first error of a directive; without that one it tells the next.
    private static bool IsHidden(Finding finding, IReadOnlyList<Finding> whole, FluentdElement root)
        => whole.Any(w => w.IsRefusal && (w.Origin.Line == 1 || DirectiveAt(w.Origin.Line, root) == DirectiveAt(finding.Origin.Line, root)));

    private static int DirectiveAt(int line, FluentdElement root) => root.Elements.Select(e => e.Origin.Line).LastOrDefault(l => l <= line);

    private static IEnumerable<(string What, FluentdElement Root)> Blurred(FluentdElement element)
    {
        for (int i = 0; i < element.Nodes.Count; i++)
        {
            FluentdNode node = element.Nodes[i];
            foreach ((string what, FluentdNode unknown) in Unknowns(node))
            {
                FluentdNode[] nodes = [.. element.Nodes];
                nodes[i] = unknown;
                yield return ($"({node.Origin.Line}) {what}", element with { Nodes = ValueList.From(nodes) });
            }
        }
    }

    private static IEnumerable<(string What, FluentdNode Node)> Unknowns(FluentdNode node)
    {
        yield return ($"node {(node as FluentdElement)?.Name ?? (node as FluentdParameter)?.Key}", new FluentdUnknown { Origin = node.Origin });
        if (node is FluentdParameter parameter) yield return ($"value of {parameter.Key}", parameter with { Value = FluentdValue.Unknown });
        if (node is not FluentdElement element) yield break;
        if (element.Argument.Length > 0) yield return ($"argument of {element.Name}", element with { Argument = "", RubyArgument = FluentdValue.Unknown });
        foreach ((string what, FluentdElement inner) in Blurred(element)) yield return (what, inner);
    }
}
