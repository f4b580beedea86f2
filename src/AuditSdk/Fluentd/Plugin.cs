namespace AuditSdk.Fluentd;

/// <summary>A section that a fluentd plugin reads: <c>@type</c> and what that plugin takes.</summary>
public abstract record Plugin : Section
{
    /// <summary>A plugin of a type.</summary>
    /// <param name="type">The <c>@type</c>.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    protected Plugin(string type, string? file, int line)
        : base(file, line)
        => Type = type;

    /// <summary>The <c>@type</c>.</summary>
    public string Type { get; }

    /// <summary>The <c>@id</c>: the name of the plugin in logs and metrics, unique in a configuration.</summary>
    public Setting<string>? Id { get; init; }

    /// <summary>The <c>@log_level</c> of this plugin alone.</summary>
    public PluginLogLevel? LogLevel { get; init; }

    /// <summary>The text after the section's name, such as <c>ignore_error</c> in <c>&lt;store ignore_error&gt;</c>.</summary>
    public string? SectionArgument
    {
        get => GetArgument<Setting<string>?>()?.Literal;
        init => SetArgument(value is null ? null : (Setting<string>?)value);
    }
}

/// <summary>Levels of a plugin's own log.</summary>
public enum PluginLogLevel
{
    /// <summary>Everything.</summary>
    Trace,

    /// <summary>For developers.</summary>
    Debug,

    /// <summary>fluentd's default.</summary>
    Info,

    /// <summary>Warnings and errors.</summary>
    Warn,

    /// <summary>Errors.</summary>
    Error,

    /// <summary>Only what ends fluentd.</summary>
    Fatal,
}
