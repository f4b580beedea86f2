using System.Runtime.CompilerServices;

namespace AuditSdk.Fluentd;

/// <summary>A section that no type describes.</summary>
/// <remarks>Nothing knows which of its keys are secret, so a password in clear is written as it is: use <c>Env("NAME")</c>.</remarks>
public sealed record RawSection : Section
{
    /// <summary>A section of any name.</summary>
    /// <param name="name">The section's name.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public RawSection(string name, [CallerFilePath] string? file = null, [CallerLineNumber] int line = 0)
        : base(file, line)
        => Name = name;

    /// <summary>The section's name.</summary>
    public string Name { get; }

    /// <summary>The text after the name.</summary>
    public string? SectionArgument
    {
        get => GetArgument<Setting<string>?>()?.Literal;
        init => SetArgument(value is null ? null : (Setting<string>?)value);
    }

    internal static RawSection Of(string name, SettingMap keys) => new(name, null, 0) { Extra = keys };
}
