using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd.Plugins;

namespace AuditSdk.Semantics.Fluentd.Acceptance;

/// <summary>Configures a plugin in fluentd's order: its type, what its code does before, its id, its section, its log level, what its kind and its helpers check, what its code checks after.</summary>
internal sealed class PluginConfiguration
{
    private static readonly Dictionary<string, string> SectionOfKind = new(StringComparer.Ordinal)
    {
        ["parser"] = "parse", ["formatter"] = "format", ["buffer"] = "buffer", ["storage"] = "storage", ["service_discovery"] = "service_discovery",
    };

    private readonly ConfigurationRun _run;
    private readonly OutputConfiguration _outputs;
    private readonly HelperConfiguration _helpers;

    public PluginConfiguration(ConfigurationRun run)
    {
        _run = run;
        _outputs = new OutputConfiguration(this);
        _helpers = new HelperConfiguration(this, run);
    }

    /// <summary>Configures a plugin of a type.</summary>
    /// <returns>The plugin; null where its code is not known, so that only its section was looked at.</returns>
    /// <exception cref="RefusedException">fluentd refuses it.</exception>
    public Plugin? Configure(string kind, string type, ConfElement element, Plugin? owner = null, Plugin? primary = null)
    {
        if (Create(kind, type, element, owner, primary) is not { } plugin) return null;
        Configure(plugin);
        return plugin;
    }

    private Plugin? Create(string kind, string type, ConfElement element, Plugin? owner, Plugin? primary)
    {
        if (_run.Schemas.Find(kind, type) is { } schema) return new Plugin(schema, element, _run) { Owner = owner, Primary = primary };
        if (_run.Schemas.Knowledge(kind, type) == PluginKnowledge.Unknown && !IsPatternOfOldParser(kind, type))
        {
            string shown = kind == "service_discovery" ? "sd" : kind;
            throw new RefusedException(new FluentdProblem(FluentdCause.PluginUnknown, "Fluent::NotFoundPluginError", $"Unknown {shown} plugin '{type}'. Run 'gem search -rd fluent-plugin' to find plugins", element.OriginOf("@type"))
            {
                Subject = type,
                Plugin = $"{kind}.{type}",
                Candidates = ValueList.From(_run.Schemas.Types(kind)),
                Absence = _run.Schemas.Absence(kind, type),
            });
        }

        element.ReadAll();
        _run.Unknown(element.Origin);
        return null;
    }

    // "format /.../" of fluentd 0.12 is a parser without a name.
    private static bool IsPatternOfOldParser(string kind, string type) => kind == "parser" && type.Length > 0 && type[0] == '/' && type[type.Length - 1] == '/';

    private void Configure(Plugin plugin)
    {
        PluginChecks checks = PluginChecks.Of(plugin.Schema);
        checks.Before(plugin);
        bool hasBuffer = plugin.Element.First("buffer") is not null;
        bool hasFlushInterval = plugin.Schema.Emits is not null && plugin.Element.Has("flush_interval");
        if (HasId(plugin.Schema)) TakeId(plugin);
        if (TimeParameters.Has(plugin.Schema)) TimeParameters.Before(plugin.Element);
        ReadBody(plugin);
        if (HasId(plugin.Schema))
        {
            SetLogLevel(plugin);
            NameMetrics(plugin);
        }

        if (TimeParameters.Has(plugin.Schema)) TimeParameters.After(plugin);
        _helpers.BeforeKind(plugin);
        if (plugin.Schema.Emits is not null) _outputs.Configure(plugin, hasBuffer, hasFlushInterval);
        _helpers.AfterKind(plugin);
        checks.After(plugin);
        if (!plugin.Schema.IsComplete) LeaveOpen(plugin);
        RefuseSingleWorker(plugin);
    }

    private void ReadBody(Plugin plugin)
    {
        SectionSchema body = plugin.Schema.Body;
        if (plugin.Owner is { } owner && SectionOfKind.TryGetValue(plugin.Schema.Kind, out string? section) && owner.Schema.Body.Section(section) is { } given) body = body.WithDefaultsOf(given);
        plugin.Settings = new SectionReader(_run, plugin.Schema.Kind, FirstType(plugin.Schema), _run.IsStrict).Read(body, plugin.Element);
    }

    // A class that has two types is called by the one that it was registered with first.
    private static string FirstType(PluginSchema schema) => schema is { Kind: "input", Type: "dummy" } ? "sample" : schema.Type;

    // A declared plugin's code may read more than its catalog says, and refuse more.
    private void LeaveOpen(Plugin plugin)
    {
        plugin.Element.Has("@label");
        _run.Unknown(plugin.Element.Origin);
    }

    private static bool HasId(PluginSchema schema) => schema.Kind is "input" or "output" or "filter" or "buffer";

    private void TakeId(Plugin plugin)
    {
        if (plugin.Element.Read("@id", _run) is not { } id) return;
        if (!id.IsKnown)
        {
            _run.Unknown(id.Origin);
            return;
        }

        if (id.Text is not { } text) return;
        plugin.Id = text;
        if (_run.Ids.TryGetValue(text, out Origin first))
        {
            RefusedException refused = plugin.Refuse(FluentdCause.IdRepeated, $"Duplicated plugin id `{text}`. Check whole configuration and fix it.", id.Origin, text);
            throw new RefusedException(refused.Problem with { Other = first });
        }

        _run.Ids.Add(text, id.Origin);
    }

    private void SetLogLevel(Plugin plugin)
    {
        bool hasId = plugin.Id is not null;
        ConfValue? level = plugin.Element.Read("@log_level", _run);
        if (!hasId && level is not null) level = plugin.Element.Read("@log_level", _run);
        if (level is { IsKnown: true, Text: { } text } && text.ToLowerInvariant() is not ("trace" or "debug" or "info" or "warn" or "error" or "fatal"))
        {
            throw plugin.Refuse(FluentdCause.EnumValueUnknown, $"Unknown log level: level = {text}", level.Value.Origin, text, "RuntimeError");
        }

        plugin.LogsWithId = hasId;
    }

    // Since fluentd 1.14 metrics are called by the type where there is no id: one more reading, and warning, of the old "type".
    private void NameMetrics(Plugin plugin)
    {
        if (plugin.Id is null && _run.Options.Target.Newest >= new Version(1, 14)) plugin.Element.Read("@type", _run);
    }

    private static void RefuseSingleWorker(Plugin plugin)
    {
        if (plugin.Workers <= 1 || plugin.IsMultiWorker || !plugin.Schema.IsComplete) return;
        string message = $"Plugin '{FirstType(plugin.Schema)}' does not support multi workers configuration ({plugin.ClassName})";
        throw plugin.Refuse(FluentdCause.SingleWorkerPlugin, message, plugin.Element.Origin, plugin.Schema.Type);
    }
}
