namespace AuditSdk.Semantics.Fluentd.Plugins;

/// <summary>A section, or the body of a plugin, as fluentd configures it: parameters in the order in which they are read.</summary>
internal sealed record SectionSchema
{
    /// <summary>Its name.</summary>
    public string Name { get; init; } = "";

    /// <summary>Another name that fluentd accepts.</summary>
    public string? Alias { get; init; }

    /// <summary>At least one is needed.</summary>
    public bool IsRequired { get; init; }

    /// <summary>More than one is allowed.</summary>
    public bool IsMulti { get; init; }

    /// <summary>It is there with its defaults where nobody writes it.</summary>
    public bool IsInit { get; init; }

    /// <summary>The argument; null where the section ignores it.</summary>
    public ParameterSchema? Argument { get; init; }

    /// <summary>The parameters in order.</summary>
    public IReadOnlyList<ParameterSchema> Parameters { get; init; } = [];

    /// <summary>The sections inside, in order.</summary>
    public IReadOnlyList<SectionSchema> Sections { get; init; } = [];

    /// <summary>Defaults that it sets for parameters of the plugin inside it.</summary>
    public IReadOnlyDictionary<string, string> Defaults { get; init; } = new Dictionary<string, string>();

    /// <summary>Why parameters and sections are not there that another fluentd has, by name.</summary>
    public IReadOnlyDictionary<string, string> Absences { get; init; } = new Dictionary<string, string>();

    /// <summary>True for keys that nobody declares, as in a plugin that only its name is known of.</summary>
    public bool IsOpen { get; init; }

    /// <summary>The section of a name inside.</summary>
    public SectionSchema? Section(string name) => Sections.FirstOrDefault(s => s.Is(name));

    /// <summary>True where the name is this section's, or its other one.</summary>
    public bool Is(string name) => Name == name || (Alias is not null && Alias == name);

    /// <summary>The same with the defaults that the section of the plugin's owner sets.</summary>
    public SectionSchema WithDefaultsOf(SectionSchema owner)
    {
        Dictionary<string, string?> defaults = owner.Parameters.Where(p => p.HasDefault && !p.IsComputed).ToDictionary(p => p.Name, p => p.Default, StringComparer.Ordinal);
        foreach (KeyValuePair<string, string> pair in owner.Defaults) defaults[pair.Key] = pair.Value.Length == 0 ? null : pair.Value;
        return this with { Parameters = [.. Parameters.Select(p => defaults.TryGetValue(p.Name, out string? text) ? p with { HasDefault = true, Default = text, IsComputed = false } : p)] };
    }
}
