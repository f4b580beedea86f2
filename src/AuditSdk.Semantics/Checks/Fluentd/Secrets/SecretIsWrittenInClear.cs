using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd.Acceptance;

namespace AuditSdk.Semantics.Checks.Fluentd.Secrets;

/// <summary>A password, key or token as a literal.</summary>
internal static class SecretIsWrittenInClear
{
    /// <summary>AUD2001.</summary>
    public static CheckDescriptor Descriptor { get; } = new("AUD2001", "A secret is written in clear", FindingSeverity.Error);

    /// <summary>Looks at every parameter that fluentd marks as secret.</summary>
    public static void Check(FluentdCheckContext context, FindingSink findings)
    {
        foreach (WrittenParameter parameter in context.Written.Where(p => p.Schema.IsSecret && p.Text.Length > 0))
        {
            findings.Add(Descriptor.At(parameter.Origin, $"'{parameter.Key}' is a secret, and everybody who reads the file reads it. Write \"#{{ENV['NAME']}}\", in double quotes, and give fluentd the variable."));
        }
    }
}
