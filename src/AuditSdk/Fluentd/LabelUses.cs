using AuditSdk.Semantics.Documents;

namespace AuditSdk.Fluentd;

/// <summary>Which labels a configuration sends events to and which it defines: fluentd stops at one that is not there, or there twice. One that a rule of rewrite_tag_filter names it looks up with each event.</summary>
internal sealed class LabelUses(FindingSink findings)
{
    private static readonly string[] BuiltIn = ["@ERROR", "@FLUENT_LOG", "@ROOT"];

    private readonly Dictionary<string, Origin> _defined = new(StringComparer.Ordinal);
    private readonly List<(string Label, Origin Origin)> _used = [];

    /// <summary>True where other files are included, which may define any label: unknown is not absent.</summary>
    public bool MayBeElsewhere { get; set; }

    public void Define(Label label, Origin origin)
    {
        if (!IsNamed(label, origin)) return;
        if (label.Text == "@ROOT")
        {
            findings.Error("AUD9014", "<label @ROOT> cannot be defined: fluentd keeps it for the top level. Use another name.", origin);
        }
        else if (!_defined.TryAdd(label.Text, origin))
        {
            findings.Error("AUD9014", $"<label {label.Text}> is in the configuration twice, which fluentd refuses; the first is at line {_defined[label.Text].Line}. Join them.", origin);
        }
    }

    public void Use(Label label, Origin origin)
    {
        if (IsNamed(label, origin)) UseText(label.Text, origin);
    }

    /// <summary>A label as fluentd compares it, with its @.</summary>
    public void UseText(string label, Origin origin) => _used.Add((label, origin));

    public void Check()
    {
        foreach ((string label, Origin origin) in _used)
        {
            if (!MayBeElsewhere && !_defined.ContainsKey(label) && !BuiltIn.Contains(label))
            {
                findings.Error("AUD9014", $"The label {label} is used but has no section in the configuration, so fluentd does not start, or fails at each event that a rule sends there: add new LabelSection(...) for it.", origin);
            }
        }
    }

    private bool IsNamed(Label label, Origin origin)
    {
        if (!string.IsNullOrWhiteSpace(label.Name)) return true;
        findings.Error("AUD9010", "A label has no name.", origin);
        return false;
    }
}
