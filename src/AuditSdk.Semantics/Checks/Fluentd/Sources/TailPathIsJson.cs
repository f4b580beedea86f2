using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd;
using AuditSdk.Semantics.Fluentd.Values;

namespace AuditSdk.Semantics.Checks.Fluentd.Sources;

/// <summary>A path that is written as an array.</summary>
internal static class TailPathIsJson
{
    /// <summary>AUD2035.</summary>
    public static CheckDescriptor Descriptor { get; } = new("AUD2035", "The path of a tail is an array", FindingSeverity.Error);

    /// <summary>Looks for paths that begin with a bracket.</summary>
    public static void Check(FluentdCheckContext context, FindingSink findings)
    {
        foreach (PluginSection tail in context.Plugins.Where(p => p.Is("input", "tail")))
        {
            Node<string> path = tail.Element.Text("path");
            if (path.IsKnown && path.Value.StartsWith("[", StringComparison.Ordinal))
            {
                findings.Add(Descriptor.At(path.Origin, "path is a text that fluentd splits at commas: brackets and quotes stay in the paths, and no file is found. Write the paths with commas between them, without brackets and quotes.") with { Remedy = Paths(path.Value) is { } paths ? context.Set($"Write path {paths}: events of these files come then", tail.Element, ("path", paths)) : null });
            }
        }
    }

    private static string? Paths(string json)
        => new FluentdType("array").Read(json, "path").Value is FluentdDatum.List { Items: { Count: > 0 } items } && items.All(i => i is FluentdDatum.Text { Value: var path } && path.IndexOfAny([',', '"']) < 0) ? string.Join(",", items.Select(i => i!.ToText())) : null;
}
