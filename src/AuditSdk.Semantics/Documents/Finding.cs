namespace AuditSdk.Semantics.Documents;

/// <summary>One problem of a document, for the person who wrote it: what is wrong, where, and what to do.</summary>
/// <param name="Id">The stable id, <c>AUDnnnn</c>; <c>docs/rules</c> has its page.</param>
/// <param name="Severity">How bad it is.</param>
/// <param name="Message">One line: the fact, then what to do.</param>
/// <param name="Origin">The place to look at.</param>
public sealed record Finding(string Id, FindingSeverity Severity, string Message, Origin Origin);

/// <summary>Severity of a <see cref="Finding"/>, by what is lost.</summary>
public enum FindingSeverity
{
    /// <summary>Worth knowing.</summary>
    Info,

    /// <summary>Probably not what was meant.</summary>
    Warning,

    /// <summary>Refused by the real program, an event lost, or a secret leaked.</summary>
    Error,
}
