using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd.Acceptance;

namespace AuditSdk.Semantics.Checks.Fluentd.Values;

/// <summary>Retries without a pause.</summary>
internal static class RetryWaitIsZero
{
    /// <summary>AUD2065.</summary>
    public static CheckDescriptor Descriptor { get; } = new("AUD2065", "Retries do not wait", FindingSeverity.Warning);

    /// <summary>Looks at each retry_wait.</summary>
    public static void Check(FluentdCheckContext context, FindingSink findings)
    {
        HashSet<Origin> told = [];
        foreach (WrittenParameter parameter in context.Written.Where(p => p.Schema.Name == "retry_wait"))
        {
            if (ZeroValue.Of(parameter) is not { } zero || !told.Add(parameter.Origin)) continue;
            findings.Add(Descriptor.At(parameter.Origin, $"{parameter.Key} is {zero}: when the destination fails, fluentd tries again at once, and all retries are used up in a moment. Write a time, such as 1s.") with { Remedy = context.SetAt("Wait one second, as fluentd does by default", parameter.Origin, "1s") });
        }
    }
}
