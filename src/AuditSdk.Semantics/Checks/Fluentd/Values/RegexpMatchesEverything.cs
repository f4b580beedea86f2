using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd.Acceptance;
using AuditSdk.Semantics.Fluentd.Values;

namespace AuditSdk.Semantics.Checks.Fluentd.Values;

/// <summary>A regular expression whose end is missing.</summary>
internal static class RegexpMatchesEverything
{
    /// <summary>AUD2061.</summary>
    public static CheckDescriptor Descriptor { get; } = new("AUD2061", "A regular expression became empty and matches everything", FindingSeverity.Error);

    /// <summary>Looks for expressions with one slash only.</summary>
    public static void Check(FluentdCheckContext context, FindingSink findings)
    {
        HashSet<Origin> told = [];
        foreach (WrittenParameter parameter in context.Written.Where(p => p.Schema.Type.Name == "regexp" && p.Text.Length > 1 && p.Text[0] == '/'))
        {
            if (parameter.Schema.Type.Read(parameter.Text, parameter.Key) is not { Error: null, Value: FluentdDatum.Regexp { Pattern: "" } } || !told.Add(parameter.Origin)) continue;
            findings.Add(Descriptor.At(parameter.Origin, $"fluentd finds no second slash in '{parameter.Text}' and takes an empty expression, which matches everything; ' #' begins a comment. Write it in single quotes: '/.../'."));
        }
    }
}
