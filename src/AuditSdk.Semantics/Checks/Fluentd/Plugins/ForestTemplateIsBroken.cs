using AuditSdk.Semantics.Checks.Fluentd.Accepted;
using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd.Acceptance;

namespace AuditSdk.Semantics.Checks.Fluentd.Plugins;

/// <summary>A template whose mistakes show when the first event comes.</summary>
internal static class ForestTemplateIsBroken
{
    /// <summary>AUD2081.</summary>
    public static CheckDescriptor Descriptor { get; } = new("AUD2081", "A template of forest is broken", FindingSeverity.Error);

    // They are of the whole configuration, which the output is looked at without.
    private static readonly FluentdCause[] OfOthers = [FluentdCause.LabelUnknown, FluentdCause.SingleWorkerPlugin, FluentdCause.LogEventsTaken, FluentdCause.PathShared];

    /// <summary>Configures what forest would make.</summary>
    public static void Check(FluentdCheckContext context, FindingSink findings)
    {
        foreach (FluentdAcceptance template in context.Templates)
        {
            foreach (FluentdProblem problem in template.Errors.Concat(template.Warnings).Where(p => !OfOthers.Contains(p.Cause))) findings.Add(Of(problem) with { Remedy = CauseRemedies.Of(context, problem) });
        }
    }

    private static Finding Of(FluentdProblem problem)
    {
        bool isRefused = problem.Class != "warn";
        string said = problem.Message.Split('\n')[0].Trim().TrimEnd('.', ':');
        string effect = isRefused ? "forest cannot make the output, and every event is lost" : "Nobody is told of it";
        string advice = problem.Nearest is { } near ? $"Write '{near}'." : isRefused ? "Mend the template." : "Take it out.";
        Finding finding = Descriptor.At(problem.Origin, $"{effect}: {said}. {advice}");
        return finding with { Severity = isRefused ? FindingSeverity.Error : FindingSeverity.Warning, Detail = problem.Message };
    }
}
