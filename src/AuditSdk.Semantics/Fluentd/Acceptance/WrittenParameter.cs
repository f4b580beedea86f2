using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd.Plugins;

namespace AuditSdk.Semantics.Fluentd.Acceptance;

/// <summary>A parameter of the file with the declaration that fluentd reads it by.</summary>
/// <param name="Schema">The declaration.</param>
/// <param name="Key">Its name as written, which may be an alias or a flat name of fluentd 0.12.</param>
/// <param name="Text">Its text.</param>
/// <param name="Origin">Where it is written.</param>
internal sealed record WrittenParameter(ParameterSchema Schema, string Key, string Text, Origin Origin)
{
    /// <summary>What its author says of it as a secret.</summary>
    public SecretLiteral Secret { get; init; }
}

/// <summary>A parameter of fluentd 0.12 that stands flat in a plugin, of which fluentd makes one in a section.</summary>
/// <param name="Name">Its name as written.</param>
/// <param name="Section">The section.</param>
/// <param name="Now">Its name in the section; null where it has no single one.</param>
/// <param name="Origin">Where it is written.</param>
internal sealed record FlatParameter(string Name, string Section, string? Now, Origin Origin);

/// <summary>A section that fluentd makes of the flat parameters of a plugin.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Argument">Its argument; empty for none.</param>
/// <param name="Values">What is in it, in order.</param>
/// <param name="Owner">The plugin.</param>
internal sealed record MadeSection(string Name, string Argument, ValueList<KeyValuePair<string, ConfValue>> Values, Origin Owner);
