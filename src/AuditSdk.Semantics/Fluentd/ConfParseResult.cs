using AuditSdk.Semantics.Documents;

namespace AuditSdk.Semantics.Fluentd;

/// <summary>A parsed configuration: its tree, or the one error that stopped the parser, as it stops fluentd.</summary>
/// <param name="Root">The root of the tree, or null.</param>
/// <param name="Error">The error, or null.</param>
public sealed record ConfParseResult(FluentdElement? Root, ConfParseError? Error)
{
    /// <summary>Includes that mean no file, of which the tree keeps nothing.</summary>
    public ValueList<FluentdInclude> EmptyIncludes { get; init; } = ValueList<FluentdInclude>.Empty;
}

/// <summary>Why a configuration cannot be read.</summary>
/// <param name="Message">What is wrong, in fluentd's words where fluentd has some; one line.</param>
/// <param name="FluentdMessage">The whole message as fluentd prints it, with the lines around; it counts columns in bytes.</param>
/// <param name="Origin">The place.</param>
public sealed record ConfParseError(string Message, string FluentdMessage, Origin Origin)
{
    /// <summary>What to do, in a sentence, where that is more than to mend the line.</summary>
    internal string? Advice { get; init; }
}

/// <summary>Ends the parse of a configuration; never leaves the parser.</summary>
internal sealed class ConfParseException(ConfParseError error) : Exception(error.Message)
{
    public ConfParseError Error { get; } = error;
}
