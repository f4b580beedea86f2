using System.Text.RegularExpressions;
using AuditSdk.Semantics.Documents;

namespace AuditSdk.Semantics.Fluentd.Acceptance;

/// <summary>What fluentd's plugin helpers configure and check: the router of a label, parsers, formatters, storages, stores, inject, extract and TLS servers (plugin_helper/*.rb of 1.18).</summary>
internal sealed class HelperConfiguration(PluginConfiguration plugins, ConfigurationRun run)
{
    /// <summary>What base classes include, before the plugin's own helpers.</summary>
    public void BeforeKind(Plugin plugin)
    {
        bool isMulti = plugin.Schema is { Kind: "output", Emits: null, IsComplete: true };
        if (plugin.Schema.Kind is "input" or "filter" || isMulti || plugin.Schema.IsOldApi) FindRouter(plugin);
        if (isMulti && plugin.Schema.Body.Section("store") is not null) ConfigureStores(plugin);
    }

    /// <summary>The plugin's own helpers, in order.</summary>
    public void AfterKind(Plugin plugin)
    {
        foreach (string helper in plugin.Schema.Helpers)
        {
            switch (helper)
            {
                case "event_emitter": FindRouter(plugin); break;
                case "parser": ConfigureInside(plugin, "parse", "parser", "duplicated parsers configured: "); break;
                case "formatter": ConfigureInside(plugin, "format", "formatter", "duplicated formatter configured: "); break;
                case "storage": ConfigureInside(plugin, "storage", "storage", "duplicated storages configured: "); break;
                case "inject": CheckInject(plugin); break;
                case "extract": CheckExtract(plugin); break;
                case "server" or "http_server": CheckTransport(plugin); break;
            }
        }
    }

    /// <summary>The parser or formatter of a section without an argument, which the plugin's code asks for.</summary>
    /// <exception cref="RefusedException">Every such section has an argument.</exception>
    public static void RequirePlain(Plugin plugin, string section)
    {
        IReadOnlyList<ReadSection> written = plugin.Settings.Sections(section);
        if (written.Count == 0 || written.Any(w => !w.TryText("usage", out string? usage) || string.IsNullOrEmpty(usage))) return;
        throw plugin.Refuse(FluentdCause.ValueInvalid, "BUG: both type and conf are not specified", written[0].Element.Origin, section, "ArgumentError");
    }

    private void FindRouter(Plugin plugin)
    {
        if (plugin.Element.Read("@label", run) is not { } label) return;
        if (!label.IsKnown)
        {
            run.Unknown(label.Origin);
            return;
        }

        if (label.Text is not { } name || (name == "@ROOT" && run.Options.Target.Newest >= new Version(1, 14)) || run.Labels.ContainsKey(name)) return;
        if (run.LabelsAreOpen)
        {
            run.Unknown(label.Origin);
            return;
        }

        throw new RefusedException(new FluentdProblem(FluentdCause.LabelUnknown, "ArgumentError", $"{name} label not found", label.Origin)
        {
            Subject = name,
            Plugin = plugin.Name,
            Candidates = ValueList.From(run.Labels.Keys.OrderBy(k => k, StringComparer.Ordinal)),
        });
    }

    private void ConfigureStores(Plugin plugin)
    {
        foreach (ReadSection store in plugin.Settings.Sections("store"))
        {
            ConfValue? type = store.Element.Read("@type", run);
            if (type is { IsKnown: true, Text: { } text }) plugins.Configure("output", text, store.Element);
            else if (type is { IsKnown: false } || store.Element.IsOpen) LeaveOpen(store.Element);
            else throw plugin.Refuse(FluentdCause.TypeMissing, "Missing '@type' parameter in <store> section", store.Element.Origin, "@type");
        }
    }

    private void LeaveOpen(ConfElement element)
    {
        element.ReadAll();
        run.Unknown(element.Origin);
    }

    private void ConfigureInside(Plugin plugin, string section, string kind, string duplicated)
    {
        HashSet<string> usages = new(StringComparer.Ordinal);
        foreach (ReadSection inside in plugin.Settings.Sections(section))
        {
            if (!inside.TryText("usage", out string? usage) || !inside.TryText("@type", out string? type) || type is null)
            {
                LeaveOpen(inside.Element);
                continue;
            }

            usage ??= "";
            if (section == "storage" && usage.Length > 0 && !Regex.IsMatch(usage, "^[a-zA-Z][-_.a-zA-Z0-9]*$", RegexOptions.CultureInvariant))
            {
                throw plugin.Refuse(FluentdCause.ValueInvalid, $"Argument in <storage ARG> uses invalid characters: '{usage}'", inside.Element.Origin, usage);
            }

            if (!usages.Add(usage)) throw plugin.Refuse(FluentdCause.SectionRepeated, duplicated + usage, inside.Element.Origin, section);
            plugins.Configure(kind, type, inside.Element, plugin);
        }
    }

    private static void CheckInject(Plugin plugin)
    {
        if (plugin.Settings.Section("inject") is not { } inject) return;
        if (inject.TryText("hostname_key", out string? key) && key is not null && plugin.Output?.BufferSection?.Texts("chunk_keys")?.Contains(key) == true)
        {
            string message = "the key specified by 'hostname_key' in <inject> cannot be used in buffering chunk key.";
            throw plugin.Refuse(FluentdCause.ParametersConflict, message, inject.OriginOf("hostname_key"), key);
        }

        if (!inject.IsWritten("time_key")) WarnOfLonelyFormat(plugin, inject);
    }

    private static void CheckExtract(Plugin plugin)
    {
        if (plugin.Settings.Section("extract") is not { } extract) return;
        if (!extract.IsWritten("time_key")) WarnOfLonelyFormat(plugin, extract);
        else if (extract.TryText("time_type", out string? type) && type == "string") TimeParameters.CreateParser(plugin, extract);
    }

    private static void WarnOfLonelyFormat(Plugin plugin, ReadSection section)
    {
        if (section.IsWritten("time_format")) plugin.Warn(FluentdCause.TimeFormatInvalid, "'time_format' specified without 'time_key', will be ignored", section.OriginOf("time_format"), "time_format");
    }

    private static void CheckTransport(Plugin plugin)
    {
        if (plugin.Settings.Section("transport") is not { } transport || !transport.TryText("protocol", out string? protocol) || protocol != "tls") return;
        if (transport.IsWritten("cert_path")) Require(plugin, transport, "private_key_path", "cert_path", "private_key_passphrase");
        else if (transport.IsWritten("ca_cert_path")) Require(plugin, transport, "ca_private_key_path", "ca_cert_path", "ca_private_key_passphrase");
        else if (transport.IsTrue("insecure")) plugin.Warn(FluentdCause.TlsInvalid, "insecure TLS communication server is configured (using 'insecure' mode)", transport.OriginOf("insecure"), "insecure");
        else if (transport.TryGet("insecure", out _)) throw plugin.Refuse(FluentdCause.TlsInvalid, "no valid cert options configured. specify either 'cert_path', 'ca_cert_path' or 'insecure'", transport.Element.Origin, "transport");
    }

    private static void Require(Plugin plugin, ReadSection transport, string key, string certificate, string passphrase)
    {
        if (!transport.IsWritten(key)) throw plugin.Refuse(FluentdCause.TlsInvalid, $"{key} is required when {certificate} is specified", transport.Element.Origin, key);
        if (!transport.IsWritten(passphrase)) plugin.Warn(FluentdCause.TlsInvalid, $"For security reason, setting {passphrase} is recommended when {certificate} is specified", transport.Element.Origin, passphrase);

        ReadFile(plugin, transport, key);
        ReadFile(plugin, transport, certificate);
    }

    // fluentd reads the files now; what is in them is not known.
    private static void ReadFile(Plugin plugin, ReadSection transport, string name)
    {
        if (!transport.TryText(name, out string? path) || path is null) return;
        if (plugin.Run.Options.Exists(path) is false) throw plugin.Refuse(FluentdCause.PathUnusable, $"No such file or directory @ rb_sysopen - {path}", transport.OriginOf(name), path, "Errno::ENOENT");
        plugin.Run.Unknown(transport.OriginOf(name));
    }
}
