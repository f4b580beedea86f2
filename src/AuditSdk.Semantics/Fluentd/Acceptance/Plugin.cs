using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd.Plugins;
using AuditSdk.Semantics.Fluentd.Values;

namespace AuditSdk.Semantics.Fluentd.Acceptance;

/// <summary>A plugin on its way through fluentd's configure.</summary>
internal sealed class Plugin(PluginSchema schema, ConfElement element, ConfigurationRun run)
{
    private ReadSection? _settings;

    public PluginSchema Schema { get; } = schema;

    public ConfElement Element { get; } = element;

    public ConfigurationRun Run { get; } = run;

    /// <summary>The plugin whose section it is in; null for one of its own.</summary>
    public Plugin? Owner { get; init; }

    /// <summary>The output that it is the secondary of.</summary>
    public Plugin? Primary { get; init; }

    public bool IsSecondary => Primary is not null;

    /// <summary>What was read of its section.</summary>
    public ReadSection Settings
    {
        get => _settings ?? throw new InvalidOperationException("The section is not read yet.");
        set => _settings = value;
    }

    /// <summary>The id that the user gave it.</summary>
    public string? Id { get; set; }

    /// <summary>True from where fluentd puts the id before the plugin's messages.</summary>
    public bool LogsWithId { get; set; }

    /// <summary>How many workers it runs in.</summary>
    public int Workers => Owner?.Workers ?? (Element.Workers.Count > 0 ? Element.Workers.Count : Run.Workers);

    /// <summary>True where it can run in several; a buffer or storage in files decides by its path.</summary>
    public bool IsMultiWorker { get; set; } = schema.IsMultiWorker;

    /// <summary>What fluentd finds out of an output; null for other kinds.</summary>
    public OutputState? Output { get; set; }

    public string Name => $"{Schema.Kind}.{Schema.Type}";

    public string ClassName => Schema.ClassName ?? "";

    public RefusedException Refuse(FluentdCause cause, string message, Origin origin, string? subject = null, string @class = "Fluent::ConfigError")
        => new(new FluentdProblem(cause, @class, message, origin) { Subject = subject, Plugin = Name });

    /// <summary>An error about a parameter.</summary>
    public RefusedException Refuse(FluentdCause cause, string message, string parameter) => Refuse(cause, message, Settings.OriginOf(parameter), parameter);

    public void Warn(FluentdCause cause, string message, Origin origin, string? subject = null)
    {
        string header = (Owner is { LogsWithId: true } ? Owner.Id : LogsWithId ? Id : null) is { } id ? $"[{id}] " : "";
        Run.Warnings.Add(new FluentdProblem(cause, "warn", header + message, origin) { Subject = subject, Plugin = Name });
    }

    /// <summary>The text of a key of the section; null where it is not there or not known.</summary>
    public string? Text(string key) => Element.Read(key, Run) is { IsKnown: true, Datum: FluentdDatum value } ? value.ToText() : null;
}

/// <summary>What fluentd finds out of an output before its own code goes on.</summary>
internal sealed class OutputState
{
    /// <summary>Events are buffered; null where that is decided at the start.</summary>
    public bool? IsBuffering { get; set; }

    /// <summary>Chunk keys but tag and time; null where they are not known.</summary>
    public IReadOnlyList<string>? Keys { get; set; } = [];

    public bool ByTag { get; set; }

    public bool ByTime { get; set; }

    /// <summary>The <c>timekey</c> in seconds; null where there is none or it is not known.</summary>
    public double? Timekey { get; set; }

    public string? TimekeyZone { get; set; }

    public Plugin? Buffer { get; set; }

    public Plugin? Secondary { get; set; }

    /// <summary>The section <c>buffer</c> as the output reads it.</summary>
    public ReadSection? BufferSection { get; set; }
}
