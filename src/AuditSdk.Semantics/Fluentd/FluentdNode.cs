using AuditSdk.Semantics.Documents;

namespace AuditSdk.Semantics.Fluentd;

/// <summary>One thing inside a fluentd section: a parameter, a section, an include, or something that is not known.</summary>
public abstract record FluentdNode
{
    /// <summary>Text written above it, one or more lines without their <c>#</c>.</summary>
    public string? Comment { get; init; }

    // The nodes of a large file have a file, a line and a column only; what has more, as nodes from C# do, is kept whole.
    private readonly object? _fileOrOrigin;
    private readonly int _line;
    private readonly int _column;

    /// <summary>Where it was written.</summary>
    public Origin Origin
    {
        get => _fileOrOrigin is Origin whole ? whole : new Origin((string?)_fileOrOrigin, _line, _column);
        init => (_fileOrOrigin, _line, _column) = (value.IsPointInFile ? value.File : value, value.Line, value.Column);
    }
}

/// <summary>A line <c>key value</c>.</summary>
/// <param name="Key">The parameter's name.</param>
/// <param name="Value">The value before Ruby is expanded.</param>
public sealed record FluentdParameter(string Key, FluentdValue Value) : FluentdNode
{
    private readonly HeadText _key = new(Key);

    /// <summary>The parameter's name.</summary>
    public string Key { get => _key.Text; init => _key = _key with { Text = value }; }

    /// <summary>The key where it holds Ruby, else null; <see cref="Key"/> then shows the Ruby as <c>#{...}</c> and is not what fluentd sees.</summary>
    public FluentdValue? RubyKey { get => _key.Ruby; init => _key = _key with { Ruby = value }; }
}

/// <summary>A section <c>&lt;name argument&gt; ... &lt;/name&gt;</c>; the root of a file is one named <c>ROOT</c>.</summary>
/// <param name="Name">The section's name.</param>
/// <param name="Argument">The text after the name, unquoted; empty where there is none.</param>
/// <param name="Nodes">What is inside, in order.</param>
public sealed record FluentdElement(string Name, string Argument, ValueList<FluentdNode> Nodes) : FluentdNode
{
    private readonly HeadText _argument = new(Argument);

    /// <summary>The text after the name, unquoted; empty where there is none.</summary>
    public string Argument { get => _argument.Text; init => _argument = _argument with { Text = value }; }

    /// <summary>The argument where it holds Ruby, else null; <see cref="Argument"/> then shows the Ruby as <c>#{...}</c> and is not what fluentd sees.</summary>
    public FluentdValue? RubyArgument { get => _argument.Ruby; init => _argument = _argument with { Ruby = value }; }

    /// <summary>Text written below the last node.</summary>
    public string? EndComment { get; init; }

    /// <summary>The parameters directly inside.</summary>
    public IEnumerable<FluentdParameter> Parameters => Nodes.OfType<FluentdParameter>();

    /// <summary>The sections directly inside.</summary>
    public IEnumerable<FluentdElement> Elements => Nodes.OfType<FluentdElement>();
}

/// <summary>A line <c>@include path</c>.</summary>
/// <param name="Path">The path or glob as written.</param>
public sealed record FluentdInclude(string Path) : FluentdNode
{
    /// <summary>The path where it holds Ruby, else null; <see cref="Path"/> then shows the Ruby as <c>#{...}</c>.</summary>
    public FluentdValue? RubyPath { get; init; }
}

/// <summary>Something of which the front end knows only that it may be there: any number of parameters, sections and includes may stand here.</summary>
public sealed record FluentdUnknown : FluentdNode;
