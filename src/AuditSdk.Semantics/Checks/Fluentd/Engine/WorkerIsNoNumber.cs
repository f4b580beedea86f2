using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd;

namespace AuditSdk.Semantics.Checks.Fluentd.Engine;

/// <summary>A worker whose number is none.</summary>
internal static class WorkerIsNoNumber
{
    /// <summary>AUD2087.</summary>
    public static CheckDescriptor Descriptor { get; } = new("AUD2087", "The number of a worker is none", FindingSeverity.Warning);

    /// <summary>Looks at the argument of each worker.</summary>
    public static void Check(FluentdCheckContext context, FindingSink findings)
    {
        foreach (FluentdElement worker in context.Root.Sections("worker").Where(w => w.RubyArgument is null && w.Argument.Length > 0))
        {
            if (worker.Argument.Split('-') is { Length: <= 2 } numbers && numbers.All(n => n.Trim().Length > 0 && n.Trim().All(c => c is >= '0' and <= '9'))) continue;
            findings.Add(Descriptor.At(worker.Origin, $"'{worker.Argument}' is no number, and fluentd takes the digits in front, or 0, without a word. Write <worker 0>, or <worker 0-1>."));
        }
    }
}
