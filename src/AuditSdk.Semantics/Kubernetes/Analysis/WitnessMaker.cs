using System.Globalization;
using AuditSdk.Semantics.Catalog;
using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes.Boxes;

namespace AuditSdk.Semantics.Kubernetes;

/// <summary>Makes of a point a request that a person believes: where any value will do, one that clusters have. Whether it still shows what it should is asked again; else the bare point is the request.</summary>
internal sealed class WitnessMaker(AtomTable atoms, ResourceCatalog catalog)
{
    private static readonly string[] Verbs = ["get", "list", "watch", "create", "update", "patch", "delete", "deletecollection"];
    private static readonly string[] VerbsWithName = ["get", "update", "patch", "delete"];
    private static readonly string[] VerbsWithoutName = ["list", "watch", "create", "deletecollection"];
    private static readonly string[] Methods = ["get", "head", "post", "put", "patch", "delete", "options"];

    /// <summary>A request at a point; of a region, where the point answers a question about one.</summary>
    public RequestAttributes Make(ArraySegment<int> point, Spaces space, Func<RequestAttributes, bool> holds, PolicyRegion? region = null)
    {
        RequestAttributes likely = space == Spaces.Resource ? OnResource(point) : OnPath(point);
        RequestAttributes bare = Bare(point, space);
        RequestUser?[] users = [.. Users(point, region)];
        foreach (RequestAttributes request in (RequestAttributes[])[likely, bare])
        {
            foreach (RequestUser? user in users)
            {
                RequestAttributes witness = request with { User = user };
                if (holds(witness)) return witness;
            }
        }

        return bare with { User = users[users.Length - 1] };
    }

    /// <summary>Likely users first: one with all groups that it has in a cluster, a failed login, and last one with no more groups than it needs.</summary>
    private IEnumerable<RequestUser?> Users(ArraySegment<int> point, PolicyRegion? region)
    {
        if (region is { WithoutUser: true }) return [null];
        if (region?.ExactGroups is { } exact) return [new(NameIn(point, exact), exact)];
        RequestUser bare = BareUser(point);
        bool open = Text(point, Dimension.User) is null && bare.Groups.Count == 0;
        return open ? [InAllItsGroups(bare), null, bare] : [InAllItsGroups(bare), bare];
    }

    private string? Text(ArraySegment<int> point, int dimension) => point.Array![point.Offset + dimension] is >= 0 and int atom ? atoms.Text(dimension, atom) : null;

    /// <summary>The point's value, else the first that no rule mentions.</summary>
    private string Value(ArraySegment<int> point, int dimension, params string[] likely) => Text(point, dimension) ?? Unmentioned(dimension, likely);

    private string Unmentioned(int dimension, params string[] likely)
    {
        foreach (string value in likely)
        {
            if (!atoms.Mentions(dimension, value)) return value;
        }

        for (int i = 1; ; i++)
        {
            string value = "other-" + i.ToString(CultureInfo.InvariantCulture);
            if (!atoms.Mentions(dimension, value)) return value;
        }
    }

    private RequestUser BareUser(ArraySegment<int> point)
    {
        List<string> groups = [];
        if (Text(point, Dimension.UserGroup) is { } group) groups.Add(group);
        if (point.Array![point.Offset + Dimension.Count] is >= 0 and int second) groups.Add(atoms.Text(Dimension.UserGroup, second));
        return new(NameIn(point, groups), ValueList.From(groups));
    }

    /// <summary>The point's user, else one whom no rule names and who may be in the groups.</summary>
    private string NameIn(ArraySegment<int> point, IEnumerable<string> groups)
        => Value(point, Dimension.User, [.. groups.Select(SystemNames.MemberOf).Where(m => m is not null).Select(m => m!), "alice", "bob", "carol"]);

    private static RequestUser InAllItsGroups(RequestUser user)
    {
        // Nobody is in both; a point that asks for that is only theory.
        bool isAnonymous = user.Groups.Contains("system:unauthenticated");
        return user with { Groups = ValueList.From(user.Groups.Concat(SystemNames.GroupsOf(user.Name).Where(g => !isAnonymous || g != "system:authenticated")).Distinct()) };
    }

    private RequestAttributes Bare(ArraySegment<int> point, Spaces space)
    {
        string verb = Value(point, Dimension.Verb, space == Spaces.Resource ? Verbs : Methods);
        if (space == Spaces.Url) return new() { Verb = verb, Path = PathOf(point) };
        return new()
        {
            Verb = verb,
            IsResource = true,
            ApiGroup = Value(point, Dimension.ApiGroup),
            ApiVersion = "v1",
            Resource = Value(point, Dimension.Resource),
            Subresource = Value(point, Dimension.Subresource, ""),
            Namespace = Value(point, Dimension.Namespace, ""),
            Name = Value(point, Dimension.Name, ""),
            Path = "/",
        };
    }

    private RequestAttributes OnPath(ArraySegment<int> point)
        => new() { Verb = Value(point, Dimension.Verb, Methods), Path = PathOf(point) };

    private string PathOf(ArraySegment<int> point)
    {
        int atom = point.Array![point.Offset + Dimension.Path];
        if (atom >= 0 && !atoms.IsPrefix(atom)) return atoms.Text(Dimension.Path, atom);
        string prefix = atom < 0 ? "" : atoms.Text(Dimension.Path, atom).TrimEnd('*');
        string[] likely = atom < 0 ? ["/version", "/livez", "/readyz", "/metrics", "/openapi/v2", "/other"] : [prefix];
        foreach (string path in likely)
        {
            if (Fits(path)) return path;
        }

        for (int i = 1; i < 1000; i++)
        {
            string path = prefix + "other-" + i.ToString(CultureInfo.InvariantCulture);
            if (atom < 0 && Fits("/" + path)) return "/" + path;
            if (Fits(path)) return path;
        }

        // Only CONNECT has no path.
        return prefix;

        bool Fits(string path) => !atoms.Mentions(Dimension.Path, path) && atoms.LongestPrefix(path) == Around();
        int Around() => atom < 0 || atoms.IsSealed(atom) ? atom : atoms.Enclosing(atom);
    }

    private RequestAttributes OnResource(ArraySegment<int> point)
    {
        (string group, CatalogResource? resource, string name, string subresource) = Resource(point);
        string? objectName = Text(point, Dimension.Name);
        string[] verbs = [.. VerbsFor(resource, subresource)];
        string[] fitting = objectName is null ? verbs : [.. verbs.Where(v => (objectName.Length == 0) == (subresource.Length == 0 && Array.IndexOf(VerbsWithoutName, v) >= 0)), .. verbs];
        string verb = Value(point, Dimension.Verb, [.. fitting, .. Verbs]);
        bool named = subresource.Length > 0 || Array.IndexOf(VerbsWithName, verb) >= 0;
        objectName ??= named ? Unmentioned(Dimension.Name, "example", "web", "db") : Unmentioned(Dimension.Name, "", "example");
        bool clusterScoped = resource is { Namespaced: false };
        string ns = clusterScoped ? Value(point, Dimension.Namespace, group.Length == 0 && name == "namespaces" && objectName.Length > 0 ? objectName : "", "default")
            : Value(point, Dimension.Namespace, "default", "team-a", "payments", "");
        RequestAttributes request = new() { Verb = verb, IsResource = true, ApiGroup = group, ApiVersion = "v1", Resource = name, Subresource = subresource, Namespace = ns, Name = objectName };
        return request with { Path = PathOf(request) };
    }

    private static string PathOf(RequestAttributes request)
    {
        string path = (request.ApiGroup.Length == 0 ? "/api/v1" : "/apis/" + request.ApiGroup + "/v1")
            + (request.Namespace.Length > 0 && request.Resource != "namespaces" ? "/namespaces/" + request.Namespace : "") + "/" + request.Resource;
        if (request.Name.Length > 0 && request.Verb is not ("list" or "watch")) path += "/" + request.Name;
        return request.Subresource.Length > 0 ? path + "/" + request.Subresource : path;
    }

    private static IEnumerable<string> VerbsFor(CatalogResource? resource, string subresource)
    {
        IEnumerable<string> known = resource is null ? Verbs : (subresource.Length == 0 ? resource : resource.Subresources.FirstOrDefault(s => s.Name == subresource) ?? resource).Verbs;
        return Verbs.Where(known.Contains);
    }

    /// <summary>A resource that exists, with its own group, as far as the point leaves the choice.</summary>
    private (string Group, CatalogResource? Resource, string Name, string Subresource) Resource(ArraySegment<int> point)
    {
        string? group = Text(point, Dimension.ApiGroup), name = Text(point, Dimension.Resource), subresource = Text(point, Dimension.Subresource);
        foreach (bool exact in (bool[])[true, false])
        {
            foreach (CatalogGroup g in catalog.File.Groups)
            {
                if (group is null ? atoms.Mentions(Dimension.ApiGroup, g.Name) : g.Name != group) continue;
                foreach (CatalogResource r in g.Resources)
                {
                    if (name is null ? atoms.Mentions(Dimension.Resource, r.Name) || (exact && !(r.Verbs.Contains("get") && r.Verbs.Contains("create"))) : r.Name != name) continue;
                    if (SubresourceOf(r, subresource, exact) is { } s) return (g.Name, r, r.Name, s);
                }
            }
        }

        return (Value(point, Dimension.ApiGroup, "example.com"), null, Value(point, Dimension.Resource, "widgets", "gadgets"), subresource ?? Unmentioned(Dimension.Subresource, "", "status", "scale"));
    }

    private string? SubresourceOf(CatalogResource resource, string? subresource, bool exact)
    {
        if (subresource is { Length: 0 }) return "";
        if (subresource is not null) return !exact || resource.Subresources.Any(s => s.Name == subresource) ? subresource : null;
        if (!atoms.Mentions(Dimension.Subresource, "")) return "";
        return resource.Subresources.FirstOrDefault(s => !atoms.Mentions(Dimension.Subresource, s.Name))?.Name ?? (exact ? null : Unmentioned(Dimension.Subresource));
    }
}
