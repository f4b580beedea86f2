using System.Text.RegularExpressions;
using AuditSdk.Semantics.Fluentd;

namespace AuditSdk.Fluentd;

/// <summary>A Ruby regular expression as fluentd reads it: <c>/pattern/</c> with the options i and m only, or the bare pattern.</summary>
public sealed partial record Regexp : IFluentdText
{
    private readonly FluentdValue _value;

    private Regexp(FluentdValue value) => _value = value;

    /// <summary>A literal expression.</summary>
    public static implicit operator Regexp(string expression) => new(FluentdValue.Text(expression ?? throw new ArgumentNullException(nameof(expression), "A parameter is never null: leave it out where it has no value.")));

    /// <summary>Ruby that gives an expression.</summary>
    public static implicit operator Regexp(RubyText ruby) => new((ruby ?? throw new ArgumentNullException(nameof(ruby))).Value);

    FluentdValue IFluentdText.ToValue() => _value;

    IEnumerable<(string Id, string Message)> IFluentdText.Problems
        => _value.Literal is ['/', ..] text && !Slashed().IsMatch(text)
            ? [("AUD9010", "begins with '/' but does not end in '/' and the options i and m: fluentd would take it for another expression, '/a' for one that matches everything. Close it, or leave out both slashes.")]
            : [];

    [GeneratedRegex(@"\A/.*/(?:i|m|im|mi)?\z", RegexOptions.Singleline)]
    private static partial Regex Slashed();
}
