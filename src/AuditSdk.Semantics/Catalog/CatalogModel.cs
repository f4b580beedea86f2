using AuditSdk.Semantics.Documents;

namespace AuditSdk.Semantics.Catalog;

/// <summary>What one <c>.catalog</c> file says: facts about Kubernetes resources and fluentd plugins.</summary>
public sealed record CatalogFile
{
    /// <summary>The file as its author knows it; null where there is none.</summary>
    public string? File { get; init; }

    /// <summary>Releases the file knows, oldest first (<c>1.31 ... 1.36</c>); empty where it does not say.</summary>
    public ValueList<string> Releases { get; init; } = ValueList<string>.Empty;

    /// <summary>API groups with their resources.</summary>
    public ValueList<CatalogGroup> Groups { get; init; } = ValueList<CatalogGroup>.Empty;

    /// <summary>Groups that no release in reach serves any more.</summary>
    public ValueList<CatalogRemovedGroup> RemovedGroups { get; init; } = ValueList<CatalogRemovedGroup>.Empty;

    /// <summary>Enumerations that plugin parameters name.</summary>
    public ValueList<CatalogEnum> Enums { get; init; } = ValueList<CatalogEnum>.Empty;

    /// <summary>Plugins.</summary>
    public ValueList<CatalogPlugin> Plugins { get; init; } = ValueList<CatalogPlugin>.Empty;

    /// <summary>Sentences, parameters and sections that another file adds to plugins declared elsewhere.</summary>
    public ValueList<CatalogPlugin> Extensions { get; init; } = ValueList<CatalogPlugin>.Empty;

    /// <summary>Lines that could not be read; what they declare is left out.</summary>
    public ValueList<Finding> Findings { get; init; } = ValueList<Finding>.Empty;
}

/// <summary>An API group.</summary>
/// <param name="Name">The group; empty is the core group.</param>
/// <param name="ClassName">The C# class that holds its resources.</param>
/// <param name="Resources">Its resources.</param>
public sealed record CatalogGroup(string Name, string ClassName, ValueList<CatalogResource> Resources);

/// <summary>A group that was served once.</summary>
/// <param name="Name">The group.</param>
/// <param name="RemovedIn">The first release without it.</param>
/// <param name="Note">What took its place.</param>
public sealed record CatalogRemovedGroup(string Name, string RemovedIn, string Note);

/// <summary>A resource, or a subresource of one.</summary>
public sealed record CatalogResource
{
    /// <summary>The plural as in URLs (<c>pods</c>), or the subresource's own name (<c>log</c>).</summary>
    public string Name { get; init; } = "";

    /// <summary>The C# member.</summary>
    public string MemberName { get; init; } = "";

    /// <summary>The kind of its bodies.</summary>
    public string Kind { get; init; } = "";

    /// <summary>True for a namespaced resource.</summary>
    public bool Namespaced { get; init; }

    /// <summary>Verbs that it takes.</summary>
    public ValueList<string> Verbs { get; init; } = ValueList<string>.Empty;

    /// <summary>Names that kubectl takes in place of the plural (<c>deploy</c>); a policy does not.</summary>
    public ValueList<string> ShortNames { get; init; } = ValueList<string>.Empty;

    /// <summary>First release of the catalog that serves it; null where the oldest one does.</summary>
    public string? Since { get; init; }

    /// <summary>Last release of the catalog that serves it; null where the newest one does.</summary>
    public string? Until { get; init; }

    /// <summary>Its subresources.</summary>
    public ValueList<CatalogResource> Subresources { get; init; } = ValueList<CatalogResource>.Empty;

    /// <summary>A sentence for IntelliSense.</summary>
    public string? Summary { get; init; }
}

/// <summary>An enumeration.</summary>
/// <param name="Name">The C# name.</param>
/// <param name="Values">The values as fluentd reads them.</param>
public sealed record CatalogEnum(string Name, ValueList<CatalogEnumValue> Values);

/// <summary>A value of an enumeration.</summary>
/// <param name="Text">As fluentd reads it.</param>
/// <param name="Since">The fluentd version that brought it; null where the oldest known one has it.</param>
public sealed record CatalogEnumValue(string Text, string? Since);

/// <summary>A fluentd plugin type.</summary>
public sealed record CatalogPlugin
{
    /// <summary>input, output, filter, parser, formatter, buffer, storage, service_discovery, or system.</summary>
    public string Kind { get; init; } = "";

    /// <summary>The <c>@type</c>.</summary>
    public string Type { get; init; } = "";

    /// <summary>The C# class.</summary>
    public string ClassName { get; init; } = "";

    /// <summary>The gem that brings it; null for fluentd's own.</summary>
    public string? Gem { get; init; }

    /// <summary>The fluentd version that brought it; null where the oldest known one has it.</summary>
    public string? Since { get; init; }

    /// <summary>What is inside.</summary>
    public CatalogBody Body { get; init; } = new();

    /// <summary>The line of the catalog file, from 1.</summary>
    public int Line { get; init; }
}

/// <summary>The inside of a plugin or section.</summary>
public sealed record CatalogBody
{
    /// <summary>A sentence for IntelliSense.</summary>
    public string? Summary { get; init; }

    /// <summary>The argument after the section's name (<c>&lt;buffer tag,time&gt;</c>), if it takes one.</summary>
    public CatalogParameter? Argument { get; init; }

    /// <summary>Sentences for parameters and sections that another file declares; empty but in an extension, and empty once <see cref="CatalogSet"/> has merged it.</summary>
    public ValueList<CatalogSentence> Sentences { get; init; } = ValueList<CatalogSentence>.Empty;

    /// <summary>Parameters.</summary>
    public ValueList<CatalogParameter> Parameters { get; init; } = ValueList<CatalogParameter>.Empty;

    /// <summary>Nested sections.</summary>
    public ValueList<CatalogSection> Sections { get; init; } = ValueList<CatalogSection>.Empty;
}

/// <summary>A sentence for IntelliSense, kept apart from what it describes.</summary>
/// <param name="Name">The parameter or section as fluentd reads it.</param>
/// <param name="Text">The sentence.</param>
/// <param name="Line">The line of the catalog file, from 1.</param>
public sealed record CatalogSentence(string Name, string Text, int Line);

/// <summary>A parameter.</summary>
public sealed record CatalogParameter
{
    /// <summary>The name as fluentd reads it.</summary>
    public string Name { get; init; } = "";

    /// <summary>The C# member.</summary>
    public string MemberName { get; init; } = "";

    /// <summary>string, integer, float, size, time, bool, array, hash, enum, regexp, symbol, label (of a <c>&lt;label&gt;</c> section, where events go on) or custom.</summary>
    public string Type { get; init; } = "string";

    /// <summary>The enumeration of an enum; the element type of an array or hash, where it has one.</summary>
    public string? ValueType { get; init; }

    /// <summary>fluentd refuses the section without it.</summary>
    public bool Required { get; init; }

    /// <summary>A password, key or token: never written in clear.</summary>
    public bool Secret { get; init; }

    /// <summary>Still works, with a warning.</summary>
    public bool Deprecated { get; init; }

    /// <summary>A flat v0.12 parameter that fluentd converts silently.</summary>
    public bool Legacy { get; init; }

    /// <summary>Refused by fluentd since this version.</summary>
    public string? Removed { get; init; }

    /// <summary>The fluentd release that brought it; null where it is as old as the plugin or section that it is in.</summary>
    public string? Since { get; init; }

    /// <summary>The fluentd release that has it no more; null where it is there as long as the plugin or section that it is in.</summary>
    public string? Before { get; init; }

    /// <summary>The default as fluentd prints it; null where there is none.</summary>
    public string? Default { get; init; }

    /// <summary>Another name that fluentd accepts.</summary>
    public string? Alias { get; init; }

    /// <summary>A sentence for IntelliSense.</summary>
    public string? Summary { get; init; }
}

/// <summary>A nested section.</summary>
public sealed record CatalogSection
{
    /// <summary>The name as fluentd reads it.</summary>
    public string Name { get; init; } = "";

    /// <summary>The C# member.</summary>
    public string MemberName { get; init; } = "";

    /// <summary>The kind of plugin that the section holds (parser for <c>&lt;parse&gt;</c>); null for a section with a body of its own.</summary>
    public string? PluginKind { get; init; }

    /// <summary>True where the plugin inside is written without <c>@type</c> (forest's <c>&lt;template&gt;</c>).</summary>
    public bool Untyped { get; init; }

    /// <summary>True for a section of free keys (<c>&lt;record&gt;</c>, <c>&lt;labels&gt;</c>).</summary>
    public bool FreeForm { get; init; }

    /// <summary>At least one is needed.</summary>
    public bool Required { get; init; }

    /// <summary>More than one is allowed.</summary>
    public bool Multi { get; init; }

    /// <summary>The fluentd release that brought it; null where it is as old as what it is in.</summary>
    public string? Since { get; init; }

    /// <summary>The fluentd release that has it no more; null where it is there as long as what it is in.</summary>
    public string? Before { get; init; }

    /// <summary>What is inside.</summary>
    public CatalogBody Body { get; init; } = new();
}
