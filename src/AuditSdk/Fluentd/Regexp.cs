using AuditSdk.Semantics.Fluentd;

namespace AuditSdk.Fluentd;

/// <summary>A Ruby regular expression as fluentd reads it: <c>/pattern/</c> with the options i and m only, or the bare pattern.</summary>
public sealed record Regexp : IFluentdText
{
    private readonly FluentdValue _value;

    private Regexp(FluentdValue value) => _value = value;

    /// <summary>A literal expression.</summary>
    public static implicit operator Regexp(string expression) => new(FluentdValue.Text(expression));

    /// <summary>Ruby that gives an expression.</summary>
    public static implicit operator Regexp(RubyText ruby) => new(ruby.Value);

    FluentdValue IFluentdText.ToValue() => _value;
}
