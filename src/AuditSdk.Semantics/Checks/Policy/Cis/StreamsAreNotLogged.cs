using AuditSdk.Semantics.Documents;

namespace AuditSdk.Semantics.Checks.Policy.Cis;

/// <summary>CIS 3.2.2: exec, attach, port-forward and proxy are logged.</summary>
internal static class StreamsAreNotLogged
{
    private static readonly string[] Both = ["get", "create"];
    private static readonly (string Resource, string Subresource)[] Streams = [("pods", "exec"), ("pods", "attach"), ("pods", "portforward"), ("pods", "proxy"), ("services", "proxy")];

    /// <summary>AUD1203.</summary>
    public static CheckDescriptor Descriptor { get; } = new("AUD1203", "CIS 3.2.2: exec, port-forward and proxy are not logged", FindingSeverity.Warning, CheckProfile.Cis);

    /// <summary>Asks for each whether a use by anybody goes unlogged.</summary>
    public static void Check(PolicyCheckContext context, FindingSink findings) => CisQuestions.ReportUnlogged(
        context, findings, Descriptor, Streams.Select(s => ("", s.Resource, s.Subresource, (IEnumerable<string>)Both)), "the use of", "Log it at Metadata or more, with get and create.");
}
