using AuditSdk.Semantics.Checks.Fluentd.Plugins;
using AuditSdk.Semantics.Fluentd;
using AuditSdk.Semantics.Fluentd.Acceptance;
using AuditSdk.Semantics.Fluentd.Flow;
using AuditSdk.Semantics.Fluentd.Plugins;
using AuditSdk.Semantics.Fluentd.Routing;

namespace AuditSdk.Semantics.Checks.Fluentd;

/// <summary>A configuration under check, with what the checks share. Not for several threads at once.</summary>
/// <param name="root">The root of its tree.</param>
/// <param name="options">What it is checked for.</param>
/// <param name="cancellation">Ends the checks early.</param>
public sealed class FluentdCheckContext(FluentdElement root, FluentdCheckOptions options, CancellationToken cancellation = default)
{
    private FluentdAcceptance? _acceptance;
    private FluentdRoutes? _routes;
    private IReadOnlyList<PluginSection>? _plugins;
    private TagFlow? _flow;
    private IReadOnlyList<EventRun>? _runs;
    private IReadOnlyList<FluentdAcceptance>? _templates;
    private IReadOnlyList<WrittenParameter>? _written;
    private PluginSchemas? _schemas;
    private NodePlaces? _places;
    private UnknownDirectives? _unknowns;

    /// <summary>The root of the tree.</summary>
    public FluentdElement Root => root;

    /// <summary>What it is checked for.</summary>
    public FluentdCheckOptions Options => options;

    /// <summary>Ends the checks early.</summary>
    public CancellationToken Cancellation => cancellation;

    /// <summary>What fluentd says when it reads the configuration, all errors and not only the first.</summary>
    internal FluentdAcceptance Acceptance => _acceptance ??= AcceptanceOf(root);

    /// <summary>Where something is not known.</summary>
    internal UnknownDirectives Unknowns => _unknowns ??= new(root);

    /// <summary>What fluentd says of the outputs that forest makes of its templates, once it makes them.</summary>
    internal IReadOnlyList<FluentdAcceptance> Templates => _templates ??= [.. ForestTemplates.In(this)];

    /// <summary>Every parameter with a known text that fluentd reads, once for each declaration.</summary>
    internal IReadOnlyList<WrittenParameter> Written => _written ??= [.. Acceptance.Written.Concat(Templates.SelectMany(t => t.Written)).Distinct()];

    /// <summary>The plugins of the target.</summary>
    internal PluginSchemas Schemas => _schemas ??= new PluginSchemas(options.Target, options.Catalogs, options.Types);

    /// <summary>Where the nodes of the tree are; those of the whole where this is what one worker sees of it.</summary>
    internal NodePlaces Places
    {
        get => _places ??= new NodePlaces(root);
        init => _places = value;
    }

    /// <summary>The ways of events.</summary>
    internal FluentdRoutes Routes => _routes ??= FluentdRoutes.Of(root, readsRegexps: options.Target.Newest >= new Version(1, 11, 2));

    /// <summary>Every input, filter and output, those inside of others too, in the order in which they are written.</summary>
    internal IReadOnlyList<PluginSection> Plugins => _plugins ??= [.. PluginSection.In(root)];

    /// <summary>Which tags reach which steps; null where several workers have ways of their own, of which <see cref="Routes"/> shows one.</summary>
    internal TagFlow? Flow
    {
        get
        {
            if (_flow is null && !root.Elements.Any(e => e.Name == "worker"))
            {
                _flow = TagFlow.Of(root, Routes, new PluginSchemas(options.Target, options.Catalogs), new FlowWork(options.WorkBudget, cancellation));
            }

            return _flow;
        }
    }

    /// <summary>An event for each rule and relabel, sent through the configuration.</summary>
    internal IReadOnlyList<EventRun> Runs => _runs ??= Flow is { } flow ? new EventRuns(flow).All() : [];

    /// <summary>What fluentd says of another tree, such as this one after a change.</summary>
    internal FluentdAcceptance AcceptanceOf(FluentdElement other) => FluentdAcceptance.Of(other, new AcceptanceOptions { Target = options.Target, Catalogs = options.Catalogs, Types = options.Types, GoesOn = true });
}
