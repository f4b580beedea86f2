using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd;

namespace AuditSdk.Fluentd;

/// <summary>Maps the typed graph of a fluentd configuration to the tree of its file, and says what fluentd would refuse in it.</summary>
internal sealed class FluentdMap
{
    private readonly FindingSink _findings;
    private readonly SectionMap _sections;
    private readonly LabelUses _labels;

    private FluentdMap(FindingSink findings)
    {
        _findings = findings;
        _labels = new LabelUses(findings);
        _sections = new SectionMap(findings, _labels);
    }

    /// <summary>The tree of a configuration. Where a finding is an error the tree is not to be used.</summary>
    /// <param name="config">The configuration.</param>
    /// <param name="findings">Gets AUD9004, AUD9005, AUD9009, AUD9010, AUD9014 and AUD9016.</param>
    internal static FluentdElement Map(FluentdConfig config, FindingSink findings) => Map(config, findings, out _);

    /// <summary>The tree of a configuration, and the types of plugins that its author says are there: raw ones, and those of classes that are not this library's.</summary>
    internal static FluentdElement Map(FluentdConfig config, FindingSink findings, out ValueList<string> types)
    {
        FluentdMap map = new(findings);
        if (config.Directives is not { Count: > 0 }) findings.Error("AUD9004", "The fluentd configuration is empty: add a source and a match.", Origin.None);
        FluentdElement root = new("ROOT", "", map.Directives(config.Directives, Place.Root, Origin.None)) { Comment = config.Comment };
        map._labels.Check();
        types = ValueList.From(map._sections.Types);
        return root;
    }

    private ValueList<FluentdNode> Directives(ValueList<Directive>? directives, Place place, Origin owner)
    {
        List<FluentdNode> nodes = [];
        Directive? first = null;
        foreach (Directive? directive in directives ?? [])
        {
            if (directive is null)
            {
                _findings.Error("AUD9005", "A directive is null; take it out of the list.", owner);
                continue;
            }

            if (directive is SystemDirective)
            {
                if (first is not null) _findings.Error("AUD9016", $"<system> is given twice, which fluentd refuses; the first is at line {first.Site.Line}. Keep one.", directive.Site.Origin);
                first ??= directive;
            }

            if (!place.Takes(directive)) _findings.Error("AUD9016", $"<{NameOf(directive)}> cannot stand in {place.Name}: {place.Reason}", directive.Site.Origin);
            nodes.Add(Directive(directive));
        }

        return ValueList.From(nodes);
    }

    private FluentdNode Directive(Directive directive)
    {
        Origin origin = directive.Site.Origin;
        FluentdNode node = directive switch
        {
            Source source => Routed("source", null, source.Plugin, origin),
            Filter filter => Routed("filter", filter.Pattern, filter.Plugin, origin),
            Match match => Routed("match", match.Pattern, match.Plugin, origin),
            LabelSection label => Label(label, origin),
            Worker worker => Worker(worker, origin),
            SystemDirective settings => System(settings, origin),
            Include include => Included(include, origin),
            _ => throw new InvalidOperationException($"{directive.GetType()} is no directive."),
        };
        return node with { Comment = directive.Comment, Origin = origin };
    }

    private FluentdElement Routed(string name, string? pattern, RoutedPlugin? plugin, Origin origin)
    {
        if (name != "source" && pattern is null) _findings.Error("AUD9005", $"The pattern of <{name}> is null; give the tags that it takes.", origin);
        if (plugin is null)
        {
            _findings.Error("AUD9005", $"The plugin of <{name}> is null; give it one.", origin);
            return new FluentdElement(name, pattern ?? "", []);
        }

        if (plugin.Argument is not null)
        {
            _findings.Error("AUD9009", $"The text after <{name} is given twice: by the directive and by SectionArgument of its plugin, which is for nested sections. Leave SectionArgument out.", origin);
        }

        return _sections.Headed(name, plugin, origin) with { Argument = pattern ?? "", RubyArgument = null };
    }

    private FluentdElement System(SystemDirective directive, Origin origin)
    {
        if (directive.Settings is { } settings) return _sections.Headed("system", settings, origin);
        _findings.Error("AUD9005", "The settings of <system> are null.", origin);
        return new FluentdElement("system", "", []);
    }

    private FluentdElement Label(LabelSection section, Origin origin)
    {
        string label = section.Label is null ? "" : section.Label.Text;
        if (section.Label is null) _findings.Error("AUD9005", "The label of <label> is null.", origin);
        else _labels.Define(section.Label, origin);
        if (section.Directives is null || !section.Directives.Any(d => d is null or Match or Include))
        {
            _findings.Error("AUD9004", $"<label {label}> has no match, which fluentd refuses: add the match that takes its events.", origin);
        }

        return new FluentdElement("label", label, Directives(section.Directives, Place.Label, origin));
    }

    private FluentdInclude Included(Include include, Origin origin)
    {
        _labels.MayBeElsewhere = true;
        if (include.Path is { } path) return new FluentdInclude(path);
        _findings.Error("AUD9005", "The path of an include is null.", origin);
        return new FluentdInclude("*"); // a path that the writer has nothing to say of
    }

    private FluentdElement Worker(Worker worker, Origin origin)
    {
        if (worker.First < 0 || worker.Last < worker.First)
        {
            _findings.Error("AUD9016", $"<worker {worker.First}-{worker.Last}> names no workers: they count from 0, the lower number first.", origin);
        }

        string numbers = worker.First == worker.Last ? $"{worker.First}" : $"{worker.First}-{worker.Last}";
        return new FluentdElement("worker", numbers, Directives(worker.Directives, Place.Worker, origin));
    }

    private static string NameOf(Directive directive) => directive switch
    {
        Source => "source",
        Filter => "filter",
        Match => "match",
        LabelSection => "label",
        AuditSdk.Fluentd.Worker => "worker",
        SystemDirective => "system",
        _ => "@include",
    };

    // Where directives stand, and which fluentd takes there (root_agent.rb, label.rb: it ignores a source in a label and refuses anything else in a worker).
    private sealed record Place(string Name, string Reason, Func<Directive, bool> Takes)
    {
        public static Place Root { get; } = new("the configuration", "", _ => true);

        public static Place Label { get; } = new("<label>", "fluentd reads filters and matches there and ignores the rest. Move it out.", d => d is Filter or Match or Include);

        public static Place Worker { get; } = new("<worker>", "fluentd takes sources, filters, matches and labels there. Move it out.", d => d is Source or Filter or Match or LabelSection or Include);
    }
}
