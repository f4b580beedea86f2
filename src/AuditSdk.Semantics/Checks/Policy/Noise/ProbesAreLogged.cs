using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Semantics.Checks.Policy.Noise;

/// <summary>The kubelet's probes of kube-apiserver in the log.</summary>
internal static class ProbesAreLogged
{
    private static readonly string[] Probes = ["/livez", "/readyz"];

    /// <summary>AUD1091.</summary>
    public static CheckDescriptor Descriptor { get; } = new("AUD1091", "The kubelet's probes are logged", FindingSeverity.Info);

    /// <summary>Asks whether the anonymous requests are logged that the kubelet probes with. Where a rule leaves out /healthz, the finding is there.</summary>
    public static void Check(PolicyCheckContext context, FindingSink findings)
    {
        RegionAnswer[] answers = [.. Probes.Select(p => context.Analysis.Find(Probe(p), AuditLevel.Metadata))];
        string[] logged = [.. Probes.Where((_, i) => answers[i].State == RegionState.Found)];
        if (logged.Length == 0) return;
        int rule = answers.First(a => a.State == RegionState.Found).Rule;
        string fact = $"The kubelet asks for /livez every 10 seconds and for /readyz every second, and {PolicyWords.List(logged)} {(logged.Length == 1 ? "is" : "are")} logged each time by rules[{rule}].";
        ValueList<string> paths = ValueList.From(logged.Select(p => p + "*"));
        foreach ((int index, PolicyRuleNode none, _) in context.Rules)
        {
            if (none.KnownLevel != AuditLevel.None || index > rule || !none.NonResourceUrls.Texts.Any(u => u.StartsWith("/healthz", StringComparison.Ordinal))) continue;
            PolicyPath list = new(index, PolicyField.NonResourceUrls);
            findings.Add(Descriptor.At(none.NonResourceUrls.Origin, list, $"{fact} Add {PolicyWords.List(paths)} to these paths.", none.IsForEveryone ? new AddValues($"Add {PolicyWords.List(paths)}", list, paths) : null));
            return;
        }

        (Origin origin, PolicyPath path) = context.LevelOf(rule);
        findings.Add(Descriptor.At(origin, path, $"{fact} Put a rule with level None for them before it.", new InsertRule($"Leave {PolicyWords.List(paths)} out of the log", rule, AuditLevel.None, ValueList<ResourceName>.Empty, paths)));
    }

    private static PolicyRegion Probe(string path) => new()
    {
        Users = PolicyQuestions.One("system:anonymous"),
        ExactGroups = ValueList.From(SystemNames.GroupsOf("system:anonymous")),
        Verbs = PolicyQuestions.One("get"),
        NonResourceUrls = PolicyQuestions.One(path),
    };
}
