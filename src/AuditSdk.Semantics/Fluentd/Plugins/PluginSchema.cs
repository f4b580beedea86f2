namespace AuditSdk.Semantics.Fluentd.Plugins;

/// <summary>A plugin as fluentd configures it.</summary>
/// <param name="Kind">input, output, filter, parser, formatter, buffer, storage, service_discovery or system.</param>
/// <param name="Type">The <c>@type</c>.</param>
internal sealed record PluginSchema(string Kind, string Type)
{
    /// <summary>The Ruby class, for messages; null where it is not known.</summary>
    public string? ClassName { get; init; }

    /// <summary>The gem that brings it; null for fluentd's own.</summary>
    public string? Gem { get; init; }

    /// <summary>True for a plugin of fluentd 0.12's interface.</summary>
    public bool IsOldApi { get; init; }

    /// <summary>False for a plugin that refuses <c>workers</c> above 1.</summary>
    public bool IsMultiWorker { get; init; } = true;

    /// <summary>What an output does with events: non_buffered, buffered, delayed_commit, custom_format; null where it is no ordinary output, such as copy.</summary>
    public IReadOnlyList<string>? Emits { get; init; }

    /// <summary>fluentd's helpers that it includes, in order.</summary>
    public IReadOnlyList<string> Helpers { get; init; } = [];

    /// <summary>What can be written in it.</summary>
    public SectionSchema Body { get; init; } = new();

    /// <summary>False where only its name is known: a gem's plugin, or one that the user declared.</summary>
    public bool IsComplete { get; init; } = true;

    /// <summary>True where the output does that with events.</summary>
    public bool Does(string way) => Emits is not null && Emits.Contains(way);

    /// <summary>True where it includes a helper.</summary>
    public bool Uses(string helper) => Helpers.Contains(helper);
}
