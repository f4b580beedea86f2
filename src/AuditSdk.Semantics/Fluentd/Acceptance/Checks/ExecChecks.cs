namespace AuditSdk.Semantics.Fluentd.Acceptance;

/// <summary>in_exec (fluentd 1.18): a tag, or a key of it.</summary>
internal sealed class ExecInputChecks : PluginChecks
{
    public override void Before(Plugin plugin)
    {
        CompatParameters.Extract(plugin);
        CompatParameters.Parser(plugin);
        if (plugin.Element.First("parse") is { } parse) JsonParserChecks.TextTime(parse);
        if (plugin.Element.First("extract") is { } extract) JsonParserChecks.TextTime(extract);
    }

    public override void After(Plugin plugin)
    {
        RequireTag(plugin, "'tag' or 'tag_key' option is required on exec input");
        if (plugin.Settings.TryText("encoding", out string? encoding) && encoding is not null) RubyEncodings.Validate(plugin, encoding, "encoding");
        HelperConfiguration.RequirePlain(plugin, "parse");
    }

    internal static void RequireTag(Plugin plugin, string message)
    {
        if (plugin.Settings.IsWritten("tag") || plugin.Settings.Section("extract")?.IsWritten("tag_key") == true) return;
        throw plugin.Refuse(FluentdCause.ParameterMissing, message, plugin.Element.Origin, "tag");
    }
}

/// <summary>out_exec_filter (fluentd 1.18).</summary>
internal sealed class ExecFilterChecks : PluginChecks
{
    private static readonly (string Section, (string Old, string New)[] Names)[] Sections =
    [
        ("inject", [("in_tag_key", "tag_key"), ("in_time_key", "time_key"), ("in_time_format", "time_format")]),
        ("format", [("in_format", "@type"), ("in_keys", "keys")]),
        ("parse", [("out_format", "@type"), ("out_keys", "keys"), ("out_stream_buffer_size", "stream_buffer_size")]),
        ("extract", [("out_tag_key", "tag_key"), ("out_time_key", "time_key"), ("out_time_format", "time_format")]),
    ];

    public override void Before(Plugin plugin)
    {
        ConfElement conf = plugin.Element;
        foreach (string both in new[] { "tag_key", "time_key", "time_format" })
        {
            if (!conf.Has(both)) continue;
            conf.Set("in_" + both, conf.Peek(both)!.Value);
            conf.Set("out_" + both, conf.Peek(both)!.Value);
        }

        foreach ((string section, (string Old, string New)[] names) in Sections) MakeSection(conf, section, names);
        CompatParameters.Buffer(plugin);
        if (conf.First("inject") is { } inject) JsonParserChecks.TextTime(inject);
        if (conf.First("extract") is { } extract) JsonParserChecks.TextTime(extract);
    }

    public override void After(Plugin plugin)
    {
        ExecInputChecks.RequireTag(plugin, "'tag' or '<extract> tag_key </extract>' option is required on exec_filter output");
        HelperConfiguration.RequirePlain(plugin, "format");
        HelperConfiguration.RequirePlain(plugin, "parse");
        if (!plugin.Settings.TryText("child_respawn", out string? respawn) || respawn is null or "none" or "inf" or "-1" || (respawn.Length > 0 && respawn.All(c => c is >= '0' and <= '9'))) return;
        throw plugin.Refuse(FluentdCause.ValueInvalid, "child_respawn option argument invalid: none(or 0), inf(or -1) or positive number", "child_respawn");
    }

    private static void MakeSection(ConfElement conf, string section, (string Old, string New)[] names)
    {
        if (conf.First(section) is not null || !names.Any(n => conf.Peek(n.Old) is not null)) return;
        ConfElement made = new(section, "", conf.Origin);
        foreach ((string old, string now) in names)
        {
            if (conf.Has(old)) made.Set(now, conf.Peek(old)!.Value, isUnread: true);
        }

        conf.Add(made);
    }
}
