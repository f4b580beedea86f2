using System.Globalization;
using AuditSdk.Semantics.Documents;

namespace AuditSdk.Semantics.Fluentd;

/// <summary>
/// Gives each node of a tree its place as a path: <c>match[2].buffer[0].timekey</c>, sections counted among those of their name. Read from a file, mapped from objects or lifted
/// from C#, a tree has the same paths, while several nodes may come from one line.
/// </summary>
internal static class FluentdPaths
{
    /// <summary>The tree with a path in each origin.</summary>
    public static FluentdElement In(FluentdElement root) => Placed(root, null);

    /// <summary>Findings with their paths, each problem of a place that people can see once.</summary>
    public static IReadOnlyList<Finding> Of(IReadOnlyList<Finding> findings)
    {
        HashSet<Finding> seen = [];
        List<Finding> placed = new(findings.Count);
        foreach (Finding finding in findings)
        {
            Finding seenAs = finding with { Origin = Bare(finding.Origin), Related = ValueList.From(finding.Related.Select(Bare)) };
            if (seen.Add(seenAs)) placed.Add(seenAs with { Path = finding.Path ?? finding.Origin.Path });
        }

        return placed;
    }

    private static Origin Bare(Origin origin) => origin with { Path = null };

    private static FluentdElement Placed(FluentdElement element, string? path)
    {
        Dictionary<string, int> counts = new(StringComparer.Ordinal);
        string prefix = path is null ? "" : path + ".";
        FluentdNode[] nodes = new FluentdNode[element.Nodes.Count];
        for (int i = 0; i < nodes.Length; i++)
        {
            nodes[i] = element.Nodes[i] switch
            {
                FluentdElement child => Placed(child, prefix + Numbered(child.Name, counts)),
                FluentdParameter parameter => parameter with { Origin = parameter.Origin with { Path = prefix + OneLine.Of(parameter.Key) } },
                FluentdNode node => node with { Origin = node.Origin with { Path = path } },
            };
        }

        return element with { Nodes = ValueList.From(nodes), Origin = element.Origin with { Path = path } };
    }

    private static string Numbered(string name, Dictionary<string, int> counts)
    {
        counts.TryGetValue(name, out int index);
        counts[name] = index + 1;
        return OneLine.Of(name) + "[" + index.ToString(CultureInfo.InvariantCulture) + "]";
    }
}
