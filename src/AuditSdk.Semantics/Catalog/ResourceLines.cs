using AuditSdk.Semantics.Documents;

namespace AuditSdk.Semantics.Catalog;

/// <summary>Reads what a catalog says about Kubernetes: releases, groups, resources and their subresources.</summary>
internal sealed class ResourceLines(CatalogFindings findings)
{
    private static readonly CatalogAttribute[] ResourceAttributes =
    [
        CatalogAttribute.As, new("kind", "a kind", CatalogWords.IsKind), new("namespaced"),
        new("verbs", "verbs separated by commas", t => t.Split(',').All(CatalogWords.IsKind)),
        new("short", "short names separated by commas", t => t.Split(',').All(CatalogWords.IsResourceName)), CatalogAttribute.Since, CatalogAttribute.Until, CatalogAttribute.Doc,
    ];

    private static readonly CatalogAttribute[] SubresourceAttributes = [.. ResourceAttributes.Where(a => a.Name is not ("namespaced" or "short"))];

    private readonly HashSet<string> _groupNames = new(StringComparer.Ordinal);
    private readonly HashSet<string> _groupClasses = new(StringComparer.Ordinal);
    private readonly HashSet<string> _removedNames = new(StringComparer.Ordinal);
    private readonly HashSet<string> _releases = new(StringComparer.Ordinal);

    public ValueList<string> Releases { get; private set; } = ValueList<string>.Empty;

    public List<CatalogGroup> Groups { get; } = [];

    public List<CatalogRemovedGroup> RemovedGroups { get; } = [];

    /// <summary>The releases come first: what a resource says of them is held against these.</summary>
    public void ReadReleases(IEnumerable<CatalogLine> lines)
    {
        foreach (CatalogLine line in lines)
        {
            CatalogWordReader words = new(line, findings);
            if (Releases.Count > 0) words.Fail(1, "'releases' is given twice; keep one line.");
            HashSet<string> seen = new(StringComparer.Ordinal);
            List<string> releases = [];
            do
            {
                releases.Add(words.Word("a release such as 1.36 that is not in the line yet", t => CatalogWords.IsVersion(t) && seen.Add(t)));
            }
            while (!words.Failed && !words.AtEnd);
            words.NoChildren();
            if (words.Failed) continue;
            Releases = ValueList.From(releases);
            _releases.UnionWith(releases);
        }
    }

    public void ReadGroup(CatalogLine line)
    {
        CatalogWordReader words = new(line, findings);
        string name = words.Word("a group such as apps or cert-manager.io, or \"\" for the core group", CatalogWords.IsGroupName);
        words.Attributes(CatalogAttribute.As);
        if (_groupNames.Contains(name)) words.Fail(line.Tokens[1].Column, $"Group {CatalogFindings.Quote(name)} is declared twice; keep one.");
        string className = words.Value("as") ?? "";
        if (className.Length > 0 && (CatalogReserved.Groups.Contains(className) || CatalogReserved.Object.Contains(className) || _groupClasses.Contains(className))) words.Fail(line.Tokens[1].Column, $"A group cannot have the C# name {className}, which is taken; choose another after 'as'.");
        if (words.Failed) return;
        _groupNames.Add(name);
        if (className.Length > 0) _groupClasses.Add(className);
        Groups.Add(new CatalogGroup(name, className, ValueList.From(ReadResources(line, "resource", null))));
    }

    public void ReadRemovedGroup(CatalogLine line)
    {
        CatalogWordReader words = new(line, findings);
        string name = words.Word("a group such as extensions", t => t.Length > 0 && CatalogWords.IsGroupName(t));
        string release = words.Word("the first release without the group, such as 1.22", CatalogWords.IsVersion);
        string note = words.Word("a quoted note of what took its place", _ => true);
        words.Attributes();
        if (_removedNames.Contains(name)) words.Fail(line.Tokens[1].Column, $"Removed group {CatalogFindings.Quote(name)} is declared twice; keep one.");
        words.NoChildren();
        if (words.Failed) return;
        _removedNames.Add(name);
        RemovedGroups.Add(new CatalogRemovedGroup(name, release, note));
    }

    // Resources of a group, or subresources of a resource.
    private List<CatalogResource> ReadResources(CatalogLine parent, string keyword, CatalogResource? owner)
    {
        List<CatalogResource> resources = [];
        HashSet<string> names = new(StringComparer.Ordinal);
        UniqueNames members = new(owner is null ? CatalogReserved.GroupClass : CatalogReserved.ResourceClass, "Resource");
        foreach (CatalogLine line in parent.Children)
        {
            if (line.Keyword != keyword)
            {
                CatalogReader.Unknown(line, [keyword], findings);
                continue;
            }

            if (ReadResource(line, owner, names, members) is { } resource) resources.Add(resource);
        }

        return resources;
    }

    private CatalogResource? ReadResource(CatalogLine line, CatalogResource? owner, HashSet<string> names, UniqueNames members)
    {
        CatalogWordReader words = new(line, findings);
        string name = words.Word("a name in lower case as in URLs", CatalogWords.IsResourceName);
        words.Attributes(owner is null ? ResourceAttributes : SubresourceAttributes);
        if (!words.Failed && !names.Add(name)) words.Fail(line.Tokens[1].Column, $"{CatalogFindings.Quote(name)} is declared twice here; keep one.");
        if (!words.Failed && words.Value("as") is { } member && !members.Reserve(member)) words.Fail(line.Tokens[1].Column, $"The C# name {member} is taken here; choose another after 'as'.");
        HoldAgainstReleases(words, line);
        if (owner is not null) words.NoChildren();
        if (words.Failed) return null;
        CatalogResource resource = new()
        {
            Name = name,
            MemberName = words.Value("as") ?? "",
            Kind = words.Value("kind") ?? owner?.Kind ?? "",
            Namespaced = owner?.Namespaced ?? words.Has("namespaced"),
            Verbs = words.Value("verbs") is { } verbs ? ValueList.From(verbs.Split(',')) : ValueList<string>.Empty,
            ShortNames = words.Value("short") is { } shortNames ? ValueList.From(shortNames.Split(',')) : ValueList<string>.Empty,
            Since = words.Value("since"),
            Until = words.Value("until"),
            Summary = words.Value("doc"),
        };
        return owner is null ? resource with { Subresources = ValueList.From(ReadResources(line, "subresource", resource)) } : resource;
    }

    private void HoldAgainstReleases(CatalogWordReader words, CatalogLine line)
    {
        foreach (string? release in new[] { words.Value("since"), words.Value("until") })
        {
            if (release is not null && _releases.Count > 0 && !_releases.Contains(release)) words.Fail(line.Tokens[1].Column, $"Release {CatalogFindings.Quote(release)} is not in the line 'releases'; add it there.");
        }
    }
}
