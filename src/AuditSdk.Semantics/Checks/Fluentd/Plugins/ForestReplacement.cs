using System.Globalization;
using System.Text.RegularExpressions;
using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd;
using AuditSdk.Semantics.Fluentd.Acceptance;

namespace AuditSdk.Semantics.Checks.Fluentd.Plugins;

/// <summary>The one output with a buffer by tag that does the work of a <c>forest</c> of files.</summary>
internal static class ForestReplacement
{
    private static readonly Regex Placeholder = new(@"\$\{tag\}|__TAG__|\$\{tag_parts\[([0-9]+)\]\}|__TAG_PARTS\[([0-9]+)\]__", RegexOptions.CultureInvariant);
    private static readonly Regex AnyPlaceholder = new(@"\$\{[^}]*\}|__[A-Z_]+(?:\[[^\]]*\])?__", RegexOptions.CultureInvariant);

    /// <summary>The change; null where the template is not of one file for each tag.</summary>
    public static FluentdEdit? Of(FluentdCheckContext context, PluginSection forest)
    {
        FluentdElement element = forest.Element;
        if (context.Places.Of(element) is not { } place || element.IsOpen || element.Name != "match" || element.Text("subtype").Or(null) != "file") return null;
        if (element.Elements.Count() != 1 || element.Sections("template").FirstOrDefault() is not { IsOpen: false } template) return null;
        if (element.Parameters.Any(p => p.Key is not ("@type" or "type" or "subtype" or "remove_prefix")) || element.Text("remove_prefix").State == NodeState.Unknown) return null;
        if (template.All.SelectMany(s => s.Parameters).Any(p => (p.Value.Literal is not { } text || AnyPlaceholder.IsMatch(text)) && !(p.Key == "path" && template.Find("path") == p))) return null;
        int removed = element.Text("remove_prefix").Or(null) is { Length: > 0 } prefix ? prefix.Split('.').Length : 0;
        if (template.Text("path").Or(null) is not { } path || Path(path, removed) is not { } now) return null;
        if (Output(context, element, template, now) is not { } output) return null;
        string parts = removed == 0 ? "" : "; events keep the prefix of their tag, and what stands behind its next dot does not count any more";
        return new ReplacePlugin($"Write one file output with a buffer by tag in place of forest{parts}", place, output);
    }

    // The tag without its prefix is the part behind it.
    private static string? Path(string path, int removed)
    {
        string now = Placeholder.Replace(path, m => m.Groups[1].Success || m.Groups[2].Success ? Part(removed + int.Parse(m.Groups[1].Value + m.Groups[2].Value, CultureInfo.InvariantCulture)) : removed == 0 ? "${tag}" : Part(removed));
        return now != path || path.Contains("${tag}") ? AnyPlaceholder.Matches(now).Cast<Match>().All(m => Placeholders.HasTag(m.Value)) ? now : null : null;
    }

    private static string Part(int index) => "${tag[" + index.ToString(CultureInfo.InvariantCulture) + "]}";

    private static FluentdElement? Output(FluentdCheckContext context, FluentdElement forest, FluentdElement template, string path)
    {
        if (context.Schemas.Find("output", "file") is not { } file) return null;
        FlatSections? flat = context.Templates.FirstOrDefault(t => t.Made.Any(m => m.Owner == forest.Origin)) is { } made ? FlatSections.Of(made, template, forest.Origin, file) : null;
        bool hasFlat = context.Templates.Any(t => t.Flat.Any(f => template.Parameters.Any(p => p.Origin == f.Origin)));
        if (hasFlat && flat is null) return null;
        IEnumerable<FluentdNode> kept = template.Nodes.Where(n => n is not FluentdParameter p || (p.Key is not ("@type" or "type") && flat?.Removed.Contains(p.Key) != true));
        FluentdElement output = new("match", forest.Argument, ValueList.From(kept.Prepend(new FluentdParameter("@type", FluentdValue.Text("file"))).Concat(flat?.Sections ?? ValueList<FluentdElement>.Empty)));
        output = FluentdEditor.Apply(output, new SetParameters("", FluentdPath.Root, ValueList.From([new FluentdParameter("path", FluentdValue.Text(path))])));
        FluentdElement buffer = output.Sections("buffer").FirstOrDefault() ?? FluentdRemedies.Typed(new("buffer", "", ValueList<FluentdNode>.Empty), file);
        string[] keys = FluentdEditor.ChunkKeys(buffer.Argument);
        if (!keys.Contains("tag")) buffer = buffer with { Argument = string.Join(",", keys.Length == 0 ? ["tag", "time"] : keys.Append("tag")) };
        output = output with { Nodes = ValueList.From(output.Nodes.Where(n => n is not FluentdElement { Name: "buffer" }).Append(buffer)) };
        FluentdElement root = new("ROOT", "", ValueList.From([(FluentdNode)output]));
        return FluentdAcceptance.Of(root, new AcceptanceOptions { Target = context.Options.Target, Catalogs = context.Options.Catalogs }).Verdict == FluentdVerdict.Accepted ? output : null;
    }
}
