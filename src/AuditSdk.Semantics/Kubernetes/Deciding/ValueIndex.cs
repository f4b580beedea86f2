using AuditSdk.Semantics.Kubernetes.Boxes;
#if NET
using System.Collections.Frozen;
using Values = System.Span<int>;
#else
using Values = int[];
#endif

namespace AuditSdk.Semantics.Kubernetes;

/// <summary>The values of a request by their numbers: one per dimension, -1 for one that the policy does not mention, then the groups that it mentions.</summary>
internal sealed class ValueIndex
{
    public const int MostGroups = 48;
    public const int Capacity = Dimension.Count + MostGroups;

    private readonly AtomTable _atoms;
#if NET
    private readonly FrozenDictionary<string, int>?[] _ids = new FrozenDictionary<string, int>?[Dimension.Count];
#else
    private readonly Dictionary<string, int>?[] _ids = new Dictionary<string, int>?[Dimension.Count];
#endif

    public ValueIndex(AtomTable atoms)
    {
        _atoms = atoms;
        for (int d = 0; d < Dimension.Count; d++)
        {
            if (atoms.CountOf(d) == 0) continue;
            Dictionary<string, int> ids = new(StringComparer.Ordinal);
            for (int a = 0; a < atoms.CountOf(d); a++)
            {
                if (d != Dimension.Path || !atoms.IsPrefix(a)) ids[atoms.Text(d, a)] = a;
            }
#if NET
            _ids[d] = ids.ToFrozenDictionary(StringComparer.Ordinal);
#else
            _ids[d] = ids;
#endif
        }
    }

    /// <summary>Looks up a request; gives the number of groups that the policy mentions.</summary>
    public int Look(RequestAttributes request, Values values)
    {
        RequestUser? user = request.User;
        values[Dimension.User] = user is null ? -1 : Find(Dimension.User, user.Name);
        values[Dimension.Verb] = Find(Dimension.Verb, request.Verb);
        bool resource = request.IsResource;
        values[Dimension.Namespace] = resource ? Find(Dimension.Namespace, request.Namespace) : -1;
        values[Dimension.ApiGroup] = resource ? Find(Dimension.ApiGroup, request.ApiGroup) : -1;
        values[Dimension.Resource] = resource ? Find(Dimension.Resource, request.Resource) : -1;
        values[Dimension.Subresource] = resource ? Find(Dimension.Subresource, request.Subresource) : -1;
        values[Dimension.Name] = resource ? Find(Dimension.Name, request.Name) : -1;
        values[Dimension.Path] = resource || _ids[Dimension.Path] is null ? -1 : FindPath(request.Path);
        int groups = 0;
        if (user is null || _ids[Dimension.UserGroup] is null) return 0;
        for (int i = 0; i < user.Groups.Count; i++)
        {
            int group = Find(Dimension.UserGroup, user.Groups[i]);
            if (group >= 0) values[Dimension.Count + groups++] = group;
        }

        return groups;
    }

    private int Find(int dimension, string text) => _ids[dimension] is { } ids && ids.TryGetValue(text, out int atom) ? atom : -1;

    private int FindPath(string path)
    {
        int exact = Find(Dimension.Path, path);
        return exact >= 0 ? exact : _atoms.LongestPrefix(path);
    }
}
