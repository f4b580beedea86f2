namespace AuditSdk.Semantics.Catalog;

/// <summary>Names that generated members may not have, since their base classes or the user's code have them.</summary>
internal static class CatalogReserved
{
    /// <summary>Members of every object and record, and the one name that a record refuses.</summary>
    public static readonly IReadOnlyList<string> Object =
        ["Equals", "GetHashCode", "ToString", "GetType", "ReferenceEquals", "MemberwiseClone", "EqualityContract", "PrintMembers", "Clone"];

    /// <summary>Names that the class of a plugin may not have: those of members that are generated into it.</summary>
    public static readonly IReadOnlyList<string> PluginClass = [.. Object, "IsSecret"];

    private static readonly IReadOnlyList<string> Section =
    [
        .. Object, "Comment", "Extra", "ExtraSections", "Site", "Entries", "Argument", "Get", "Set", "GetArgument", "SetArgument",
        "GetSection", "SetSection", "GetSections", "SetSections", "GetFree", "SetFree", "IsSecret",
    ];

    private static readonly IReadOnlyList<string> Plugin = [.. Section, "Type", "Id", "LogLevel", "SectionArgument"];

    private static readonly IReadOnlyList<string> RoutedPlugin = [.. Plugin, "Label"];

    private static readonly IReadOnlyList<string> OutputPlugin = [.. RoutedPlugin, "Weight"];

    private static readonly IReadOnlyList<string> BufferPlugin = [.. Plugin, "ChunkKeys"];

    /// <summary>Members of the generated class of a group.</summary>
    public static readonly IReadOnlyList<string> GroupClass = [.. Object, "All", "Group", "Name", "Named", "Resource", "EverySubresource"];

    /// <summary>Members of the generated class of a resource.</summary>
    public static readonly IReadOnlyList<string> ResourceClass = [.. Object, "Group", "Resource", "Facts", "Names", "Named", "WithSubresources", "Subresource"];

    /// <summary>Names that a group class may not have: what users call their own members, the library's words, and Kubernetes' most used plurals.</summary>
    public static readonly IReadOnlyList<string> Groups =
    [
        "Policy", "Agent", "Source", "Match", "Filter", "Label", "Verb", "Level", "Stage", "Worker", "Include", "Directive", "Resource", "Rule", "Rules",
        "None", "Metadata", "Request", "RequestResponse", "Events", "System", "Values", "Units", "Secret", "Size", "Duration",
        "ApiGroup", "AuditPolicy", "KubernetesResource", "NamedResource", "PolicyRule", "ResourceFacts", "ResourceSelector", "SystemUsers", "SystemGroups",
        "FluentdConfig", "AuditSdk", "Node", "Type", "Version", "Buffer", "Console", "Environment", "Object", "String", "Enum", "Record", "Path", "File", "Directory", "Task",
    ];

    /// <summary>Members of the class that a body becomes.</summary>
    /// <param name="kind">The kind of a plugin; null for the body of a section, or for the settings of the process.</param>
    public static IReadOnlyList<string> Of(string? kind) => kind switch
    {
        null or "system" => Section,
        "input" or "filter" => RoutedPlugin,
        "output" => OutputPlugin,
        "buffer" => BufferPlugin,
        _ => Plugin,
    };
}
