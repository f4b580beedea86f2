using AuditSdk.Semantics.Documents;

namespace AuditSdk.Semantics.Fluentd;

/// <summary>One thing inside a fluentd section: a parameter, a section, an include, or something that is not known.</summary>
public abstract record FluentdNode
{
    /// <summary>Text written above it, one or more lines without their <c>#</c>.</summary>
    public string? Comment { get; init; }

    /// <summary>Where it was written.</summary>
    public Origin Origin { get; init; }
}

/// <summary>A line <c>key value</c>.</summary>
/// <param name="Key">The parameter's name.</param>
/// <param name="Value">The value before Ruby is expanded.</param>
public sealed record FluentdParameter(string Key, FluentdValue Value) : FluentdNode
{
    /// <summary>The key where it holds Ruby, else null; <see cref="Key"/> then shows the Ruby as <c>#{...}</c> and is not what fluentd sees.</summary>
    public FluentdValue? RubyKey { get; init; }
}

/// <summary>A section <c>&lt;name argument&gt; ... &lt;/name&gt;</c>; the root of a file is one named <c>ROOT</c>.</summary>
/// <param name="Name">The section's name.</param>
/// <param name="Argument">The text after the name, unquoted; empty where there is none.</param>
/// <param name="Nodes">What is inside, in order.</param>
public sealed record FluentdElement(string Name, string Argument, ValueList<FluentdNode> Nodes) : FluentdNode
{
    /// <summary>The argument where it holds Ruby, else null; <see cref="Argument"/> then shows the Ruby as <c>#{...}</c> and is not what fluentd sees.</summary>
    public FluentdValue? RubyArgument { get; init; }

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
