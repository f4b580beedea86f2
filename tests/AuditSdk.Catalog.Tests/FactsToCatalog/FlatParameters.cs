using System.Text.Json;
using AuditSdk.Semantics.Catalog;

namespace AuditSdk.Catalog.Tests.FactsToCatalog;

/// <summary>The flat v0.12 parameters that a plugin converts silently, typed as the section parameter that they become.</summary>
internal sealed class FlatParameters(JsonElement flat, IReadOnlyList<CatalogPlugin> plugins)
{
    private static readonly Dictionary<string, string> Groups = new(StringComparer.Ordinal)
    {
        ["parser"] = "parse", ["formatter"] = "format", ["inject"] = "inject", ["extract"] = "extract", ["buffer"] = "buffer",
    };

    // What has no parameter of one type behind it: converted by code, or by the plugin that the section then holds.
    private static readonly HashSet<string> Flags = ["localtime", "utc", "include_time_key", "include_tag_key"];

    public IEnumerable<CatalogParameter> Of(PluginFact plugin, CatalogBody body)
    {
        if (!plugin.Helpers.Contains("compat_parameters")) return [];
        HashSet<string> present = [.. body.Parameters.Select(p => p.Name)];
        return Sections(plugin).SelectMany(Members).Where(p => present.Add(p.Name));
    }

    private IEnumerable<string> Sections(PluginFact plugin)
    {
        string prefix = plugin.Kind switch { "input" => "in_", "output" => "out_", _ => plugin.Kind + "_" };
        IEnumerable<string> helpers = flat.GetProperty("converted_by_plugin").TryGetProperty(prefix + plugin.Type, out JsonElement listed)
            ? listed.EnumerateArray().Select(h => h.GetString()!)
            : plugin.Kind == "output" ? plugin.Helpers.Append("buffer") : plugin.Helpers;
        IEnumerable<string> sections = helpers.Where(Groups.ContainsKey).Select(h => Groups[h]);
        return sections.SelectMany(s => s == "buffer" ? new[] { "buffer", "buffer_time_sliced" } : [s]).OrderBy(s => s, StringComparer.Ordinal);
    }

    private IEnumerable<CatalogParameter> Members(string section) => flat.GetProperty(section).EnumerateObject().Select(entry =>
    {
        CatalogParameter? target = entry.Value.GetString() is { } name && name != "@type" ? Target(section, name) : null;
        (string type, string? valueType) = target is not null ? (target.Type, target.ValueType) : (Flags.Contains(entry.Name) ? "bool" : "string", null);
        // v0.12 said "exception" where v1 says "throw_exception".
        if (entry.Name == "buffer_queue_full_action") valueType = "BufferQueueFullAction";
        return new CatalogParameter { Name = entry.Name, Type = type, ValueType = valueType, Legacy = true };
    });

    private CatalogParameter? Target(string section, string name)
    {
        IEnumerable<CatalogBody> bodies = section switch
        {
            "parse" => OfKind("parser"),
            "format" => OfKind("formatter"),
            "buffer" or "buffer_time_sliced" => OfKind("buffer"),
            _ => plugins.SelectMany(p => p.Body.Sections).Where(s => s.Name == section).Select(s => s.Body),
        };
        return bodies.SelectMany(b => b.Parameters).Where(p => p.Name == name).OrderBy(p => p.Type == "custom").FirstOrDefault();
    }

    private IEnumerable<CatalogBody> OfKind(string kind) => plugins.Where(p => p.Kind == kind).Select(p => p.Body);
}
