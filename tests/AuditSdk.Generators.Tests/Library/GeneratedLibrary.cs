using System.Reflection;
using AuditSdk.Fluentd;
using AuditSdk.Kubernetes;

namespace AuditSdk.Generators.Tests.Library;

/// <summary>What the generator made of the library's own catalogs, as AuditSdk.dll has it.</summary>
internal static class GeneratedLibrary
{
    /// <summary>Plugin classes, and the settings of the process.</summary>
    public static IReadOnlyList<Type> Plugins { get; } =
        [.. typeof(Plugin).Assembly.GetExportedTypes().Where(t => t.IsDefined(typeof(FluentdPluginAttribute)) || t == typeof(SystemSettings)).OrderBy(t => t.Name, StringComparer.Ordinal)];

    /// <summary>Classes of nested sections.</summary>
    public static IReadOnlyList<Type> Sections { get; } =
        [.. typeof(Plugin).Assembly.GetExportedTypes().Where(t => t.IsNested && t.IsSubclassOf(typeof(Section))).OrderBy(t => t.FullName, StringComparer.Ordinal)];

    /// <summary>Classes of API groups.</summary>
    public static IReadOnlyList<Type> Groups { get; } =
        [.. typeof(Plugin).Assembly.GetExportedTypes().Where(t => !t.IsNested && Resources(t).Any()).OrderBy(t => t.Name, StringComparer.Ordinal)];

    /// <summary>The members that stand for parameters and sections.</summary>
    public static IEnumerable<(PropertyInfo Member, FluentdParameterAttribute Fact)> Members(Type type)
        => from member in type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
           let fact = member.GetCustomAttribute<FluentdParameterAttribute>()
           where fact is not null
           select (member, fact);

    /// <summary>The members that stand for resources or subresources.</summary>
    public static IEnumerable<(PropertyInfo Member, KubernetesResourceAttribute Fact)> Resources(Type type)
        => from member in type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
           let fact = member.GetCustomAttribute<KubernetesResourceAttribute>()
           where fact is not null
           select (member, fact);

    /// <summary>The kind of a plugin class as the facts name it.</summary>
    public static string Kind(Type type) => type == typeof(SystemSettings) ? "system" : type.BaseType!.Name.Replace("Plugin", "", StringComparison.Ordinal) switch
    {
        "ServiceDiscovery" => "service_discovery",
        string name => name.ToLowerInvariant(),
    };
}
