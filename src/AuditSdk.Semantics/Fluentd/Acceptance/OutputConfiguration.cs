using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd.Values;

namespace AuditSdk.Semantics.Fluentd.Acceptance;

/// <summary>What every output checks of its buffer, chunk keys, flushing and secondary, in fluentd's order (plugin/output.rb of 1.18).</summary>
internal sealed class OutputConfiguration(PluginConfiguration plugins)
{
    private const int ManyKeys = 4;

    public void Configure(Plugin plugin, bool hasBuffer, bool hasFlushInterval)
    {
        OutputState state = plugin.Output = new OutputState { BufferSection = plugin.Settings.Section("buffer"), IsBuffering = IsBuffering(plugin, hasBuffer) };
        if (plugin.IsSecondary) InheritChunking(plugin, state);
        else if (state.IsBuffering != false && state.BufferSection is { } section) ConfigureBuffer(plugin, state, section, hasFlushInterval);
        if (plugin.Settings.Section("secondary") is { } secondary) ConfigureSecondary(plugin, state, secondary);
    }

    private static bool? IsBuffering(Plugin plugin, bool hasBuffer)
    {
        bool canBuffer = plugin.Schema.Does("buffered") || plugin.Schema.Does("delayed_commit");
        if (hasBuffer)
        {
            if (canBuffer) return true;
            ConfElement buffer = plugin.Element.First("buffer")!;
            throw plugin.Refuse(FluentdCause.BufferUnsupported, $"<buffer> section is configured, but plugin '{plugin.ClassName}' doesn't support buffering", buffer.Origin, "buffer");
        }

        if (!plugin.Schema.Does("non_buffered")) return true;
        if (canBuffer) return plugin.IsSecondary ? true : null;
        if (plugin.IsSecondary) throw plugin.Refuse(FluentdCause.SecondaryInvalid, $"secondary plugin '{plugin.ClassName}' must support buffering, but doesn't.", plugin.Element.Origin, plugin.Schema.Type);
        return false;
    }

    private static void InheritChunking(Plugin plugin, OutputState state)
    {
        OutputState primary = plugin.Primary!.Output!;
        (state.Keys, state.ByTag, state.ByTime, state.TimekeyZone) = (primary.Keys, primary.ByTag, primary.ByTime, primary.TimekeyZone);
        state.Timekey = plugin.Settings.Section("buffer")?.Number("timekey");
    }

    private void ConfigureBuffer(Plugin plugin, OutputState state, ReadSection section, bool hasFlushInterval)
    {
        ReadChunkKeys(plugin, state, section);
        if (state.ByTime) ReadTimekey(plugin, state, section);
        else state.Timekey = section.Number("timekey");
        if ((state.ByTag ? 1 : 0) + (state.Keys?.Count ?? 0) >= ManyKeys)
        {
            plugin.Warn(FluentdCause.ChunkKeysMany, "many chunk keys specified, and it may cause too many chunks on your system.", section.Element.Origin);
        }

        if (section.TryText("@type", out string? type) && type is not null)
        {
            ConfElement element = plugin.Element.First("buffer") ?? new ConfElement("buffer", "", plugin.Element.Origin);
            state.Buffer = plugins.Configure("buffer", type, element, plugin);
            CheckFlush(plugin, state, section, element, hasFlushInterval);
        }
        else
        {
            plugin.Element.First("buffer")?.ReadAll();
        }
    }

    private static void ReadChunkKeys(Plugin plugin, OutputState state, ReadSection section)
    {
        if (section.Texts("chunk_keys") is not { } keys)
        {
            state.Keys = null;
            return;
        }

        state.ByTime = keys.Contains("time");
        state.ByTag = keys.Contains("tag");
        state.Keys = [.. keys.Where(k => k is not ("time" or "tag"))];
        foreach (string key in state.Keys)
        {
            if (RecordAccessor.Error(key) is { } error) throw plugin.Refuse(FluentdCause.ChunkKeyInvalid, $"in chunk_keys: {error}", section.Element.Origin, key);
            if (key.StartsWith("$[", StringComparison.Ordinal)) throw plugin.Refuse(FluentdCause.ChunkKeyInvalid, "in chunk_keys: in chunk_keys: bracket notation is not allowed", section.Element.Origin, key);
            if (!key.StartsWith("$.", StringComparison.Ordinal) && !IsPlainKey(key)) throw plugin.Refuse(FluentdCause.ChunkKeyInvalid, "chunk_keys specification includes invalid char", section.Element.Origin, key);
        }
    }

    // Ruby's ^ and $ mean lines: one good line is enough.
    private static bool IsPlainKey(string key) => key.Split('\n').Any(l => l.Length > 0 && l.All(c => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '-' or '_' or '.' or '@'));

    private static void ReadTimekey(Plugin plugin, OutputState state, ReadSection section)
    {
        if (!section.TryGet("timekey", out FluentdDatum? timekey)) return;
        if (timekey is null) throw plugin.Refuse(FluentdCause.TimekeyInvalid, "<buffer ...> argument includes 'time', but timekey is not configured", section.Element.Origin, "timekey");
        if (section.TryText("timekey_zone", out string? zone) && zone is not null) Timezones.Validate(plugin, zone, section.OriginOf("timekey_zone"));
        state.TimekeyZone = section.IsTrue("timekey_use_utc") ? "+0000" : zone;
        state.Timekey = section.Number("timekey");
        if (state.Timekey <= 0) throw plugin.Refuse(FluentdCause.TimekeyInvalid, $"timekey should be greater than 0. current timekey: {timekey.ToText()}", section.OriginOf("timekey"), "timekey");
    }

    private static void CheckFlush(Plugin plugin, OutputState state, ReadSection section, ConfElement element, bool hasFlushInterval)
    {
        bool isPersistent = state.Buffer?.Schema.Type is "file" or "file_single";
        if (state.Buffer is { Schema.IsComplete: true } && !isPersistent && section.IsFalse("flush_at_shutdown"))
        {
            Origin origin = section.OriginOf("flush_at_shutdown");
            plugin.Warn(FluentdCause.BufferLostAtShutdown, $"'flush_at_shutdown' is false, and buffer plugin '{state.Buffer.Schema.Type}' is not persistent buffer.", origin, "flush_at_shutdown");
            plugin.Warn(FluentdCause.BufferLostAtShutdown, "your configuration will lose buffered data at shutdown. please confirm your configuration again.", origin, "flush_at_shutdown");
        }

        if (!section.TryText("flush_mode", out string? mode)) return;
        if (mode == "default") mode = hasFlushInterval || !state.ByTime ? "interval" : "lazy";
        if (mode == "interval" || !element.Has("flush_interval")) return;
        Origin interval = element.OriginOf("flush_interval");
        if (element.Has("flush_mode")) throw plugin.Refuse(FluentdCause.FlushConflict, $"'flush_interval' can't be specified when 'flush_mode' is not 'interval' explicitly: '{mode}'", interval, "flush_interval");
        plugin.Warn(FluentdCause.FlushConflict, $"'flush_interval' is ignored because default 'flush_mode' is not 'interval': '{mode}'", interval, "flush_interval");
    }

    private void ConfigureSecondary(Plugin plugin, OutputState state, ReadSection settings)
    {
        Origin origin = settings.Element.Origin;
        if (state.IsBuffering != true) throw plugin.Refuse(FluentdCause.SecondaryInvalid, "Invalid <secondary> section for non-buffered plugin", origin, "secondary");
        if (settings.Section("buffer") is { } buffer) throw plugin.Refuse(FluentdCause.SecondaryInvalid, "<secondary> section cannot have <buffer> section", buffer.Element.Origin, "buffer");
        if (settings.Section("secondary") is { } nested) throw plugin.Refuse(FluentdCause.SecondaryInvalid, "<secondary> section cannot have <secondary> section", nested.Element.Origin, "secondary");
        if (state.BufferSection?.IsTrue("retry_forever") == true) plugin.Warn(FluentdCause.SecondaryInvalid, "<secondary> with 'retry_forever', only unrecoverable errors are moved to secondary", origin, "secondary");
        if (!settings.TryText("@type", out string? type))
        {
            settings.Element.ReadAll();
            return;
        }

        type ??= plugin.Element.Read("@type", plugin.Run)?.Text ?? plugin.Schema.Type;
        ConfElement element = plugin.Element.First("secondary")!;
        if (plugin.Run.Schemas.Find("output", type) is { IsComplete: true, Emits: null })
        {
            string message = $"Failed to setup secondary plugin in '{plugin.Schema.Type}'. '{type}' plugin in not allowed due to non buffered output";
            throw plugin.Refuse(FluentdCause.SecondaryInvalid, message, element.Origin, type);
        }

        state.Secondary = plugins.Configure("output", type, element, primary: plugin);
        if (state.Secondary is { } secondary) WarnOfOtherClass(plugin, secondary);
    }

    private static void WarnOfOtherClass(Plugin plugin, Plugin secondary)
    {
        if (secondary.Schema.Type == "secondary_file" || plugin.ClassName == secondary.ClassName || !secondary.Schema.IsComplete) return;
        if (!plugin.Schema.Does("custom_format") && !secondary.Schema.Does("custom_format")) return;
        string message = $"Use different plugin for secondary. Check the plugin works with primary like secondary_file primary=\"{plugin.ClassName}\" secondary=\"{secondary.ClassName}\"";
        plugin.Warn(FluentdCause.SecondaryDiffers, message, secondary.Element.Origin, secondary.Schema.Type);
    }
}
