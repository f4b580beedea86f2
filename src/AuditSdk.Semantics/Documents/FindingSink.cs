namespace AuditSdk.Semantics.Documents;

/// <summary>Collects findings; equal ones are kept once, so a problem met twice is told once.</summary>
public sealed class FindingSink
{
    private readonly HashSet<Finding> _seen = [];
    private readonly List<Finding> _findings = [];

    /// <summary>The findings in the order they were met.</summary>
    public IReadOnlyList<Finding> Findings => _findings;

    /// <summary>True where one of the findings is an error.</summary>
    public bool HasErrors => _findings.Exists(f => f.Severity == FindingSeverity.Error);

    /// <summary>Adds a finding.</summary>
    public void Add(Finding finding)
    {
        if (_seen.Add(finding)) _findings.Add(finding);
    }

    /// <summary>Adds an error; control characters that a quoted text brought into the message are shown as <c>\uXXXX</c>, since a message is one line.</summary>
    public void Error(string id, string message, Origin origin) => Add(new Finding(id, FindingSeverity.Error, OneLine.Of(message), origin));
}
