using System.Text.RegularExpressions;

namespace AuditSdk.Semantics.Fluentd.Acceptance;

/// <summary>out_file (fluentd 1.18): its path holds a placeholder for every chunk key.</summary>
internal sealed class FileOutputChecks : PluginChecks
{
    public override void Before(Plugin plugin)
    {
        CompatParameters.Formatter(plugin);
        CompatParameters.Buffer(plugin, "time");
        CompatParameters.Inject(plugin);
        ConfElement conf = plugin.Element;
        conf.Read("time_slice_format", plugin.Run);
        ConfElement buffer = conf.First("buffer") ?? conf.Add(new ConfElement("buffer", "time", conf.Origin));
        if (!buffer.Has("path") && !(conf.Read("@id", plugin.Run) is not null && plugin.Run.RootFolder is not null))
        {
            buffer.Set("path", conf.Read("path", plugin.Run) ?? ConfValue.Of("/tmp/dummy_path", conf.Origin));
        }

        if (!conf.Has("utc") && !conf.Has("localtime")) return;
        string name = conf.Has("utc") ? "utc" : "localtime";
        string message = $"'{name}' is deprecated for output plugin. This parameter is used for formatter plugin in compatibility layer. If you want to use same feature, use timekey_use_utc parameter in <buffer> directive instead";
        plugin.Warn(FluentdCause.ParameterDeprecated, message, conf.OriginOf(name), name);
    }

    public override void After(Plugin plugin)
    {
        ReadSection settings = plugin.Settings;
        OutputState output = plugin.Output!;
        bool isKnown = settings.TryText("path", out string? path) & settings.TryText("compress", out string? compress) & output.Keys is not null;
        if (!isKnown || path is null) return;
        double? section = output.BufferSection?.Number("timekey");
        if (path.Contains("*") && section is null) throw plugin.Refuse(FluentdCause.TimekeyInvalid, "path including '*' must be used with buffer chunk key 'time'", "path");
        double? timekey = output.ByTime ? (plugin.IsSecondary ? plugin.Primary!.Output!.Timekey : section) : null;
        if (output.ByTime && timekey is null) return;
        string template = Template(plugin, path, timekey, compress is "gz" or "gzip");
        CheckTemplate(plugin, output, template);
        HelperConfiguration.RequirePlain(plugin, "format");
        if (settings.TryText("symlink_path", out string? link) && link is not null) CheckSymlink(plugin, output, link);
    }

    private static string Template(Plugin plugin, string path, double? timekey, bool isCompressed)
    {
        ReadSection settings = plugin.Settings;
        string index = settings.IsTrue("append") ? "" : "_**";
        string compression = isCompressed ? ".gz" : "";
        string suffix = settings.IsFalse("add_path_suffix") || !settings.TryText("path_suffix", out string? given) ? "" : given ?? "";
        string? slice = plugin.Element.Peek("time_slice_format")?.Text;
        if (path.Contains("*"))
        {
            if (timekey is null) throw plugin.Refuse(FluentdCause.TimekeyInvalid, "BUG: configuration error must be raised for path including '*' without timekey", plugin.Settings.OriginOf("path"), "path", "RuntimeError");
            return path.Replace("*", (slice ?? TimeFormat(timekey.Value)) + index) + compression;
        }

        if (timekey is null) return path + index + suffix + compression;
        if (slice is not null) return $"{path}.{slice}{index}{suffix}{compression}";
        string[] directives = [.. Regex.Matches(TimeFormat(timekey.Value), "..").Cast<Match>().Select(m => m.Value)];
        if (!directives.Any(path.Contains)) return $"{path}.{string.Concat(directives)}{index}{suffix}{compression}";
        if (!directives.All(path.Contains)) throw plugin.Refuse(FluentdCause.ChunkKeyWithoutPlaceholder, "insufficient timestamp placeholders in path", settings.OriginOf("path"), "time");
        return path + index + suffix + compression;
    }

    private static string TimeFormat(double timekey) => timekey switch
    {
        >= 0 and < 60 => "%Y%m%d%H%M%S",
        >= 60 and < 3600 => "%Y%m%d%H%M",
        >= 3600 and < 86400 => "%Y%m%d%H",
        _ => "%Y%m%d",
    };

    private static void CheckTemplate(Plugin plugin, OutputState output, string template)
    {
        OutputState keys = plugin.IsSecondary ? new OutputState { ByTime = output.ByTime, Timekey = plugin.Settings.Section("buffer")?.Number("timekey") } : output;
        foreach ((FluentdCause cause, string message, string? subject) in Placeholders.Errors(keys, "path", template, checksKeys: !plugin.IsSecondary))
        {
            throw plugin.Refuse(cause, message, plugin.Settings.OriginOf("path"), subject);
        }

        if (!plugin.IsSecondary && plugin.Run.Options.IsWritable(template) is not true) Unwritable(plugin, template);
    }

    private static void Unwritable(Plugin plugin, string template)
    {
        if (plugin.Run.Options.IsWritable(template) is null) plugin.Run.Unknown(plugin.Settings.OriginOf("path"));
        else throw plugin.Refuse(FluentdCause.PathUnusable, $"out_file: `{template}` is not writable", "path");
    }

    private static void CheckSymlink(Plugin plugin, OutputState output, string link)
    {
        Plugin? buffer = plugin.IsSecondary ? null : output.Buffer;
        if (buffer?.Schema.Type is not ("file" or "file_single")) return;
        foreach ((FluentdCause cause, string message, string? subject) in Placeholders.Errors(output, "symlink_path", link, checksTime: false))
        {
            string warning = $"{message}. This means multiple chunks are competing for a single symlink_path, so some logs may not be taken from the symlink.";
            plugin.Warn(cause, warning, plugin.Settings.OriginOf("symlink_path"), subject);
        }
    }
}
