using AuditSdk.Semantics.Documents;

namespace AuditSdk.Semantics.Checks.Policy.Cis;

/// <summary>CIS 3.2.1 and the end of 3.2.2: there is a policy, and it logs most requests at Metadata at least.</summary>
internal static class MostRequestsAreNotLogged
{
    /// <summary>AUD1204.</summary>
    public static CheckDescriptor Descriptor { get; } = new("AUD1204", "CIS 3.2.1: most requests are not logged", FindingSeverity.Warning, CheckProfile.Cis);

    /// <summary>Asks about the creation of a resource that no rule names.</summary>
    public static void Check(PolicyCheckContext context, FindingSink findings)
    {
        if (CisQuestions.Unlogged(context, "other.example.com", "others", "", PolicyQuestions.One("create")) is not { } answer) return;
        findings.Add(Descriptor.At(context, answer, "The benchmark asks for a policy that logs most requests at Metadata at least, and the creation of a resource that no rule names is not logged. End with a rule that has level Metadata and nothing else."));
    }
}
