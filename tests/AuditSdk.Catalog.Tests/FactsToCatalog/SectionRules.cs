namespace AuditSdk.Catalog.Tests.FactsToCatalog;

/// <summary>What the dumps cannot tell of a section.</summary>
internal static class SectionRules
{
    /// <summary>Parameters that the base classes of plugins have.</summary>
    public static bool IsInherited(string parameter) => parameter is "@type" or "@log_level" or "@id" or "@label";

    /// <summary>The kind of plugin that a section holds, or null.</summary>
    public static string? PluginKind(string section) => section switch
    {
        "parse" => "parser",
        "format" => "formatter",
        "buffer" => "buffer",
        "storage" => "storage",
        "service_discovery" => "service_discovery",
        "store" or "secondary" => "output",
        _ => null,
    };

    /// <summary>fluentd takes several of these three, told apart by an argument, but every plugin reads one.</summary>
    public static bool IsMulti(SectionFact section) => section.Multi && section.Name is not ("parse" or "format" or "storage");
}
