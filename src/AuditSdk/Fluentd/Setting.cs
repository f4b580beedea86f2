using AuditSdk.Semantics.Fluentd;

namespace AuditSdk.Fluentd;

/// <summary>The value of a parameter: a value of its type, or Ruby that fluentd evaluates when it starts (<see cref="RubyText"/>).</summary>
/// <typeparam name="T">The type of the parameter.</typeparam>
public readonly record struct Setting<T>
    where T : notnull
{
    private readonly T? _literal;

    private Setting(T? literal, RubyText? ruby)
    {
        _literal = literal;
        Ruby = ruby;
    }

    /// <summary>The Ruby, where the value is not a literal.</summary>
    public RubyText? Ruby { get; }

    /// <summary>The value, where it is a literal.</summary>
    /// <exception cref="InvalidOperationException">The value is known only to fluentd.</exception>
    public T Literal => Ruby is null ? _literal! : throw new InvalidOperationException("The value is Ruby, known only to fluentd.");

    /// <summary>A literal.</summary>
    public static implicit operator Setting<T>(T literal) => new(literal ?? throw new ArgumentNullException(nameof(literal), "A parameter is never null: leave it out where it has no value."), null);

    /// <summary>Ruby.</summary>
    public static implicit operator Setting<T>(RubyText ruby) => new(default, ruby ?? throw new ArgumentNullException(nameof(ruby)));

    internal FluentdValue ToValue(Func<T, string> text) => Ruby?.Value ?? FluentdValue.Text(text(_literal!));
}
