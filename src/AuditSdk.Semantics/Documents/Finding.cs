namespace AuditSdk.Semantics.Documents;

/// <summary>One problem of a document, for the person who wrote it: what is wrong, where, and what to do.</summary>
/// <param name="Id">The stable id, <c>AUDnnnn</c>; <c>docs/rules</c> has its page.</param>
/// <param name="Severity">How bad it is.</param>
/// <param name="Message">One line: the fact, then what to do.</param>
/// <param name="Origin">The place to look at.</param>
public sealed record Finding(string Id, FindingSeverity Severity, string Message, Origin Origin)
{
    /// <summary>The place inside the document, as the real program writes it (<c>rules[3].verbs[0]</c>); null for the document as a whole.</summary>
    public string? Path { get; init; }

    /// <summary>Other places that explain it, such as the rules that cover one.</summary>
    public ValueList<Origin> Related { get; init; } = ValueList<Origin>.Empty;

    /// <summary>The change that answers it, where there is an obvious one.</summary>
    public Remedy? Remedy { get; init; }

    /// <summary>A request or event that shows the problem, on one line; null where there is none.</summary>
    public string? Counterexample { get; init; }

    /// <summary>True where kube-apiserver or fluentd would refuse the file.</summary>
    public bool IsRefusal { get; init; }

    /// <summary>The real program's own words; null where they are not known.</summary>
    public string? Detail { get; init; }
}

/// <summary>A change of a document that answers a finding.</summary>
/// <param name="Title">What it does, as a sentence without a full stop: the title of a code fix.</param>
public abstract record Remedy(string Title);

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
