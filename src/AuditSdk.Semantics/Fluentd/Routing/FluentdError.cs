namespace AuditSdk.Semantics.Fluentd.Routing;

/// <summary>An error as fluentd raises it.</summary>
/// <param name="Class">The class of the error, such as <c>Fluent::ConfigError</c>.</param>
/// <param name="Message">Its message.</param>
public sealed record FluentdError(string Class, string Message)
{
    /// <inheritdoc />
    public override string ToString() => $"{Class}: {Message}";
}

/// <summary>An error on its way to the one who handles it, as in Ruby. Caught where a run begins at the latest.</summary>
internal sealed class RaisedException(FluentdError error) : Exception(error.ToString())
{
    public RaisedException(string errorClass, string message)
        : this(new FluentdError(errorClass, message))
    {
    }

    public FluentdError Error { get; } = error;

    /// <summary>False for what passes by all of fluentd's own handlers.</summary>
    public bool IsStandard => Error.Class != "SystemStackError";

    public static RaisedException Config(string message) => new("Fluent::ConfigError", message);
}
