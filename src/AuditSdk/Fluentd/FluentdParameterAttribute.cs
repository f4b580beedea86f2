namespace AuditSdk.Fluentd;

/// <summary>Says which parameter or section of a fluentd plugin a generated member stands for, so that analysis can read it without running it.</summary>
/// <param name="name">The name as fluentd reads it; empty is the text after the section's name.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class FluentdParameterAttribute(string name) : Attribute
{
    /// <summary>The name as fluentd reads it; empty is the text after the section's name.</summary>
    public string Name { get; } = name;

    /// <summary>True for a nested section.</summary>
    public bool IsSection { get; set; }

    /// <summary>True for the section of a plugin that is written without its <c>@type</c>.</summary>
    public bool Untyped { get; set; }

    /// <summary>True where fluentd refuses the section around without it.</summary>
    public bool Required { get; set; }

    /// <summary>The fluentd release that brought it; null where 1.3.3 has it.</summary>
    public string? Since { get; set; }

    /// <summary>The fluentd release that has it no more; null where the newest known one has it.</summary>
    public string? Before { get; set; }

    /// <summary>The fluentd version that refuses it; null where none does.</summary>
    public string? Removed { get; set; }
}
