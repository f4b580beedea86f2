using AuditSdk.Semantics.Documents;

namespace AuditSdk.Semantics.Catalog;

/// <summary>Finds the names that have to be written with <c>as</c>, since the reader would give others. A member without need of one, or without a name, has an empty name in the result.</summary>
internal static class GivenNames
{
    public static CatalogBody Of(CatalogBody body, string? kind, string? enclosing)
    {
        CatalogBody given = WithNames(body, _ => "");
        // A name that is given frees the one that the reader would have chosen, which changes what it chooses for others: repeat until it settles.
        while (true)
        {
            CatalogBody read = CatalogMembers.Named(given, kind, enclosing);
            List<string> chosen = [.. Names(read)];
            List<string> meant = [.. Names(body)];
            if (Agree(chosen, meant)) return given;
            List<string> before = [.. Names(given)];
            given = WithNames(body, i => before[i].Length > 0 || chosen[i] != meant[i] ? meant[i] : "");
        }
    }

    public static IReadOnlyList<CatalogGroup> Of(IReadOnlyCollection<CatalogGroup> groups)
    {
        List<CatalogGroup> given = [.. groups.Select(g => WithNames(g, _ => ""))];
        List<string> meant = [.. groups.SelectMany(Names)];
        while (true)
        {
            List<string> chosen = [.. CatalogMembers.Named(given).SelectMany(Names)];
            if (Agree(chosen, meant)) return given;
            List<string> before = [.. given.SelectMany(Names)];
            int start = 0;
            given = [.. groups.Select(g =>
            {
                int first = start;
                start += Names(g).Count();
                return WithNames(g, i => before[first + i].Length > 0 || chosen[first + i] != meant[first + i] ? meant[first + i] : "");
            })];
        }
    }

    private static bool Agree(List<string> chosen, List<string> meant) => chosen.Zip(meant, (c, m) => m.Length == 0 || c == m).All(same => same);

    private static IEnumerable<string> Names(CatalogBody body)
        => (body.Argument is null ? Array.Empty<string>() : [body.Argument.MemberName]).Concat(body.Parameters.Select(p => p.MemberName)).Concat(body.Sections.Select(s => s.MemberName));

    private static IEnumerable<string> Names(CatalogGroup group)
        => new[] { group.ClassName }.Concat(group.Resources.SelectMany(r => new[] { r.MemberName }.Concat(r.Subresources.Select(s => s.MemberName))));

    // The body with other names, in the order of Names.
    private static CatalogBody WithNames(CatalogBody body, Func<int, string> name)
    {
        int at = 0;
        return body with
        {
            Argument = body.Argument is null ? null : body.Argument with { MemberName = name(at++) },
            Parameters = ValueList.From(body.Parameters.Select(p => p with { MemberName = name(at++) })),
            Sections = ValueList.From(body.Sections.Select(s => s with { MemberName = name(at++) })),
        };
    }

    private static CatalogGroup WithNames(CatalogGroup group, Func<int, string> name)
    {
        int at = 0;
        return new CatalogGroup(group.Name, name(at++), ValueList.From(group.Resources.Select(r => r with
        {
            MemberName = name(at++),
            Subresources = ValueList.From(r.Subresources.Select(s => s with { MemberName = name(at++) })),
        })));
    }
}
