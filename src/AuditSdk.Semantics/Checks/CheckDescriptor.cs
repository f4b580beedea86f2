using AuditSdk.Semantics.Documents;

namespace AuditSdk.Semantics.Checks;

/// <summary>A check as its page in <c>docs/rules</c> names it.</summary>
/// <param name="Id">The stable id, <c>AUDnnnn</c>.</param>
/// <param name="Title">A sentence without a full stop: what is wrong.</param>
/// <param name="Severity">By what is lost.</param>
/// <param name="Profile">The narrowest profile that asks for it; wider ones do as well.</param>
public sealed record CheckDescriptor(string Id, string Title, FindingSeverity Severity, CheckProfile Profile = CheckProfile.Default)
{
    /// <summary>A finding of this check; control characters that a quoted text brought into the message are escaped, since a message is one line.</summary>
    public Finding At(Origin origin, string message) => new(Id, Severity, OneLine.Of(message), origin);
}

/// <summary>Which checks run: each profile has those of the ones before it.</summary>
public enum CheckProfile
{
    /// <summary>Mistakes, losses, leaks and noise.</summary>
    Default,

    /// <summary>Also what the CIS Kubernetes Benchmark asks for in 3.2.1 and 3.2.2.</summary>
    Cis,

    /// <summary>Also what is only worth knowing counts as a warning.</summary>
    Strict,
}
