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

    IEnumerable<(string Id, string Message)> IFluentdText.Problems
    {
        get
        {
            HashSet<string> seen = new(StringComparer.Ordinal);
            foreach ((string key, Setting<string> value) in _entries)
            {
                if (key is null) yield return ("AUD9005", "has an entry whose name is null; take it out.");
                else if (!seen.Add(key)) yield return ("AUD9009", $"has the name '{key}' twice in its hash; fluentd would keep the last one only. Keep one.");
                else if (value is { Ruby: null, Literal: null }) yield return ("AUD9005", $"has a null for '{key}' in its hash; take it out.");
                else if (value.Ruby is not null) yield return ("AUD9010", $"has Ruby for '{key}' in its hash, which not every fluentd evaluates there: write the value as a literal, or the whole hash as Ruby.");
            }
        }
    }

    FluentdValue IFluentdText.ToValue()
    {
        Dictionary<string, string> hash = new(StringComparer.Ordinal);
        foreach ((string key, Setting<string> value) in _entries.Where(e => e.Key is not null)) hash[key] = value.Ruby?.Value.Source ?? value.Literal;
        return FluentdValue.Text(FluentdJson.Write(hash, hash.Keys.Concat(hash.Values).OfType<string>()));
    }
}
