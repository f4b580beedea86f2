namespace AuditSdk.Fluentd;

/// <summary>A plugin at the head of a directive, where events can be routed.</summary>
public abstract record RoutedPlugin : Plugin
{
    /// <inheritdoc />
    protected RoutedPlugin(string type, string? file, int line)
        : base(type, file, line)
    {
    }

    /// <summary>The <c>@label</c>: where the events of this plugin go. Default: on through the top level.</summary>
    public Label? Label { get; init; }
}

/// <summary>A plugin that changes or drops events: for <c>&lt;filter&gt;</c>.</summary>
public abstract record FilterPlugin : RoutedPlugin
{
    /// <inheritdoc />
    protected FilterPlugin(string type, string? file, int line)
        : base(type, file, line)
    {
    }
}

/// <summary>A plugin that makes events: for <c>&lt;source&gt;</c>.</summary>
public abstract record InputPlugin : RoutedPlugin
{
    /// <inheritdoc />
    protected InputPlugin(string type, string? file, int line)
        : base(type, file, line)
    {
    }
}

/// <summary>A plugin that takes events away: for <c>&lt;match&gt;</c>, <c>&lt;store&gt;</c> and <c>&lt;secondary&gt;</c>.</summary>
public abstract record OutputPlugin : RoutedPlugin
{
    /// <inheritdoc />
    protected OutputPlugin(string type, string? file, int line)
        : base(type, file, line)
    {
    }

    /// <summary>The share of the events that this output gets among the stores of a <c>roundrobin</c> output, which alone reads it. Default: 1.</summary>
    [FluentdParameter("weight")]
    public Setting<long>? Weight
    {
        get => Get<Setting<long>?>("weight");
        init => Set("weight", value);
    }
}

/// <summary>Makes events from text: for <c>&lt;parse&gt;</c>.</summary>
public abstract record ParserPlugin : Plugin
{
    /// <inheritdoc />
    protected ParserPlugin(string type, string? file, int line)
        : base(type, file, line)
    {
    }
}

/// <summary>Makes text from events: for <c>&lt;format&gt;</c>.</summary>
public abstract record FormatterPlugin : Plugin
{
    /// <inheritdoc />
    protected FormatterPlugin(string type, string? file, int line)
        : base(type, file, line)
    {
    }
}

/// <summary>Keeps what a plugin has to remember: for <c>&lt;storage&gt;</c>.</summary>
public abstract record StoragePlugin : Plugin
{
    /// <inheritdoc />
    protected StoragePlugin(string type, string? file, int line)
        : base(type, file, line)
    {
    }
}

/// <summary>Finds the servers that an output talks to: for <c>&lt;service_discovery&gt;</c>.</summary>
public abstract record ServiceDiscoveryPlugin : Plugin
{
    /// <inheritdoc />
    protected ServiceDiscoveryPlugin(string type, string? file, int line)
        : base(type, file, line)
    {
    }
}
