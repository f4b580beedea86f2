namespace AuditSdk.Fluentd;

/// <summary>A route of its own through the configuration. Make one object for a label and use it both where events enter and in its <see cref="LabelSection"/>.</summary>
/// <param name="Name">The name; the <c>@</c> in front is written for you.</param>
public sealed record Label(string Name)
{
    /// <summary><c>@ERROR</c>: events that a plugin gave up.</summary>
    public static Label Error { get; } = new("ERROR");

    /// <summary><c>@FLUENT_LOG</c>: fluentd's own log.</summary>
    public static Label FluentLog { get; } = new("FLUENT_LOG");

    /// <summary><c>@ROOT</c>: back to the top level, since fluentd 1.14.</summary>
    public static Label Root { get; } = new("ROOT");

    internal string Text => Name is ['@', ..] ? Name : "@" + Name;
}
