using AuditSdk.Semantics.Fluentd.Values;

namespace AuditSdk.Semantics.Fluentd.Plugins;

/// <summary>A parameter, or the argument of a section, as fluentd configures it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type; <c>custom</c> is converted by code of the plugin, <c>symbol</c> by Ruby.</param>
internal sealed record ParameterSchema(string Name, FluentdType Type)
{
    /// <summary>False where fluentd refuses the section without it.</summary>
    public bool HasDefault { get; init; }

    /// <summary>The default as text; null for nil, where there is none, and where the host makes it.</summary>
    public string? Default { get; init; }

    /// <summary>True where fluentd makes the default when it starts.</summary>
    public bool IsComputed { get; init; }

    /// <summary>Another name that fluentd accepts.</summary>
    public string? Alias { get; init; }

    /// <summary>True for a password, key or token.</summary>
    public bool IsSecret { get; init; }

    /// <summary>The text of fluentd's warning that the parameter is deprecated; empty where nobody noted it.</summary>
    public string? Deprecated { get; init; }

    /// <summary>The text of fluentd's error that the parameter was removed; empty where nobody noted it.</summary>
    public string? Removed { get; init; }

    /// <summary>True where the default is nil, so that nil is accepted as a value.</summary>
    public bool TakesNil => HasDefault && Default is null && !IsComputed;
}
