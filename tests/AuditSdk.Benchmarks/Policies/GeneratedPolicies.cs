using System.Globalization;
using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Benchmarks.Policies;

/// <summary>Policies of any size, the same for the same size.</summary>
internal static class GeneratedPolicies
{
    private static readonly string[] Reads = ["get", "list", "watch"];
    private static readonly string[] Writes = ["create", "update", "patch", "delete", "deletecollection"];
    private static readonly string[] Groups = ["", "apps", "batch", "autoscaling", "networking.k8s.io", "policy", "rbac.authorization.k8s.io", "storage.k8s.io"];
    private static readonly string[] Levels = ["None", "Metadata", "Request", "RequestResponse"];

    /// <summary>By name, all of them.</summary>
    public static IReadOnlyDictionary<string, Func<int, PolicyDocument>> All { get; } = new Dictionary<string, Func<int, PolicyDocument>>
    {
        ["real"] = Realistic,
        ["between"] = CatchAllsBetween,
        ["users"] = n => Of(n, (i, _) => Rule(i, users: [Text("user-", i)], verbs: Reads)),
        ["names"] = n => Of(n, (i, _) => Rule(i, resources: [Entry("", ["configmaps"], [Text("cm-", i), Text("cm-", i + 1)])])),
        ["urls"] = n => Of(n, (i, r) => Rule(i, urls: [Text("/apis/g", r.Next(n)) + (i % 3 == 0 ? "*" : "/v1"), Text("/u/", i)])),
        ["early"] = n => Of(n, (i, _) => i == 0 ? Rule(1) : Rule(i, users: [Text("user-", i)])),
        ["groups50"] = n => Of(n, (i, r) => Rule(r.Next(4), groups: Some(r, "group-", 50, 1 + r.Next(10)), verbs: r.Next(3) == 0 ? null : Some(r, "verb-", 8, 1 + r.Next(4)))),
        ["cross"] = n => Of(n, (i, r) => Rule(r.Next(4), users: Maybe(r, "user-", 12), verbs: Maybe(r, "verb-", 8), namespaces: Maybe(r, "ns-", 12))),
        ["grid"] = Grid,
        ["urlnest"] = n => Of(n, (i, r) => Rule(r.Next(4), urls: [Nested(r) + "*", Nested(r)])),
        ["longnames"] = n => Of(n, (i, r) => Rule(r.Next(4), users: Maybe(r, "user-", 6), resources: [Entry("", ["secrets"], Some(r, "name-", 400, 80))])),
        ["hard4"] = n => Hard(n, 4),
        ["hard8"] = n => Hard(n, 8),
    };

    /// <summary>Rules as they are found in clusters, for tenants that each have some; global ones and repetitions among them; a catch-all last.</summary>
    public static PolicyDocument Realistic(int count) => Of(count, (i, r) => i == count - 1 ? Rule(1) : Tenant(r, Math.Max(1, count / 5)));

    /// <summary>The same with a rule that takes much every now and then.</summary>
    public static PolicyDocument CatchAllsBetween(int count) => Of(count, (i, r) => i % 97 == 96 ? Rule(1, groups: i % 2 == 0 ? null : ["system:authenticated"], verbs: Some(r, Reads, 2)) : Tenant(r, Math.Max(1, count / 5)));

    /// <summary>Boxes in every dimension at random: to prove anything of them takes a search that grows exponentially.</summary>
    public static PolicyDocument BlowUp(int count) => Hard(count, 12);

    private static PolicyRuleNode Tenant(Random r, int tenants)
    {
        string tenant = Text("tenant-", r.Next(tenants));
        string[] space = [tenant];
        string account = "system:serviceaccount:" + tenant + ":";
        return r.Next(14) switch
        {
            0 => Rule(0, users: [account + "controller"], verbs: Reads, resources: [Entry("", ["pods", "services", "endpoints"]), Entry("apps", ["deployments", "replicasets"])]),
            1 => Rule(1, resources: [Entry("", ["secrets", "configmaps", "serviceaccounts/token"]), Entry("authentication.k8s.io", ["tokenreviews"])], namespaces: space),
            2 => Rule(3, groups: [tenant + "-admins"], verbs: Writes, resources: [Entry("apps", ["deployments", "statefulsets", "daemonsets"]), Entry("batch", ["jobs", "cronjobs"])]),
            3 => Rule(2, verbs: ["create", "get"], resources: [Entry("", ["pods/exec", "pods/attach", "pods/portforward"])], namespaces: space),
            4 => Rule(0, urls: ["/healthz*", "/version", "/" + tenant + "/*"]),
            5 => Rule(0, groups: ["system:nodes"], verbs: ["get"], resources: [Entry("", ["nodes", "nodes/status"])]),
            6 => Rule(0, users: [account + "leader"], verbs: ["get", "update"], resources: [Entry("", ["configmaps"], [tenant + "-leader"]), Entry("coordination.k8s.io", ["leases"], [tenant + "-leader"])], namespaces: ["kube-system"]),
            7 => Rule(2, verbs: Reads, resources: [.. Groups.Select(g => Entry(g))], namespaces: space),
            8 => Rule(3, resources: [.. Groups.Take(1 + r.Next(Groups.Length)).Select(g => Entry(g))], namespaces: space),
            9 => Rule(1, users: [account + "default", account + "deployer"]),
            10 => Rule(0, resources: [Entry("", ["events"]), Entry("events.k8s.io", ["events"])], namespaces: space),
            11 => Rule(1, groups: [tenant + "-devs"], resources: [Entry("", ["pods/log", "pods/status", "services/*"])]),
            12 => Rule(3, verbs: Some(r, Writes, 2), resources: [Entry(Text("crd.", r.Next(tenants)) + ".example.com", ["widgets", "widgets/status"])]),
            _ => Rule(1, users: [tenant + "@example.com"], verbs: Some(r, Writes, 3), resources: [Entry("*", ["*"])], namespaces: [tenant, tenant + "-test"]),
        };
    }

    private static PolicyDocument Grid(int count)
    {
        int side = (int)Math.Ceiling(Math.Pow(count - 1, 1.0 / 3));
        return Of(count, (i, _) => Rule(i % 3 + 1, users: Cell("user-", i), verbs: Cell("verb-", i / side), namespaces: Cell("ns-", i / side / side)));

        string[] Cell(string prefix, int at) => [.. count - 1 == at ? Enumerable.Range(0, side).Select(k => Text(prefix, k)) : [Text(prefix, at % side)]];
    }

    private static PolicyDocument Hard(int count, int values) => Of(count, (_, r) => Rule(
        r.Next(4), users: Half(r, "u", values), groups: Half(r, "g", values), verbs: Half(r, "v", values), namespaces: Half(r, "n", values),
        resources: [Entry(Text("api-", r.Next(values)), Half(r, "r", values), Half(r, "m", values))]));

    private static string[] Half(Random r, string prefix, int of)
    {
        string[] some = [.. Enumerable.Range(0, of).Where(_ => r.Next(2) == 0).Select(i => Text(prefix, i))];
        return some.Length > 0 ? some : [Text(prefix, r.Next(of))];
    }

    private static PolicyDocument Of(int count, Func<int, Random, PolicyRuleNode> rule)
    {
        Random random = new(20261124 + count);
        return new()
        {
            OmitStages = List(["RequestReceived"]),
            Rules = Node<ValueList<Node<PolicyRuleNode>>>.Of(ValueList.From(Enumerable.Range(0, count).Select(i => Node<PolicyRuleNode>.Of(rule(i, random))))),
        };
    }

    private static string Nested(Random r)
    {
        string path = "";
        for (int depth = 1 + r.Next(14); depth > 0; depth--) path += r.Next(2) == 0 ? "/a" : "/b";
        return path;
    }

    private static string[]? Maybe(Random r, string prefix, int of) => r.Next(4) == 0 ? null : Some(r, prefix, of, 1 + r.Next(of / 2));

    private static string[] Some(Random r, string prefix, int of, int count) => Some(r, [.. Enumerable.Range(0, of).Select(i => Text(prefix, i))], count);

    private static string[] Some(Random r, string[] of, int count) => [.. of.OrderBy(_ => r.Next()).Take(count)];

    private static string Text(string prefix, int number) => prefix + number.ToString(CultureInfo.InvariantCulture);

    private static GroupResourcesNode Entry(string group, string[]? resources = null, string[]? names = null)
        => new() { Group = Node<string>.Of(group), Resources = List(resources), ResourceNames = List(names) };

    private static PolicyRuleNode Rule(int level, string[]? users = null, string[]? groups = null, string[]? verbs = null, GroupResourcesNode[]? resources = null, string[]? namespaces = null, string[]? urls = null) => new()
    {
        Level = Node<string>.Of(Levels[level % 4]),
        Users = List(users),
        UserGroups = List(groups),
        Verbs = List(verbs),
        Resources = resources is null ? default : Node<ValueList<Node<GroupResourcesNode>>>.Of(ValueList.From(resources.Select(e => Node<GroupResourcesNode>.Of(e)))),
        Namespaces = List(namespaces),
        NonResourceUrls = List(urls),
    };

    private static Node<ValueList<Node<string>>> List(string[]? values)
        => values is null ? default : Node<ValueList<Node<string>>>.Of(ValueList.From(values.Select(v => Node<string>.Of(v))));
}
