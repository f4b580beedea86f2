using AuditSdk.Semantics.Catalog;
using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Semantics.Checks.Policy.Resources;

/// <summary>Pods are logged, and what is done in them is not.</summary>
internal static class SubresourcesAreNotCovered
{
    // Those that do something of their own; status and the like only repeat the resource.
    private static readonly (string Group, string Resource, string[] Subresources)[] Telling =
    [
        ("", "pods", ["exec", "attach", "portforward", "ephemeralcontainers", "eviction"]),
        ("", "serviceaccounts", ["token"]),
        ("", "services", ["proxy"]),
        ("", "nodes", ["proxy"]),
        ("apps", "deployments", ["scale"]),
        ("apps", "statefulsets", ["scale"]),
        ("apps", "replicasets", ["scale"]),
        ("certificates.k8s.io", "certificatesigningrequests", ["approval"]),
    ];

    /// <summary>AUD1029.</summary>
    public static CheckDescriptor Descriptor { get; } = new("AUD1029", "A resource does not cover its subresources", FindingSeverity.Warning);

    /// <summary>Looks for resources that a rule logs for everyone while the policy proves never to log their subresources, and does not name them either.</summary>
    public static void Check(PolicyCheckContext context, FindingSink findings)
    {
        HashSet<string> told = new(StringComparer.Ordinal);
        foreach (EntryName name in context.EntryNames)
        {
            PolicyRuleNode rule = name.Entry.Node;
            (string Group, string Resource, string[] Subresources) telling = Telling.FirstOrDefault(t => t.Group == name.Entry.Group && t.Resource == name.Text);
            if (telling.Resource is null || !rule.Logs || !rule.IsForEveryone || !rule.Verbs.IsWhollyKnown || !rule.Namespaces.IsAny || !name.Entry.Entry.ResourceNames.IsAny || told.Contains(name.Text)) continue;
            string[] missed = [.. telling.Subresources.Where(s => IsMissed(context, name, s)).Select(s => $"{name.Text}/{s}")];
            if (missed.Length == 0) continue;
            told.Add(name.Text);
            AddResources edit = new($"Add {PolicyWords.List(missed)}", name.Entry.Rule, ValueList.From(missed.Select(s => new ResourceName(telling.Group, s))));
            findings.Add(Descriptor.At(name, $"'{name.Text}' does not match its subresources, and no rule logs {PolicyWords.List(missed)}. Add them, or write '{name.Text}/*'.", edit));
        }
    }

    private static bool IsMissed(PolicyCheckContext context, EntryName name, string subresource)
    {
        string group = name.Entry.Group!;
        string text = $"{name.Text}/{subresource}";
        CatalogResource? known = context.Options.Catalog.Resource(group, name.Text)?.Subresources.FirstOrDefault(s => s.Name == subresource);
        if (known is null || context.EntryNames.Any(n => n.Text == text && n.Entry.Group == group)) return false;
        string[] verbs = [.. known.Verbs.Where(v => name.Entry.Node.Verbs.IsAny || name.Entry.Node.Verbs.Has(v))];
        return verbs.Length > 0 && context.NeverLogs(new PolicyRegion { Resources = PolicyQuestions.One(new RegionResource(group, name.Text, subresource)), Verbs = verbs });
    }
}
