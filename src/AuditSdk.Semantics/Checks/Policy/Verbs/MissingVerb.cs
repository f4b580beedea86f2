using AuditSdk.Semantics.Catalog;
using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Semantics.Checks.Policy.Verbs;

/// <summary>What the checks of verbs that go together share.</summary>
internal static class MissingVerb
{
    /// <summary>Reports rules that log some verbs and lack one that belongs to them, where nothing of the rule's requests is ever logged with that verb.</summary>
    public static void Report(PolicyCheckContext context, FindingSink findings, CheckDescriptor descriptor, string verb, Func<PolicyRuleNode, bool> belongs, string message)
    {
        foreach ((int index, PolicyRuleNode rule, _) in context.Rules)
        {
            if (!rule.Logs || rule.IsForUrls || !rule.Verbs.IsWhollyKnown || rule.Verbs.Has(verb) || !belongs(rule) || !Takes(context.Options.Catalog, index, rule, verb)) continue;
            if (PolicyQuestions.RegionOf(index, rule, verb) is not { } region || context.Analysis.StateOf(index) != ReachState.Reachable || !context.NeverLogs(region)) continue;
            PolicyPath path = new(index, PolicyField.Verbs);
            findings.Add(descriptor.At(rule.Verbs.Origin, path, message, new AddValues($"Add '{verb}'", path, PolicyQuestions.One(verb))));
        }
    }

    // False where all resources of the rule are known not to take the verb.
    private static bool Takes(ResourceCatalog catalog, int index, PolicyRuleNode rule, string verb)
        => rule.HasNoResources || PolicyWalk.EntriesOf(index, rule).Any(e => e.IsWholeGroup || e.Names.Any(n => n.Text.IndexOf('*') >= 0 || Known(catalog, e.Group!, n) is not { } known || known.Verbs.Count == 0 || known.Verbs.Contains(verb)));

    private static CatalogResource? Known(ResourceCatalog catalog, string group, EntryName name)
    {
        CatalogResource? resource = catalog.Resource(group, name.Resource);
        return name.Subresource is { } sub ? resource?.Subresources.FirstOrDefault(s => s.Name == sub) : resource;
    }
}
