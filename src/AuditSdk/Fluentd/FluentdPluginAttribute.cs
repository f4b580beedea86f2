namespace AuditSdk.Fluentd;

/// <summary>Says which fluentd plugin a generated class stands for, so that analysis can read it without running it.</summary>
/// <param name="type">The <c>@type</c>.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class FluentdPluginAttribute(string type) : Attribute
{
    /// <summary>The <c>@type</c>.</summary>
    public string Type { get; } = type;

    /// <summary>The gem that brings it; null for fluentd's own.</summary>
    public string? Gem { get; set; }

    /// <summary>The fluentd release that brought it; null where 1.3.3 has it.</summary>
    public string? Since { get; set; }
}
