using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Semantics.Checks.Policy.Noise;

/// <summary>The heartbeats of nodes in the log.</summary>
internal static class LeasesAreLogged
{
    private const string Group = "coordination.k8s.io";

    private static readonly PolicyRegion Heartbeat = new()
    {
        Users = PolicyQuestions.One("system:node:node-1"),
        ExactGroups = ValueList.From(SystemNames.GroupsOf("system:node:node-1")),
        Verbs = PolicyQuestions.One("update"),
        Resources = PolicyQuestions.One(new RegionResource(Group, "leases")),
        Namespaces = PolicyQuestions.One("kube-node-lease"),
        Names = PolicyQuestions.One("node-1"),
    };

    /// <summary>AUD1092.</summary>
    public static CheckDescriptor Descriptor { get; } = new("AUD1092", "Heartbeats of nodes are logged", FindingSeverity.Info);

    /// <summary>Asks whether a node's renewal of its lease is logged.</summary>
    public static void Check(PolicyCheckContext context, FindingSink findings)
    {
        RegionAnswer answer = context.Analysis.Find(Heartbeat, AuditLevel.Metadata);
        if (answer.State != RegionState.Found) return;
        (Origin origin, PolicyPath path) = context.LevelOf(answer.Rule);
        findings.Add(Descriptor.At(origin, path, $"Every node renews its lease every 10 seconds, controllers theirs every 2, and this rule logs each time. Put a rule with level None for 'leases' of group '{Group}' before it.",
            new InsertRule("Leave leases out of the log", answer.Rule, AuditLevel.None, PolicyQuestions.One(new ResourceName(Group, "leases")), ValueList<string>.Empty)) with { Counterexample = RequestLine.Of(answer.Witness!) });
    }
}
