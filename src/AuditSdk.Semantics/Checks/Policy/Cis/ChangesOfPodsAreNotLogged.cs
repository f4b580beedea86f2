using AuditSdk.Semantics.Documents;

namespace AuditSdk.Semantics.Checks.Policy.Cis;

/// <summary>CIS 3.2.2: changes of pods and deployments are logged.</summary>
internal static class ChangesOfPodsAreNotLogged
{
    private static readonly string[] Changes = ["create", "update", "patch", "delete", "deletecollection"];
    private static readonly (string Group, string Resource)[] Kinds = [("", "pods"), ("apps", "deployments")];

    /// <summary>AUD1202.</summary>
    public static CheckDescriptor Descriptor { get; } = new("AUD1202", "CIS 3.2.2: changes of pods and deployments are not logged", FindingSeverity.Warning, CheckProfile.Cis);

    /// <summary>Asks for both whether a change by anybody goes unlogged.</summary>
    public static void Check(PolicyCheckContext context, FindingSink findings) => CisQuestions.ReportUnlogged(
        context, findings, Descriptor, Kinds.Select(k => (k.Group, k.Resource, "", (IEnumerable<string>)Changes)), "changes of", "Log create, update, patch, delete and deletecollection at Metadata or more.");
}
