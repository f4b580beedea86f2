using System.Text.RegularExpressions;

namespace AuditSdk.Semantics.Fluentd.Acceptance;

/// <summary>out_secondary_file (fluentd 1.18): only in a secondary, with placeholders of the primary's chunk keys.</summary>
internal sealed class SecondaryFileChecks : PluginChecks
{
    private const string Incompatible = "out_secondary_file: basename or directory has an incompatible placeholder";

    public override void After(Plugin plugin)
    {
        if (!plugin.IsSecondary) throw plugin.Refuse(FluentdCause.SecondaryInvalid, "This plugin can only be used in the <secondary> section", plugin.Element.Origin, "secondary_file");
        if (!plugin.Settings.TryText("directory", out string? folder) || !plugin.Settings.TryText("basename", out string? name) || folder is null || name is null) return;
        if (name.Contains("/")) throw plugin.Refuse(FluentdCause.ValueInvalid, "basename should not include `/`", "basename");
        string path = $"{folder.TrimEnd('/')}/{name.TrimStart('/')}";
        CheckPlaceholders(plugin, plugin.Output!, path);
        if (plugin.Run.Options.IsWritable(path) is false) throw plugin.Refuse(FluentdCause.PathUnusable, $"out_secondary_file: `{folder}` should be writable", "directory");
    }

    private static void CheckPlaceholders(Plugin plugin, OutputState output, string path)
    {
        if (output.Keys is null) return;
        string[] all = [.. Regex.Matches(path, @"\$\{(tag(\[[0-9]+\])?|[\w.@-]+)\}", RegexOptions.CultureInvariant | RegexOptions.ECMAScript).Cast<Match>().Select(m => m.Groups[1].Value)];
        if (!output.ByTime && path.IndexOf('%') >= 0 && (TimeDirectives.Of(path).Length > 0 || path.Contains("%%")))
        {
            throw plugin.Refuse(FluentdCause.PlaceholderWithoutChunkKey, $"{Incompatible}, remove time formats, like `%Y%m%d`, from basename or directory", plugin.Settings.OriginOf("basename"), "time");
        }

        if (!output.ByTag && all.FirstOrDefault(p => p.Contains("tag")) is { } tag)
        {
            throw plugin.Refuse(FluentdCause.PlaceholderWithoutChunkKey, $"{Incompatible} {tag}, remove tag placeholder, like `${{tag}}`, from basename or directory", plugin.Settings.OriginOf("basename"), tag);
        }

        if (all.FirstOrDefault(p => !p.Contains("tag") && p != "chunk_id" && !output.Keys.Contains(p)) is { } key)
        {
            throw plugin.Refuse(FluentdCause.PlaceholderWithoutChunkKey, $"{Incompatible} {key}, remove variable placeholder, like `${{varname}}`, from basename or directory", plugin.Settings.OriginOf("basename"), key);
        }
    }
}
