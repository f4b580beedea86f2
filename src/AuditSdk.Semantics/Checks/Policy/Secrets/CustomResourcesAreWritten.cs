using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Semantics.Checks.Policy.Secrets;

/// <summary>Custom resources that nobody named, in the log with their bodies.</summary>
internal static class CustomResourcesAreWritten
{
    private static readonly string[] Writes = ["create", "update", "patch"];

    /// <summary>AUD1085.</summary>
    public static CheckDescriptor Descriptor { get; } = new("AUD1085", "Custom resources are logged with their bodies", FindingSeverity.Info, CheckProfile.Strict);

    /// <summary>Asks about a group that no rule names.</summary>
    public static void Check(PolicyCheckContext context, FindingSink findings)
    {
        PolicyRegion region = PolicyQuestions.LoggedIn with { Resources = PolicyQuestions.One(new RegionResource("other.example.com", "others")), Verbs = Writes, Namespaces = PolicyQuestions.One(context.OtherNamespace) };
        RegionAnswer answer = context.Bodies.Find(region, AuditLevel.Request);
        if (answer.State != RegionState.Found) return;
        (Origin origin, PolicyPath path) = context.LevelOf(answer.Rule);
        findings.Add(Descriptor.At(origin, path, "This level writes bodies of custom resources that no rule names, and nobody knows which of them hold secrets: operators of databases, clouds and secret stores do. Log what is not named at Metadata.") with { Counterexample = RequestLine.Of(answer.Witness!) });
    }
}
