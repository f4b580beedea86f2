using AuditSdk.Semantics.Documents;

namespace AuditSdk.Semantics.Fluentd;

/// <summary>The value of a parameter: text, with embedded Ruby in it where fluentd is to run some when it starts. Without parts the value is unknown to the front end.</summary>
public sealed record FluentdValue
{
    // Nearly every value is plain text: it needs no list and no part until somebody asks for them.
    private readonly object? _textOrParts;

    /// <summary>A value of parts.</summary>
    /// <param name="parts">The parts in order; null where the value cannot be known.</param>
    public FluentdValue(ValueList<FluentdValuePart>? parts) => _textOrParts = parts is [{ IsRuby: false, Text: { } text }] ? text : parts;

    private FluentdValue(string text) => _textOrParts = text;

    /// <summary>The value exists but cannot be known here.</summary>
    public static FluentdValue Unknown { get; } = new((ValueList<FluentdValuePart>?)null);

    /// <summary>The empty text.</summary>
    internal static FluentdValue Empty { get; } = new("");

    /// <summary>The parts in order; null where the value cannot be known.</summary>
    public ValueList<FluentdValuePart>? Parts => _textOrParts is string text ? new([new FluentdValuePart(text, IsRuby: false)]) : (ValueList<FluentdValuePart>?)_textOrParts;

    /// <summary>True where every part is known.</summary>
    public bool IsKnown => _textOrParts is not null;

    /// <summary>The text where the value is known and has no Ruby, else null.</summary>
    public string? Literal => _textOrParts as string ?? LiteralOf(Parts);

    /// <summary>True where a part is Ruby.</summary>
    public bool HasRuby => _textOrParts is ValueList<FluentdValuePart> parts && parts.Any(p => p.IsRuby);

    /// <summary>The text with its Ruby as <c>#{...}</c>; null where the value is unknown.</summary>
    public string? Source => _textOrParts as string ?? SourceOf(Parts);

    /// <summary>A value that is plain text.</summary>
    public static FluentdValue Text(string text)
        => text is null ? new(new ValueList<FluentdValuePart>([new FluentdValuePart(text!, IsRuby: false)])) : text.Length == 0 ? Empty : new(text);

    /// <summary>What its author says of it as a secret; two values of the same text are equal whatever was said.</summary>
    public SecretLiteral Secret { get; init; }

    /// <summary>True for a value of the same parts.</summary>
    public bool Equals(FluentdValue? other) => other is not null && Equals(_textOrParts, other._textOrParts);

    /// <inheritdoc />
    public override int GetHashCode() => _textOrParts?.GetHashCode() ?? 0;

    private static string? LiteralOf(ValueList<FluentdValuePart>? parts) => parts is not null && parts.All(p => !p.IsRuby) ? string.Concat(parts.Select(p => p.Text)) : null;

    private static string? SourceOf(ValueList<FluentdValuePart>? parts) => parts is null ? null : string.Concat(parts.Select(p => p.IsRuby ? "#{" + p.Text + "}" : p.Text));
}

/// <summary>A piece of a <see cref="FluentdValue"/>.</summary>
/// <param name="Text">The text itself, or the Ruby code without its <c>#{ }</c>.</param>
/// <param name="IsRuby">True for Ruby code that fluentd evaluates when it reads the file.</param>
public sealed record FluentdValuePart(string Text, bool IsRuby);

/// <summary>What is said of a literal in the place of a password, key or token.</summary>
public enum SecretLiteral
{
    /// <summary>Nothing: the value is no literal, or nothing but fluentd knows that the place is one of secrets. So it is in files.</summary>
    Unsaid,

    /// <summary>In C#, a literal of which nobody said that it is meant.</summary>
    Accident,

    /// <summary>In C#, <c>Secret.InClear</c>: everybody may read it.</summary>
    Meant,
}
