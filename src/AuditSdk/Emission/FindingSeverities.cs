using AuditSdk.Semantics.Documents;

namespace AuditSdk.Emission;

/// <summary>The severities that a project sets, as its generated registry hands them over: <c>AUD1003=none AUD1050=error</c>.</summary>
internal sealed class FindingSeverities
{
    private readonly Dictionary<string, FindingSeverity?> _severities = new(StringComparer.Ordinal);

    public FindingSeverities(string configured)
    {
        foreach (string pair in configured.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            int equals = pair.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0) _severities[pair[..equals]] = Parse(pair[(equals + 1)..]);
        }
    }

    /// <summary>The finding as the project wants it; null where it wants it not.</summary>
    public Finding? Apply(Finding finding)
    {
        if (!_severities.TryGetValue(finding.Id, out FindingSeverity? severity)) return finding;
        return severity is { } wanted ? finding with { Severity = wanted } : null;
    }

    private static FindingSeverity? Parse(string name) => name switch
    {
        "error" => FindingSeverity.Error,
        "warning" => FindingSeverity.Warning,
        "info" => FindingSeverity.Info,
        _ => null,
    };
}
