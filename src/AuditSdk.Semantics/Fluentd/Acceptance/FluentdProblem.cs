using AuditSdk.Semantics.Catalog;
using AuditSdk.Semantics.Documents;

namespace AuditSdk.Semantics.Fluentd.Acceptance;

/// <summary>An error or a warning of fluentd while it reads a configuration.</summary>
/// <param name="Cause">What it is about.</param>
/// <param name="Class">The Ruby class of an error (<c>Fluent::ConfigError</c>); <c>warn</c> for a warning.</param>
/// <param name="Message">fluentd's own words; of a warning the first line.</param>
/// <param name="Origin">The parameter or section that it is about.</param>
public sealed record FluentdProblem(FluentdCause Cause, string Class, string Message, Origin Origin)
{
    /// <summary>The parameter, section, type, label or value in question; null where there is none.</summary>
    public string? Subject { get; init; }

    /// <summary>The plugin in question, <c>output.file</c>; null outside of plugins.</summary>
    public string? Plugin { get; init; }

    /// <summary>What could stand in place of <see cref="Subject"/>; empty where that is not a choice of a few.</summary>
    public ValueList<string> Candidates { get; init; } = ValueList<string>.Empty;

    /// <summary>The place that the problem is in conflict with, as the first of two equal ids; none where there is none.</summary>
    public Origin Other { get; init; }

    /// <summary>True where fluentd also prints <c>config error in:</c> with the section.</summary>
    public bool PrintsSection { get; init; }

    /// <summary>Why the subject is not there though another fluentd has it; null where none has.</summary>
    internal string? Absence { get; init; }

    /// <summary>What the subject is called now where it is a name of an older fluentd; null where it is none.</summary>
    internal string? NowCalled { get; init; }

    /// <summary>The candidate that is near the subject; null where none is.</summary>
    public string? Nearest => Subject is null || Absence is not null ? null : NowCalled ?? CatalogWords.Nearest(Subject, Candidates);
}

/// <summary>Ends the reading of a configuration; never leaves <see cref="FluentdAcceptance"/>.</summary>
internal sealed class RefusedException(FluentdProblem problem) : Exception(problem.Message)
{
    public FluentdProblem Problem { get; } = problem;
}
