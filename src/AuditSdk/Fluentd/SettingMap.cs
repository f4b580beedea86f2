using System.Text.Json;
using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd;

namespace AuditSdk.Fluentd;

/// <summary>Names with values, in the order they were set: <c>new() { ["name"] = "value" }</c>. The value of a hash parameter, the keys of a free section, or parameters that no type knows.</summary>
public sealed record SettingMap : IFluentdText
{
    private ValueList<(string Key, Setting<string> Value)> _entries = [];

    /// <summary>Sets a name; a name set twice is reported when the file is written.</summary>
    /// <param name="key">The name.</param>
    public Setting<string> this[string key]
    {
        init => _entries = [.. _entries, (key, value)];
    }

    internal IReadOnlyList<(string Key, Setting<string> Value)> Entries => _entries;

    // Ruby inside JSON is evaluated by some versions only, so a hash takes literals.
    FluentdValue IFluentdText.ToValue()
        => FluentdValue.Text(JsonSerializer.Serialize(_entries.Select(e => KeyValuePair.Create(e.Key, e.Value.Literal)).ToDictionary(), FluentdJson.Options));
}
