using System.Globalization;
using AuditSdk.Semantics.Fluentd.Plugins;
using AuditSdk.Semantics.Fluentd.Tags;
using AuditSdk.Semantics.Fluentd.Values;

namespace AuditSdk.Semantics.Fluentd.Acceptance;

/// <summary>
/// The order in which fluentd configures a file: the system, workers, labels, filters and matches of every label and of the root, sources, then warnings of what nobody read
/// (supervisor.rb, root_agent.rb, agent.rb and engine.rb of 1.18).
/// </summary>
internal sealed class RootConfiguration(ConfigurationRun run)
{
    private const string ErrorLabel = "@ERROR";

    private readonly PluginConfiguration _plugins = new(run);
    private bool _hasSourcesAsWell = true;

    public void Configure(ConfElement root)
    {
        run.LabelsAreOpen = run.WorkersAreOpen = root.IsOpen;
        if (root.IsOpen) run.Unknown(root.Origin);
        ConfigureSystem(root);
        List<ConfElement> elements = new WorkerConfiguration(run).WithWorkers(root);
        ConfigureLabels(elements);
        ConfigureAgent(root, elements);
        if (_hasSourcesAsWell) ConfigureSources(elements);
        LogEvents.Warn(run, elements);
        WarnOfUnread(root);
    }

    private void ConfigureSystem(ConfElement root)
    {
        List<ConfElement> systems = [.. root.Named("system")];
        if (systems.Count > 1) throw ConfigurationRun.Refuse(FluentdCause.SystemInvalid, "<system> is duplicated. <system> should be only one", systems[1].Origin, "system");
        if (systems.Count == 0) return;
        ConfElement element = systems[0];
        ReadSection system = ReadSystem(element);
        run.IsStrict = system.IsTrue("strict_config_value");
        if (system.TryText("root_dir", out string? folder)) run.RootFolder = folder;
        _hasSourcesAsWell = !system.IsTrue("without_source");
        run.WorkersAreOpen |= element.IsOpen;
        if (system.Number("workers") is not { } workers)
        {
            run.WorkersAreOpen |= system.IsWritten("workers");
            return;
        }

        run.Workers = (int)Math.Min(workers, 1000);
        if (workers >= 1) return;
        throw ConfigurationRun.Refuse(FluentdCause.SystemInvalid, $"invalid number of workers (must be > 0):{workers.ToString(CultureInfo.InvariantCulture)}", system.OriginOf("workers"), "workers");
    }

    // fluentd has no log to print to yet: it exits without a word.
    private ReadSection ReadSystem(ConfElement element)
    {
        bool isStrict = element.Has("strict_config_value") && BoolType.Read(element.Peek("strict_config_value")!.Value.Datum ?? new FluentdDatum.Text("false")).Value is FluentdDatum.Boolean { Value: true };
        try
        {
            return new SectionReader(run, "system", null, isStrict).Read(run.Schemas.Find("system", "system")!.Body, element);
        }
        catch (RefusedException refused) when (refused.Problem.PrintsSection)
        {
            throw new RefusedException(refused.Problem with { Class = "exit", Message = "process exits silently with 1", PrintsSection = false, Plugin = "system.system" });
        }
    }

    private void ConfigureLabels(List<ConfElement> elements)
    {
        ConfElement? error = null;
        List<ConfElement> labels = [];
        foreach (ConfElement label in elements.Where(e => e.Name == "label"))
        {
            switch (label.Argument)
            {
                case null:
                    run.LabelsAreOpen = true;
                    run.Unknown(label.Origin);
                    label.ReadAll();
                    break;
                case "":
                    throw ConfigurationRun.Refuse(FluentdCause.ArgumentMissing, "Missing symbol argument on <label> directive", label.Origin, "label");
                case "@ROOT" when run.Options.Target.Newest >= new Version(1, 14):
                    throw ConfigurationRun.Refuse(FluentdCause.LabelInvalid, "@ROOT for <label> is not permitted, reserved for getting root router", label.Origin, "@ROOT");
                case ErrorLabel:
                    error = label;
                    break;
                default:
                    AddLabel(label, label.Argument);
                    labels.Add(label);
                    break;
            }
        }

        foreach (ConfElement label in labels) run.Part(label, () => ConfigureLabel(label));
        if (error is null) return;
        run.Part(error, () =>
        {
            AddLabel(error, ErrorLabel);
            ConfigureLabel(error);
        });
    }

    private void AddLabel(ConfElement label, string name)
    {
        if (run.Labels.TryGetValue(name, out ConfElement? first))
        {
            throw new RefusedException(new FluentdProblem(FluentdCause.LabelInvalid, "Fluent::ConfigError", $"Section <label {name}> appears twice", label.Origin) { Subject = name, Other = first.Origin });
        }

        run.Labels.Add(name, label);
    }

    private void ConfigureLabel(ConfElement label)
    {
        ConfigureAgent(label, label.Elements);
        if (label.Elements.Exists(e => e.Name == "match")) return;
        if (label.IsOpen) run.Unknown(label.Origin);
        else throw ConfigurationRun.Refuse(FluentdCause.LabelWithoutMatch, $"Missing <match> sections in <label {label.Argument}> section", label.Origin, label.Argument);
    }

    private void ConfigureAgent(ConfElement agent, List<ConfElement> elements)
    {
        // fluentd puts what workers hold beside the rest; what nobody reads is told of all of it.
        ConfElement all = new(agent.Name, agent.Argument, agent.Origin);
        all.Elements.AddRange(elements);
        new SectionReader(run, null, null, run.IsStrict).Read(new SectionSchema(), all);
        foreach (ConfElement element in elements.Where(e => e.Name is "filter" or "match")) run.Part(element, () => ConfigureStep(element));
    }

    private void ConfigureStep(ConfElement element)
    {
        if (TypeOf(element) is not { } type) return;
        _plugins.Configure(element.Name == "filter" ? "filter" : "output", type, element);
        if (element.Argument is null) run.Unknown(element.Origin);
        else RefuseBadPattern(element, element.Argument);
    }

    private void RefuseBadPattern(ConfElement element, string argument)
    {
        bool readsRegexps = run.Options.Target.Newest >= new Version(1, 11, 2);
        if (TagPattern.Parse(argument, out string? error, readsRegexps) is not null) return;
        string @class = error!.StartsWith("invalid match", StringComparison.Ordinal) ? "Fluent::ConfigError" : "RegexpError";
        throw ConfigurationRun.Refuse(FluentdCause.PatternInvalid, error, element.Origin, argument, @class);
    }

    private void ConfigureSources(List<ConfElement> elements)
    {
        foreach (ConfElement source in elements.Where(e => e.Name == "source"))
        {
            run.Part(source, () =>
            {
                if (TypeOf(source) is { } type) _plugins.Configure("input", type, source);
            });
        }
    }

    // The type; null where it is not known.
    private string? TypeOf(ConfElement element)
    {
        ConfValue? type = element.Read("@type", run);
        if (type is { IsKnown: true, Text: { } text }) return text;
        if (type is { IsKnown: false } || element.IsOpen)
        {
            element.ReadAll();
            run.Unknown(element.Origin);
            return null;
        }

        throw ConfigurationRun.Refuse(FluentdCause.TypeMissing, $"Missing '@type' parameter on <{element.Name}> directive", element.Origin, "@type");
    }

    private void WarnOfUnread(ConfElement root) => root.EachUnread((element, key) =>
    {
        if (element.UnusedIn is { Parent: var parent, Plugin: var plugin }) WarnOfSection(element, plugin is null ? $"<{parent}>" : $"<{parent}> of {plugin} plugin");
        else if (element.Name != "system" && (_hasSourcesAsWell || element.Name != "source")) WarnOfParameter(element, key);
    });

    private void WarnOfSection(ConfElement element, string owner)
        => run.Warnings.Add(new FluentdProblem(FluentdCause.SectionUnknown, "warn", $"section <{element.Name}> is not used in {owner}", element.Origin) { Subject = element.Name, Candidates = run.SectionsBeside(element), Absence = run.AbsenceOf(element) });

    private void WarnOfParameter(ConfElement element, string key)
        => run.Warnings.Add(new FluentdProblem(FluentdCause.ParameterUnknown, "warn", $"parameter '{key}' in {Tag(element)}", element.OriginOf(key)) { Subject = key, Candidates = run.ParametersOf(element), Absence = run.AbsenceOf(element, key), NowCalled = element.Name == "buffer" ? CompatParameters.NowInBuffer(key) : null });

    // fluentd prints the whole section; the first line says enough.
    private static string Tag(ConfElement element) => string.IsNullOrEmpty(element.Argument) ? $"<{element.Name}>" : $"<{element.Name} {element.Argument}>";
}
