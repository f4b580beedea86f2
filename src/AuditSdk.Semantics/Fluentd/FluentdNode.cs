using AuditSdk.Semantics.Documents;

namespace AuditSdk.Semantics.Fluentd;

/// <summary>One thing inside a fluentd section: a parameter, a section, or an include.</summary>
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

/// <summary>The value of a parameter: text, with embedded Ruby in it where fluentd is to run some when it starts. Without parts the value is unknown to the front end.</summary>
/// <param name="Parts">The parts in order; null where the value cannot be known.</param>
public sealed record FluentdValue(ValueList<FluentdValuePart>? Parts)
{
    /// <summary>The value exists but cannot be known here.</summary>
    public static FluentdValue Unknown { get; } = new((ValueList<FluentdValuePart>?)null);

    /// <summary>True where every part is known.</summary>
    public bool IsKnown => Parts is not null;

    /// <summary>The text where the value is known and has no Ruby, else null.</summary>
    public string? Literal => Parts is { } parts && parts.All(p => !p.IsRuby) ? string.Concat(parts.Select(p => p.Text)) : null;

    /// <summary>True where a part is Ruby.</summary>
    public bool HasRuby => Parts is { } parts && parts.Any(p => p.IsRuby);

    /// <summary>The text with its Ruby as <c>#{...}</c>; null where the value is unknown.</summary>
    public string? Source => Parts is null ? null : string.Concat(Parts.Select(p => p.IsRuby ? "#{" + p.Text + "}" : p.Text));

    /// <summary>A value that is plain text.</summary>
    public static FluentdValue Text(string text) => new(ValueList.From([new FluentdValuePart(text, IsRuby: false)]));
}

/// <summary>A piece of a <see cref="FluentdValue"/>.</summary>
/// <param name="Text">The text itself, or the Ruby code without its <c>#{ }</c>.</param>
/// <param name="IsRuby">True for Ruby code that fluentd evaluates when it reads the file.</param>
public sealed record FluentdValuePart(string Text, bool IsRuby);
