using AuditSdk.Semantics.Catalog;
using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes.Boxes;

namespace AuditSdk.Semantics.Kubernetes;

/// <summary>Asks of the requests that clients make only. What they do not make are rules before the first, and verbs and paths a region around the question.</summary>
internal sealed class RealRequests
{
    // OPTIONS, whose verb on a resource is empty, is refused by the server and sent by none of its clients.
    private static readonly string[] Verbs = ["get", "list", "watch", "create", "update", "patch", "delete", "deletecollection"];
    private static readonly string[] Methods = ["get", "head", "post", "put", "patch", "delete", "options"];

    private readonly BoxTable _own;
    private readonly BoxTable _realm;
    private readonly PolicySide _earlier;
    private readonly WorkMeter _work;
    private readonly Region _region = new();
    private readonly int _unreal;

    public RealRequests(PolicyDocument policy, ReachPass reach, PolicyAnalysisOptions options, WorkMeter work)
    {
        _work = work;
        IReadOnlyList<Node<PolicyRuleNode>> rules = policy.RulesOrUnknown();
        AtomTable atoms = new();
        _own = new(atoms, literalStars: false);
        _realm = new(atoms, literalStars: false);
        foreach (Node<PolicyRuleNode> rule in rules) _own.Add(RuleReading.Of(rule, Reading.Possible, options.GroupStarIsLiteral));
        _realm.Add(Spaces.Resource, (Dimension.Verb, Verbs));
        _realm.Add(Spaces.Url, (Dimension.Verb, Methods), (Dimension.Path, ["/*"]));
        BoxTable earlier = new(atoms, literalStars: false);
        AddUnreal(earlier, options.Catalog);
        _unreal = earlier.RuleCount;
        foreach (Node<PolicyRuleNode> rule in rules) earlier.Add(RuleReading.Of(rule, Reading.Certain, options.GroupStarIsLiteral));
        atoms.Seal();
        _earlier = new(earlier, work);
        for (int rule = 0; rule < earlier.RuleCount; rule++)
        {
            if (rule < _unreal || reach.States[rule - _unreal] != ReachState.Unreachable) _earlier.Deciding.Add(rule);
        }

        Witnesses = new(atoms, options.Catalog);
    }

    public WitnessMaker Witnesses { get; }

    public int[] Point => _earlier.Search.Point;

    public Spaces PointSpace { get; private set; }

    /// <summary>Whether the rules before one take all of its real requests.</summary>
    public Coverage Ask(int rule, out ValueList<int> coveredBy)
    {
        HashSet<int> cover = [];
        bool undecided = false;
        coveredBy = ValueList<int>.Empty;
        for (int box = _own.Start(rule); box < _own.Start(rule + 1); box++)
        {
            for (int real = 0; real < _realm.Count; real++)
            {
                Spaces space = _realm.SpacesOf(real);
                if (!_region.SetToBoth(_own, box, _realm, real, space, _work)) continue;
                Coverage coverage = _earlier.Search.Find(_region, _earlier.Deciding, new(_earlier.Boxes.Start(_unreal + rule)));
                PointSpace = space;
                if (coverage == Coverage.Open) return coverage;
                undecided |= coverage == Coverage.Undecided;
                if (coverage != Coverage.Covered) continue;
                foreach (int covering in _earlier.Search.Cover) cover.Add(_earlier.Boxes.RuleOf(covering) - _unreal);
            }
        }

        coveredBy = ValueList.From(cover.Where(r => r >= 0).OrderBy(r => r));
        return undecided ? Coverage.Undecided : Coverage.Covered;
    }

    private static void AddUnreal(BoxTable unreal, ResourceCatalog catalog)
    {
        AtomTable atoms = unreal.Atoms;
        string[] names = Mentioned(atoms, Dimension.Name), namespaces = Mentioned(atoms, Dimension.Namespace);

        // The name of what is created is in the body; a deletecollection is a delete without a name, and a get without one a list.
        unreal.Add(Spaces.Resource, (Dimension.Verb, ["create"]), (Dimension.Subresource, [""]), (Dimension.Name, names));
        unreal.Add(Spaces.Resource, (Dimension.Verb, ["deletecollection"]), (Dimension.Name, names));
        unreal.Add(Spaces.Resource, (Dimension.Verb, ["get", "delete"]), (Dimension.Name, [""]));
        foreach (CatalogGroup group in catalog.File.Groups)
        {
            // An operation on a namespace is in it.
            string[] clusterScoped = [.. group.Resources.Where(r => !r.Namespaced && (r.Name != "namespaces" || group.Name.Length > 0) && atoms.Find(Dimension.Resource, r.Name) >= 0).Select(r => r.Name)];
            unreal.Add(Spaces.Resource, (Dimension.ApiGroup, [group.Name]), (Dimension.Resource, clusterScoped), (Dimension.Namespace, namespaces));
        }
    }

    private static string[] Mentioned(AtomTable atoms, int dimension) => [.. Enumerable.Range(0, atoms.CountOf(dimension)).Select(a => atoms.Text(dimension, a)).Where(t => t.Length > 0)];
}
