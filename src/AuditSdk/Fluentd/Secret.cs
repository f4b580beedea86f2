using AuditSdk.Semantics.Fluentd;

namespace AuditSdk.Fluentd;

/// <summary>The value of a password, key or token. It comes from fluentd's environment (<c>Env("ES_PASSWORD")</c>) or from Ruby; a literal is refused by the build unless <see cref="InClear"/> says that it is meant.</summary>
public sealed record Secret : IFluentdText
{
    private readonly FluentdValue _value;

    private Secret(FluentdValue value) => _value = value;

    /// <summary>A secret that fluentd reads when it starts.</summary>
    public static implicit operator Secret(RubyText ruby) => new((ruby ?? throw new ArgumentNullException(nameof(ruby))).Value);

    /// <summary>A literal; the build refuses it and says what to write instead.</summary>
    public static implicit operator Secret(string literal) => new(FluentdValue.Text(literal ?? throw new ArgumentNullException(nameof(literal), "A parameter is never null: leave it out where it has no value.")) with { Secret = SecretLiteral.Accident });

    /// <summary>A literal that is meant to be readable by whoever reads the file.</summary>
    public static Secret InClear(string literal) => new(FluentdValue.Text(literal ?? throw new ArgumentNullException(nameof(literal))) with { Secret = SecretLiteral.Meant });

    /// <summary>Never shows the value.</summary>
    public override string ToString() => "Secret";

    FluentdValue IFluentdText.ToValue() => _value;

    IEnumerable<(string Id, string Message)> IFluentdText.Problems => [];
}
