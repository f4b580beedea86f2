using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Semantics.Checks.Policy.Namespaces;

/// <summary>Secrets of a namespace are logged, and a list over all namespaces, which shows them too, is not.</summary>
internal static class ListOfAllNamespacesIsMissed
{
    private static readonly string[] Lists = ["list", "watch"];

    /// <summary>AUD1062.</summary>
    public static CheckDescriptor Descriptor { get; } = new("AUD1062", "A list over all namespaces is in none of them", FindingSeverity.Info);

    /// <summary>Looks for named resources in rules with namespaces, whose lists over all namespaces the policy never logs.</summary>
    public static void Check(PolicyCheckContext context, FindingSink findings)
    {
        foreach ((int index, PolicyRuleNode rule, _) in context.Rules)
        {
            if (!rule.Logs || rule.Namespaces.IsAny || rule.Namespaces.MayHave("") || !rule.Verbs.IsWhollyKnown) continue;
            string[] verbs = [.. Lists.Where(v => rule.Verbs.IsAny || rule.Verbs.Has(v))];
            if (verbs.Length == 0) continue;
            string[] missed = [.. PolicyWalk.EntriesOf(index, rule).Where(e => e.Entry.ResourceNames.IsAny).SelectMany(e => e.Names).Where(n => IsMissed(context, n, verbs)).Select(n => n.Text)];
            if (missed.Length == 0) continue;
            PolicyPath path = new(index, PolicyField.Namespaces);
            findings.Add(Descriptor.At(rule.Namespaces.Origin, path, $"A list of {PolicyWords.List(missed)} over all namespaces shows those of this one too. It has the namespace \"\", and no rule logs it. Add \"\" to namespaces if it is meant.", new AddValues("Add the empty namespace", path, PolicyQuestions.One(""))));
        }
    }

    private static bool IsMissed(PolicyCheckContext context, EntryName name, string[] verbs)
        => name.Subresource is null && name.Entry.Group is { } group && context.Options.Catalog.Resource(group, name.Text) is { Namespaced: true } known && known.Verbs.Contains("list")
            && context.NeverLogs(new PolicyRegion { Resources = PolicyQuestions.One(new RegionResource(group, name.Text)), Verbs = verbs, Namespaces = PolicyQuestions.One("") });
}
