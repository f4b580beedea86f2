using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes;
using CsCheck;

namespace AuditSdk.Semantics.Tests.Kubernetes.Analysis;

/// <summary>All requests over few values per dimension, one of each that no policy mentions, with every set of groups and without a user; and random policies over the same values.</summary>
internal static class SmallUniverse
{
    private static readonly string[] Users = ["alice", "bob", "zoe"];
    private static readonly string[] UserGroups = ["g1", "g2", "g3"];
    private static readonly string[] Verbs = ["get", "create", "purge"];
    private static readonly string[] Namespaces = ["", "a", "z"];
    private static readonly string[] Paths = ["", "/", "/a", "/a/b", "/a/b/c", "/ab", "/b", "/ax", "/a/z", "/a/bz", "z"];

    private static readonly RequestUser?[] Who =
    [
        null,
        .. from name in Users
           from set in Enumerable.Range(0, 8)
           select new RequestUser(name, ValueList.From(GroupsOf(set))),
    ];

    private static readonly RequestAttributes[] Targets =
    [
        .. from ns in Namespaces
           from @group in new[] { "", "apps", "z.io" }
           from resource in new[] { "pods", "secrets", "things" }
           from subresource in new[] { "", "log", "zub" }
           from name in new[] { "", "n1", "zed" }
           select new RequestAttributes { IsResource = true, Namespace = ns, ApiGroup = @group, Resource = resource, Subresource = subresource, Name = name, Path = "/x" },
        .. Paths.Select(p => new RequestAttributes { Path = p }),
    ];

    public static int Count { get; } = Who.Length * Verbs.Length * Targets.Length;

    public static RequestAttributes Request(int index)
        => Targets[index % Targets.Length] with { Verb = Verbs[index / Targets.Length % Verbs.Length], User = Who[index / Targets.Length / Verbs.Length] };

    /// <summary>The requests that a rule matches.</summary>
    public static PointSet Matching(PolicyRuleNode rule)
    {
        PointSet points = new(Count);
        string[] verbs = PolicyOracle.Texts(rule.Verbs);
        int[] targets = [.. Enumerable.Range(0, Targets.Length).Where(t => PolicyOracle.MatchesTarget(rule, Targets[t]))];
        for (int who = 0; who < Who.Length; who++)
        {
            if (!PolicyOracle.MatchesUser(rule, Who[who])) continue;
            for (int verb = 0; verb < Verbs.Length; verb++)
            {
                if (!PolicyOracle.Has(verbs, Verbs[verb])) continue;
                foreach (int target in targets) points.Add((((who * Verbs.Length) + verb) * Targets.Length) + target);
            }
        }

        return points;
    }

    /// <summary>The groups of a number.</summary>
    public static string[] GroupsOf(int set) => [.. UserGroups.Where((_, i) => (set >> i & 1) != 0)];

    /// <summary>The requests of users in just these groups.</summary>
    public static PointSet InJust(string[] groups)
    {
        PointSet points = new(Count);
        for (int i = 0; i < Count; i++)
        {
            if (Request(i).User is { } user && user.Groups.SequenceEqual(groups)) points.Add(i);
        }

        return points;
    }

    /// <summary>The requests without a user.</summary>
    public static PointSet WithoutUser()
    {
        PointSet points = new(Count);
        for (int i = 0; i < Verbs.Length * Targets.Length; i++) points.Add(i);
        return points;
    }

    public static Gen<PolicyDocument> Policies(int mostRules) => Gen.Select(
        Rule.Array[1, mostRules], Few(Gen.OneOf(Stages), 6), Gen.OneOf<bool?>(null, null, true),
        (rules, stages, omit) => new PolicyDocument { Rules = PolicyBuilder.List(rules), OmitStages = stages, OmitManagedFields = omit is { } o ? Node<bool>.Of(o) : default });

    private static readonly string[] Stages = ["RequestReceived", "RequestReceived", "ResponseStarted", "ResponseComplete", "Panic"];

    private static Gen<PolicyRuleNode> Rule { get; } = Gen.Select(
        Gen.OneOf("None", "Metadata", "Request", "RequestResponse"),
        Gen.Select(Few(Gen.OneOf("alice", "bob"), 2), Few(Gen.OneOf(UserGroups), 2), Few(Gen.OneOf("get", "create"), 1)),
        Gen.Select(Some(Entry), Few(Gen.OneOf("", "a"), 3), Few(Gen.OneOf("/", "/*", "/a*", "/a/b", "/a/b*", "/a/*", "*", "/ab", "/a", "/a/b/c**", ""), 1), Gen.Int[0, 3]),
        Gen.Select(Few(Gen.OneOf(Stages), 8), Gen.OneOf<bool?>(null, null, null, true, false)),
        (level, who, what, rest) => new PolicyRuleNode
        {
            Level = Node<string>.Of(level),
            Users = who.Item1,
            UserGroups = who.Item2,
            Verbs = who.Item3,
            Resources = what.Item4 == 0 ? default : what.Item1,
            Namespaces = what.Item2,
            NonResourceUrls = what.Item4 <= 1 ? what.Item3 : default,
            OmitStages = rest.Item1,
            OmitManagedFields = rest.Item2 is { } omit ? Node<bool>.Of(omit) : default,
        });

    private static Gen<GroupResourcesNode> Entry => Gen.Select(
        Gen.OneOf("", "", "apps", "*"), Few(Gen.OneOf("pods", "secrets", "pods/log", "pods/*", "*/log", "*", "*/*", "pods/"), 1), Few(Gen.OneOf("n1", ""), 3),
        (group, resources, names) => new GroupResourcesNode { Group = Node<string>.Of(group), Resources = resources, ResourceNames = names });

    private static Gen<Node<ValueList<Node<GroupResourcesNode>>>> Some(Gen<GroupResourcesNode> element) => element.Array[1, 3].Select(PolicyBuilder.List);

    private static Gen<Node<ValueList<Node<string>>>> Few(Gen<string> element, int absent)
        => Gen.Frequency((absent, Gen.Const((string[]?)null)), (2, element.Array[1, 2].Select(a => (string[]?)a))).Select(PolicyBuilder.List);
}

/// <summary>A set of requests of the small universe.</summary>
internal sealed class PointSet(int size)
{
    private readonly ulong[] _words = new ulong[(size + 63) / 64];

    public bool IsEmpty => Array.TrueForAll(_words, w => w == 0);

    public void Add(int point) => _words[point >> 6] |= 1UL << (point & 63);

    public bool Has(int point) => (_words[point >> 6] >> (point & 63) & 1) != 0;

    public PointSet And(PointSet other) => Combine(other, (a, b) => a & b);

    public PointSet Without(PointSet other) => Combine(other, (a, b) => a & ~b);

    public PointSet Or(PointSet other) => Combine(other, (a, b) => a | b);

    private PointSet Combine(PointSet other, Func<ulong, ulong, ulong> word)
    {
        PointSet result = new(size);
        for (int i = 0; i < _words.Length; i++) result._words[i] = word(_words[i], other._words[i]);
        return result;
    }
}
