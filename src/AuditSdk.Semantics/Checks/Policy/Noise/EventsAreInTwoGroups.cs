using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Semantics.Checks.Policy.Noise;

/// <summary>Events left out in one of their two groups.</summary>
internal static class EventsAreInTwoGroups
{
    private const string NewGroup = "events.k8s.io";

    /// <summary>AUD1090.</summary>
    public static CheckDescriptor Descriptor { get; } = new("AUD1090", "Events are in two groups", FindingSeverity.Warning);

    /// <summary>Looks for rules with level None for events of one group, while those of the other are logged.</summary>
    public static void Check(PolicyCheckContext context, FindingSink findings)
    {
        foreach (EntryName name in context.EntryNames)
        {
            PolicyRuleNode rule = name.Entry.Node;
            if (name.Text != "events" || rule.KnownLevel != AuditLevel.None || !name.Entry.Entry.ResourceNames.IsAny || name.Entry.Group is not ("" or NewGroup)) continue;
            string other = name.Entry.Group.Length == 0 ? NewGroup : "";
            if (PolicyQuestions.RegionOf(name.Entry.Rule, rule) is not { } region) continue;
            // Anybody stands for all who write events; a team that a rule names writes none.
            PolicyRegion who = rule.IsForEveryone ? context.ByAnybody : region;
            RegionAnswer answer = context.Analysis.Find(region with { Users = who.Users, UserGroups = who.UserGroups, ExactGroups = who.ExactGroups, Resources = PolicyQuestions.One(new RegionResource(other, "events")), Verbs = rule.Verbs.IsAny ? PolicyQuestions.One("create") : ValueList.From(rule.Verbs.Texts) }, AuditLevel.Metadata);
            if (answer.State != RegionState.Found) continue;
            string writers = other.Length == 0 ? "The kubelet and many controllers write" : "The scheduler and other newer clients write";
            findings.Add(Descriptor.At(name, $"{writers} events through {PolicyWords.Group(other)}, and these are still logged by rules[{answer.Rule}]. Add an entry for 'events' of {PolicyWords.Group(other)}.",
                new AddResources($"Add events of {PolicyWords.Group(other)}", name.Entry.Rule, PolicyQuestions.One(new ResourceName(other, "events")))) with { Counterexample = RequestLine.Of(answer.Witness!) });
        }
    }
}
