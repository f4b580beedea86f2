using System.Runtime.CompilerServices;
using AuditSdk.Semantics.Documents;

namespace AuditSdk.Fluentd;

/// <summary>A directive of a fluentd configuration.</summary>
public abstract record Directive
{
    private protected Directive(string? file, int line) => Site = new CallSite(file, line);

    /// <summary>Text written above the directive.</summary>
    public string? Comment { get; init; }

    internal CallSite Site { get; }
}

/// <summary><c>&lt;source&gt;</c>: where events come from.</summary>
public sealed record Source : Directive
{
    /// <summary>A source.</summary>
    /// <param name="plugin">The input.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public Source(InputPlugin plugin, [CallerFilePath] string? file = null, [CallerLineNumber] int line = 0)
        : base(file, line)
        => Plugin = plugin;

    /// <summary>The input.</summary>
    public InputPlugin Plugin { get; init; }
}

/// <summary><c>&lt;filter PATTERN&gt;</c>: changes or drops the events whose tag matches.</summary>
public sealed record Filter : Directive
{
    /// <summary>A filter.</summary>
    /// <param name="pattern">Tag patterns, separated by blanks: <c>audit.*</c> one part, <c>audit.**</c> any number of parts.</param>
    /// <param name="plugin">The filter.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public Filter(string pattern, FilterPlugin plugin, [CallerFilePath] string? file = null, [CallerLineNumber] int line = 0)
        : base(file, line)
        => (Pattern, Plugin) = (pattern, plugin);

    /// <summary>Tag patterns, separated by blanks.</summary>
    public string Pattern { get; init; }

    /// <summary>The filter.</summary>
    public FilterPlugin Plugin { get; init; }
}

/// <summary><c>&lt;match PATTERN&gt;</c>: takes the events whose tag matches; the first match in the file wins.</summary>
public sealed record Match : Directive
{
    /// <summary>A match.</summary>
    /// <param name="pattern">Tag patterns, separated by blanks: <c>audit.*</c> one part, <c>audit.**</c> any number of parts.</param>
    /// <param name="plugin">The output.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public Match(string pattern, OutputPlugin plugin, [CallerFilePath] string? file = null, [CallerLineNumber] int line = 0)
        : base(file, line)
        => (Pattern, Plugin) = (pattern, plugin);

    /// <summary>Tag patterns, separated by blanks.</summary>
    public string Pattern { get; init; }

    /// <summary>The output.</summary>
    public OutputPlugin Plugin { get; init; }
}

/// <summary><c>&lt;label @NAME&gt;</c>: the filters and matches of a route of its own.</summary>
public sealed record LabelSection : Directive
{
    /// <summary>The route of a label.</summary>
    /// <param name="label">The label.</param>
    /// <param name="directives">Filters and matches, in order.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public LabelSection(Label label, ValueList<Directive> directives, [CallerFilePath] string? file = null, [CallerLineNumber] int line = 0)
        : base(file, line)
        => (Label, Directives) = (label, directives);

    /// <summary>The label.</summary>
    public Label Label { get; init; }

    /// <summary>Filters and matches, in order.</summary>
    public ValueList<Directive> Directives { get; init; }
}

/// <summary><c>&lt;worker N&gt;</c> or <c>&lt;worker N-M&gt;</c>: directives for some of the worker processes.</summary>
public sealed record Worker : Directive
{
    /// <summary>Directives of the workers <paramref name="first"/> to <paramref name="last"/>.</summary>
    /// <param name="first">The first worker, from 0.</param>
    /// <param name="last">The last worker.</param>
    /// <param name="directives">Sources, filters, matches and labels.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public Worker(int first, int last, ValueList<Directive> directives, [CallerFilePath] string? file = null, [CallerLineNumber] int line = 0)
        : base(file, line)
        => (First, Last, Directives) = (first, last, directives);

    /// <summary>Directives of one worker.</summary>
    /// <param name="number">The worker, from 0.</param>
    /// <param name="directives">Sources, filters, matches and labels.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public Worker(int number, ValueList<Directive> directives, [CallerFilePath] string? file = null, [CallerLineNumber] int line = 0)
        : this(number, number, directives, file, line)
    {
    }

    /// <summary>The first worker, from 0.</summary>
    public int First { get; init; }

    /// <summary>The last worker.</summary>
    public int Last { get; init; }

    /// <summary>Sources, filters, matches and labels.</summary>
    public ValueList<Directive> Directives { get; init; }
}

/// <summary><c>&lt;system&gt;</c>: settings of the fluentd process; at most one in a configuration.</summary>
public sealed record SystemDirective : Directive
{
    /// <summary>The settings of the process.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public SystemDirective(SystemSettings settings, [CallerFilePath] string? file = null, [CallerLineNumber] int line = 0)
        : base(file, line)
        => Settings = settings;

    /// <summary>The settings.</summary>
    public SystemSettings Settings { get; init; }
}

/// <summary><c>@include PATH</c>: reads other files at this place; a glob that matches nothing is silently nothing.</summary>
public sealed record Include : Directive
{
    /// <summary>An include.</summary>
    /// <param name="path">A path or glob, relative to the including file.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public Include(string path, [CallerFilePath] string? file = null, [CallerLineNumber] int line = 0)
        : base(file, line)
        => Path = path;

    /// <summary>A path or glob.</summary>
    public string Path { get; init; }
}
