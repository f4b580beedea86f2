using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Semantics.Tests.Kubernetes.Analysis;

/// <summary>A second opinion on large policies: a diagram whose levels are dimensions and whose ends are the deciding rules. A user is in one mentioned group or none, which is enough to tell which rules decide anything.</summary>
internal sealed class DecisionDiagram
{
    private const string Other = "\0";

    // A node has a child for each value that something depends on, and one for the rest; ends are rules, -1 is none.
    private readonly List<(int Level, Dictionary<string, int> Children, int Else)> _nodes = [];
    private readonly Dictionary<string, int> _known = [];
    private readonly Dictionary<(int, int), int> _first = [];
    private readonly string[] _paths;

    private DecisionDiagram(string[] paths) => _paths = paths;

    public static HashSet<int> DecidingRules(PolicyDocument policy)
    {
        PolicyRuleNode[] rules = PolicyOracle.Rules(policy);
        DecisionDiagram diagram = new([.. rules.SelectMany(r => PolicyOracle.Texts(r.NonResourceUrls)).Distinct()]);
        int resources = diagram.End(-1), urls = diagram.End(-1);
        for (int i = 0; i < rules.Length; i++)
        {
            PolicyRuleNode r = rules[i];
            string[] users = PolicyOracle.Texts(r.Users), groups = PolicyOracle.Texts(r.UserGroups), verbs = PolicyOracle.Texts(r.Verbs), namespaces = PolicyOracle.Texts(r.Namespaces);
            bool forResources = r.Resources.IsKnown || namespaces.Length > 0;
            foreach ((string[] group, string[] resource, string[] subresource, string[] names) in forResources || !r.NonResourceUrls.IsKnown ? Entries(r) : [])
                resources = diagram.First(resources, diagram.Box(i, group, resource, subresource, verbs, namespaces, names, users, groups));
            if (!forResources) urls = diagram.First(urls, diagram.Box(i, diagram.Points(PolicyOracle.Texts(r.NonResourceUrls)), [], [], verbs, [], [], users, groups));
        }

        return [.. diagram.Ends(resources).Concat(diagram.Ends(urls)).Where(e => e >= 0)];
    }

    private static IEnumerable<(string[] Group, string[] Resource, string[] Subresource, string[] Names)> Entries(PolicyRuleNode rule)
    {
        if (!rule.Resources.IsKnown) return [([], [], [], [])];
        return from node in rule.Resources.Value
               let entry = node.Value
               let names = PolicyOracle.Texts(entry.ResourceNames)
               from pattern in entry.Resources.IsKnown ? PolicyOracle.Texts(entry.Resources) : ["*"]
               let parts = pattern.Split('/')
               select ((string[])(entry.Group.Value == "*" ? [] : [entry.Group.Value]), Part(parts[0]), parts.Length == 1 ? pattern == "*" ? [] : [""] : Part(parts[1]), names);

        static string[] Part(string text) => text == "*" ? [] : [text];
    }

    /// <summary>Of the mentioned patterns, each standing for a path that fits it and none inside of it, those that a rule's patterns take.</summary>
    private string[] Points(string[] patterns)
        => patterns.Length == 0 ? [] : [.. _paths.Where(p => patterns.Any(q => p == q || (q.EndsWith('*') && p.TrimEnd('*').StartsWith(q.TrimEnd('*'), StringComparison.Ordinal))))];

    private int Box(int rule, params string[][] levels)
    {
        int no = End(-1), node = End(rule);
        for (int level = levels.Length - 1; level >= 0; level--)
        {
            int yes = node;
            if (levels[level].Length > 0) node = Node(level, levels[level].Distinct().ToDictionary(v => v, _ => yes), no);
        }

        return node;
    }

    private int End(int rule) => Node(int.MaxValue, [], rule);

    private int Node(int level, Dictionary<string, int> children, int rest)
    {
        if (level < int.MaxValue)
        {
            foreach (string value in children.Where(c => c.Value == rest).Select(c => c.Key).ToArray()) children.Remove(value);
            if (children.Count == 0) return rest;
        }

        string key = $"{level} {rest} {string.Join(' ', children.OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => c.Key + Other + c.Value))}";
        if (_known.TryGetValue(key, out int known)) return known;
        _nodes.Add((level, children, rest));
        return _known[key] = _nodes.Count - 1;
    }

    /// <summary>What the first decides, else the second.</summary>
    private int First(int a, int b)
    {
        if (_nodes[a].Level == int.MaxValue) return _nodes[a].Else < 0 ? b : a;
        if (_first.TryGetValue((a, b), out int known)) return known;
        int level = Math.Min(_nodes[a].Level, _nodes[b].Level);
        (int, Dictionary<string, int> Children, int Else) x = At(a), y = At(b);
        int rest = First(x.Else, y.Else);
        Dictionary<string, int> children = x.Children.Keys.Union(y.Children.Keys).ToDictionary(v => v, v => First(x.Children.GetValueOrDefault(v, x.Else), y.Children.GetValueOrDefault(v, y.Else)));
        return _first[(a, b)] = Node(level, children, rest);

        (int, Dictionary<string, int>, int) At(int node) => _nodes[node].Level == level ? _nodes[node] : (level, [], node);
    }

    private HashSet<int> Ends(int root)
    {
        HashSet<int> seen = [], ends = [];
        Stack<int> open = new([root]);
        while (open.TryPop(out int node))
        {
            if (!seen.Add(node)) continue;
            if (_nodes[node].Level == int.MaxValue) ends.Add(_nodes[node].Else);
            else foreach (int child in _nodes[node].Children.Values.Append(_nodes[node].Else)) open.Push(child);
        }

        return ends;
    }
}
