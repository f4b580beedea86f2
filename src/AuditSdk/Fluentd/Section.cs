using System.ComponentModel;
using System.Globalization;
using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd;

namespace AuditSdk.Fluentd;

/// <summary>A fluentd section: its parameters and nested sections, in the order they were set.</summary>
public abstract record Section
{
    private ValueList<SectionEntry> _entries = [];

    /// <summary>A section made at a line of C#.</summary>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    protected Section(string? file, int line) => Site = new CallSite(file, line);

    /// <summary>Text written above the section, or at the top of a plugin's directive.</summary>
    public string? Comment { get; init; }

    /// <summary>Parameters that the type does not know: <c>Extra = new() { ["parameter"] = "value" }</c>.</summary>
    public SettingMap Extra { get; init; } = new();

    /// <summary>Nested sections that the type does not know.</summary>
    public ValueList<RawSection> ExtraSections { get; init; } = [];

    internal CallSite Site { get; }

    internal IReadOnlyList<SectionEntry> Entries => _entries;

    /// <summary>The text after the section's name, where the type has one.</summary>
    internal virtual FluentdValue? Argument => Find("")?.Text;

    /// <summary>True for a value in <see cref="Extra"/> that gives a secret away.</summary>
    internal bool IsSecretInClear(string? parameter, Setting<string> value) => parameter is not null && value is { Ruby: null, Literal: not null } && IsSecret(parameter);

    /// <summary>Whether a parameter is a password, key or token. Generated types that have some say so, of names and of aliases.</summary>
    /// <param name="parameter">The parameter as fluentd reads it.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected virtual bool IsSecret(string parameter) => false;

    /// <summary>What was set for a key, or null.</summary>
    protected T? Get<T>(string key)
        => Find(key) is { Typed: T typed } ? typed : default;

    /// <summary>Sets a text.</summary>
    protected void Set(string key, Setting<string>? value) => Put(key, value, value?.ToValue(static v => v));

    /// <summary>Sets a whole number.</summary>
    protected void Set(string key, Setting<long>? value) => Put(key, value, value?.ToValue(static v => v.ToString(CultureInfo.InvariantCulture)));

    /// <summary>Sets a number.</summary>
    protected void Set(string key, Setting<double>? value) => Put(key, value, value?.ToValue(static v => v.ToString("R", CultureInfo.InvariantCulture)));

    /// <summary>Sets a switch.</summary>
    protected void Set(string key, Setting<bool>? value) => Put(key, value, value?.ToValue(static v => v ? "true" : "false"));

    /// <summary>Sets a size.</summary>
    protected void Set(string key, Setting<Size>? value) => Put(key, value, value?.ToValue(static v => v.ToString()));

    /// <summary>Sets a length of time.</summary>
    protected void Set(string key, Setting<Duration>? value) => Put(key, value, value?.ToValue(static v => v.ToString()));

    /// <summary>Sets a value of an enumeration.</summary>
    protected void Set<T>(string key, Setting<T>? value, Func<T, string> text)
        where T : struct, Enum
        => Put(key, value, value?.ToValue(text));

    /// <summary>Sets an array of texts.</summary>
    protected void Set(string key, SettingList<string>? value) => PutText(key, value);

    /// <summary>Sets an array of whole numbers.</summary>
    protected void Set(string key, SettingList<long>? value) => PutText(key, value);

    /// <summary>Sets a hash.</summary>
    protected void Set(string key, SettingMap? value) => PutText(key, value);

    /// <summary>Sets a regular expression.</summary>
    protected void Set(string key, Regexp? value) => PutText(key, value);

    /// <summary>Sets a secret.</summary>
    protected void Set(string key, Secret? value) => PutText(key, value);

    /// <summary>Sets a label.</summary>
    protected void Set(string key, Label? value) => Put(key, value, value is null ? null : FluentdValue.Text(value.Text));

    /// <summary>Sets the argument after the section's name to a text.</summary>
    protected void SetArgument(Setting<string>? value) => PutArgument(value, value?.ToValue(static v => v));

    /// <summary>Sets the argument after the section's name to a value of an enumeration.</summary>
    protected void SetArgument<T>(Setting<T>? value, Func<T, string> text)
        where T : struct, Enum
        => PutArgument(value, value?.ToValue(text));

    /// <summary>What was set as argument, or null.</summary>
    protected T? GetArgument<T>() => Get<T>("");

    /// <summary>Sets the nested section of a name.</summary>
    /// <param name="name">The section's name.</param>
    /// <param name="section">The section.</param>
    /// <param name="untyped">True for a plugin that is written without its <c>@type</c>.</param>
    protected void SetSection(string name, Section? section, bool untyped = false)
        => Replace(name + ">", section is null ? null : new SectionEntry(name + ">", section) { Sections = [(name, section)], Untyped = untyped });

    /// <summary>Sets the nested sections of a name.</summary>
    /// <param name="name">The name of each of them.</param>
    /// <param name="sections">The sections.</param>
    /// <param name="untyped">True for plugins that are written without their <c>@type</c>.</param>
    protected void SetSections<T>(string name, ValueList<T> sections, bool untyped = false)
        where T : Section
        => Replace(name + ">", sections is null ? null : new SectionEntry(name + ">", sections) { Sections = [.. sections.Select(s => (name, (Section)s))], Untyped = untyped });

    /// <summary>The nested section of a name, or null.</summary>
    protected T? GetSection<T>(string name)
        where T : Section
        => Get<T>(name + ">");

    /// <summary>The nested sections of a name.</summary>
    protected ValueList<T> GetSections<T>(string name)
        where T : Section
        => Get<ValueList<T>>(name + ">") ?? [];

    /// <summary>Sets a section of free keys.</summary>
    protected void SetFree(string name, SettingMap? keys) => Replace(name + ">", keys is null ? null : new SectionEntry(name + ">", keys) { Sections = [(name, RawSection.Of(name, keys))] });

    /// <summary>A section of free keys, or null.</summary>
    protected SettingMap? GetFree(string name) => Get<SettingMap>(name + ">");

    private void PutText(string key, IFluentdText? value) => Put(key, value, value?.ToValue());

    private void Put(string key, object? typed, FluentdValue? text) => Replace(key, typed is null ? null : new SectionEntry(key, typed) { Text = text });

    private void PutArgument(object? typed, FluentdValue? text) => Replace("", typed is null ? null : new SectionEntry("", typed) { Text = text });

    // Every set parameter passes here while a build waits: loops, where LINQ would be compiled anew in each process.
    private void Replace(string key, SectionEntry? entry)
    {
        List<SectionEntry> entries = new(_entries.Count + 1);
        foreach (SectionEntry other in _entries)
        {
            if (!string.Equals(other.Key, key, StringComparison.Ordinal)) entries.Add(other);
        }

        if (entry is not null) entries.Add(entry);
        _entries = ValueList.From(entries);
    }

    private SectionEntry? Find(string key)
    {
        foreach (SectionEntry entry in _entries)
        {
            if (string.Equals(entry.Key, key, StringComparison.Ordinal)) return entry;
        }

        return null;
    }
}

/// <summary>One thing set on a section: a parameter with its text, the argument (keyed by the empty text), or nested sections (keyed <c>name&gt;</c>, which no parameter can be).</summary>
internal sealed record SectionEntry(string Key, object Typed)
{
    public FluentdValue? Text { get; init; }

    public bool IsArgument => Key.Length == 0;

    /// <summary>True for plugins that are written without their <c>@type</c> (forest's <c>&lt;template&gt;</c>).</summary>
    public bool Untyped { get; init; }

    public ValueList<(string Name, Section Section)> Sections { get; init; } = [];
}
