using System.Text.RegularExpressions;

namespace AuditSdk.Semantics.Fluentd.Acceptance;

/// <summary>in_tail (fluentd 1.18).</summary>
internal sealed class TailChecks : PluginChecks
{
    private const int MostFormats = 20;
    private const int BytesToRead = 8192;

    public override void Before(Plugin plugin)
    {
        CompatParameters.Parser(plugin);
        ConfElement conf = plugin.Element;
        if (conf.First("parse") is not { } parse)
        {
            if (conf.IsOpen) return;
            throw plugin.Refuse(FluentdCause.SectionMissing, "<parse> section is required.", conf.Origin, "parse");
        }

        for (int i = 1; i <= MostFormats; i++)
        {
            if (conf.Read($"format{i}", plugin.Run) is { } format) parse.Set($"format{i}", format);
        }

        parse.Set("unmatched_lines", conf.Read("emit_unmatched_lines", plugin.Run) ?? new ConfValue(null, true, conf.Origin));
    }

    public override void After(Plugin plugin)
    {
        ReadSection settings = plugin.Settings;
        if (settings.IsFalse("enable_watch_timer") && settings.IsFalse("enable_stat_watcher"))
        {
            throw plugin.Refuse(FluentdCause.ParametersConflict, "either of enable_watch_timer or enable_stat_watcher must be true", "enable_watch_timer");
        }

        CheckPath(plugin, settings);
        CheckPositions(plugin, settings);
        CheckEncoding(plugin, settings);
        CheckThrottle(plugin, settings);
    }

    private static void CheckPath(Plugin plugin, ReadSection settings)
    {
        if (!settings.TryText("path_delimiter", out string? delimiter) || !settings.TryText("glob_policy", out string? policy) || !settings.TryText("path", out string? path) || path is null) return;
        delimiter ??= ",";
        if (policy == "always" && delimiter == ",") throw plugin.Refuse(FluentdCause.ParametersConflict, "cannot use glob_policy as always with the default path_delimitor: `,\"", "glob_policy");
        if (policy == "extended" && Regex.IsMatch(path, @"\{.*,.*\}") && (path.Contains("*") || path.Contains("?") || Regex.IsMatch(path, @"\[.*\]")))
        {
            throw plugin.Refuse(FluentdCause.ParametersConflict, $"cannot include curly braces with glob patterns in `{path}\". Use glob_policy always instead.", "path");
        }

        if (delimiter is "/" or "*" or "%") throw plugin.Refuse(FluentdCause.ValueInvalid, $"/, *, % are reserved words: {delimiter}", "path_delimiter");
        if (path.Length == 0 || path.Split([delimiter], StringSplitOptions.None).All(p => p.Length == 0))
        {
            throw plugin.Refuse(FluentdCause.ParameterMissing, "tail: 'path' parameter is required on tail input", "path");
        }

        if (settings.TryText("path_timezone", out string? zone) && zone is not null) Timezones.Validate(plugin, zone, settings.OriginOf("path_timezone"));
    }

    private static void CheckPositions(Plugin plugin, ReadSection settings)
    {
        if (!settings.TryText("pos_file", out string? file)) return;
        if (file is null)
        {
            if (settings.IsTrue("follow_inodes")) throw plugin.Refuse(FluentdCause.ParametersConflict, "Can't follow inodes without pos_file configuration parameter", "follow_inodes");
            plugin.Run.Warn(FluentdCause.PositionFileMissing, "'pos_file PATH' parameter is not set to a 'tail' source.", plugin.Element.Origin, "pos_file");
            plugin.Run.Warn(FluentdCause.PositionFileMissing, "this parameter is highly recommended to save the position to resume tailing.", plugin.Element.Origin, "pos_file");
            return;
        }

        (string, string) place = ("in_tail", file);
        if (plugin.Run.Paths.TryGetValue(place, out var taken))
        {
            string message = $"Other 'in_tail' plugin already use same pos_file path: plugin_id = {taken.By}, pos_file path = {file}";
            throw new RefusedException(plugin.Refuse(FluentdCause.PathShared, message, "pos_file").Problem with { Other = taken.Origin });
        }

        plugin.Run.Paths.Add(place, (plugin.Id ?? "object:ID", settings.OriginOf("pos_file")));
    }

    private static void CheckEncoding(Plugin plugin, ReadSection settings)
    {
        if (!settings.TryText("encoding", out string? encoding) || !settings.TryText("from_encoding", out string? from)) return;
        if (encoding is null && from is not null) throw plugin.Refuse(FluentdCause.ParametersConflict, "tail: 'from_encoding' parameter must be specified with 'encoding' parameter.", "from_encoding");
        if (encoding is not null) RubyEncodings.Validate(plugin, encoding, "encoding");
        if (from is not null) RubyEncodings.Validate(plugin, from, "from_encoding");
        if (encoding is not null && string.Equals(encoding, from, StringComparison.OrdinalIgnoreCase))
        {
            plugin.Warn(FluentdCause.ParametersConflict, "'encoding' and 'from_encoding' are same encoding. No effect", settings.OriginOf("from_encoding"), "from_encoding");
        }
    }

    private static void CheckThrottle(Plugin plugin, ReadSection settings)
    {
        if (settings.Number("read_bytes_limit_per_second") is not { } limit || limit <= 0) return;
        if (settings.IsFalse("enable_watch_timer")) throw plugin.Refuse(FluentdCause.ParametersConflict, "Need to enable watch timer when using log throttling feature", "enable_watch_timer");
        if (limit < BytesToRead)
        {
            string message = $"Should specify greater equal than {BytesToRead}. Use {BytesToRead} for read_bytes_limit_per_second";
            plugin.Warn(FluentdCause.ValueInvalid, message, settings.OriginOf("read_bytes_limit_per_second"), "read_bytes_limit_per_second");
        }
    }
}
