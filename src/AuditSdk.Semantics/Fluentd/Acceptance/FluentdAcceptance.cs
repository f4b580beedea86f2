using AuditSdk.Semantics.Catalog;
using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd.Plugins;

namespace AuditSdk.Semantics.Fluentd.Acceptance;

/// <summary>What <c>fluentd --dry-run</c> says of a configuration.</summary>
public enum FluentdVerdict
{
    /// <summary>It starts.</summary>
    Accepted,

    /// <summary>It does not start.</summary>
    Refused,

    /// <summary>It depends on something that is not known here: Ruby in a value, a plugin's own code, a file of the host.</summary>
    Undecided,
}

/// <summary>Whether fluentd takes a configuration, and what it prints while it reads it (recorded from fluentd 1.18.0).</summary>
/// <param name="Verdict">The verdict.</param>
/// <param name="Error">The first error that fluentd raises; null where it raises none that is known. Where something unknown comes before it, another may be the first.</param>
/// <param name="Warnings">The warnings before it, in fluentd's order.</param>
/// <param name="Unknowns">Places that something was left open for.</param>
public sealed record FluentdAcceptance(FluentdVerdict Verdict, FluentdProblem? Error, ValueList<FluentdProblem> Warnings, ValueList<Origin> Unknowns)
{
    /// <summary>All errors in order; more than one only with <see cref="AcceptanceOptions.GoesOn"/>.</summary>
    public ValueList<FluentdProblem> Errors { get; init; } = ValueList<FluentdProblem>.Empty;

    /// <summary>Parameters with a known text, with the declarations they were read by.</summary>
    internal ValueList<WrittenParameter> Written { get; init; } = ValueList<WrittenParameter>.Empty;

    /// <summary>Flat parameters of fluentd 0.12 that a section was made of.</summary>
    internal ValueList<FlatParameter> Flat { get; init; } = ValueList<FlatParameter>.Empty;

    /// <summary>Those sections.</summary>
    internal ValueList<MadeSection> Made { get; init; } = ValueList<MadeSection>.Empty;

    /// <summary>Configures a parsed file as fluentd does, without starting anything.</summary>
    /// <param name="root">The root of the file, its includes resolved.</param>
    /// <param name="options">The target and the host; the defaults where null.</param>
    public static FluentdAcceptance Of(FluentdElement root, AcceptanceOptions? options = null)
    {
        options ??= new AcceptanceOptions();
        ConfigurationRun run = new(options, new PluginSchemas(options.Target, options.Catalogs, options.Types));
        ReservedParameters.Warn(root, run);
        try
        {
            new RootConfiguration(run).Configure(ConfElement.From(root, options.Environment));
        }
        catch (RefusedException refused)
        {
            run.Errors.Add(refused.Problem);
        }

        FluentdProblem? error = run.Errors.FirstOrDefault();
        FluentdVerdict verdict = error is not null ? FluentdVerdict.Refused : run.Unknowns.Count > 0 ? FluentdVerdict.Undecided : FluentdVerdict.Accepted;
        return new FluentdAcceptance(verdict, error, ValueList.From(run.Warnings), ValueList.From(run.Unknowns.Distinct()))
        {
            Errors = ValueList.From(run.Errors),
            Written = ValueList.From(run.Written),
            Flat = ValueList.From(run.Flat.Distinct()),
            Made = ValueList.From(run.Made),
        };
    }
}

/// <summary>The fluentd and the host that a configuration is read for. The defaults are those of the recording: root on Linux, every folder writable, no file there.</summary>
public sealed record AcceptanceOptions
{
    /// <summary>The fluentd.</summary>
    public FluentdTarget Target { get; init; } = FluentdTarget.Default;

    /// <summary>Catalogs of the user, which declare plugins of their own.</summary>
    public ValueList<CatalogFile> Catalogs { get; init; } = ValueList<CatalogFile>.Empty;

    /// <summary>Types of plugins that the user says are there; nothing is known of their parameters.</summary>
    public ValueList<string> Types { get; init; } = ValueList<string>.Empty;

    /// <summary>True to go on behind the plugin, label or worker that fluentd refuses, for all errors at once; default: false, as fluentd.</summary>
    public bool GoesOn { get; init; }

    /// <summary>Whether a file can be written at a path; null where that is not known.</summary>
    public Func<string, bool?> IsWritable { get; init; } = _ => true;

    /// <summary>Variables of the environment, for <c>#{ENV['NAME']}</c>: null for one that is not set. Null where nothing is known of them, so that no verdict depends on them.</summary>
    public Func<string, string?>? Environment { get; init; }

    /// <summary>Whether a file exists at a path; null where that is not known.</summary>
    public Func<string, bool?> Exists { get; init; } = _ => null;
}
