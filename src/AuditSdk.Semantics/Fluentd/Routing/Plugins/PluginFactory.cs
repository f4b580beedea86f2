namespace AuditSdk.Semantics.Fluentd.Routing.Plugins;

/// <summary>Makes plugins of their sections.</summary>
internal static class PluginFactory
{
    // Outputs of others that emit what they took, under a tag or label that they alone know.
    private static readonly HashSet<string> Emitters = new(StringComparer.Ordinal)
    {
        "exec_filter", "detect_exceptions", "record_modifier", "record_reformer", "route", "retag", "parser", "rewrite", "concat", "grepcounter", "datacounter", "flowcounter", "multi_format", "sampling_filter",
    };

    private static readonly HashSet<string> StreamFilters = new(StringComparer.Ordinal) { "record_transformer", "parser", "stdout", "kubernetes_metadata" };

    /// <summary>A filter.</summary>
    /// <exception cref="RaisedException">fluentd refuses it.</exception>
    public static RoutedFilter Filter(FluentdElement element, Router router)
    {
        string? type = null;
        try
        {
            PluginSettings settings = new(element);
            type = settings.Type ?? throw RaisedException.Config("Missing '@type' parameter on <filter> directive");
            if (settings.Text("@label") is { } label) router.Exists(label);
            return type switch
            {
                _ when router.Options.Plugins.TryGetValue(type, out PluginModel? model) => new ModelFilter(element, type, model),
                "grep" => new GrepFilter(settings),
                "record_transformer" => new RecordTransformerFilter(settings),
                "parser" => new ParserFilter(settings),
                "stdout" => new LookingFilter(element, type, worksOnStreams: true),
                "prometheus" => new LookingFilter(element, type, worksOnStreams: false),
                _ => new OpaqueFilter(element, type, StreamFilters.Contains(type)),
            };
        }
        catch (UndecidedException)
        {
            return new OpaqueFilter(element, type, type is not null && StreamFilters.Contains(type));
        }
    }

    /// <summary>An output of a route.</summary>
    /// <exception cref="RaisedException">fluentd refuses it.</exception>
    public static RoutedOutput Output(FluentdElement element, Router router, Agent agent)
    {
        string? type = null;
        try
        {
            PluginSettings settings = new(element);
            type = settings.Type ?? throw RaisedException.Config(element.Name == "match" ? "Missing '@type' parameter on <match> directive" : $"Missing '@type' parameter in <{element.Name}> section");
            return type switch
            {
                _ when router.Options.Plugins.TryGetValue(type, out PluginModel? model) => new ModelOutput(element, type, model),
                "relabel" => new RelabelOutput(settings, Label(settings, router)),
                "rewrite_tag_filter" => new RewriteTagFilterOutput(settings, () => Label(settings, router), router.Options.Hostname),
                "copy" => new CopyOutput(settings, () => Stores(settings, router, agent)),
                "roundrobin" => new RoundRobinOutput(settings, Stores(settings, router, agent)),
                "forest" => new ForestOutput(settings, router, agent),
                "null" => new NullOutput(settings),
                _ when Emitters.Contains(type) => new OpaqueEmitter(element, type, $"only the real program knows what {type} emits"),
                _ => new LastOutput(element, type, isOpaque: false),
            };
        }
        catch (UndecidedException e)
        {
            return new OpaqueEmitter(element, type, e.Message);
        }
    }

    private static string? Label(PluginSettings settings, Router router)
    {
        if (settings.Text("@label") is not { } label) return null;
        router.Exists(label);
        return label;
    }

    private static IReadOnlyList<RoutedOutput> Stores(PluginSettings settings, Router router, Agent agent)
    {
        if (!settings.Sections("store").Any()) throw settings.Element.IsOpen ? new UndecidedException("the stores are not known") : RaisedException.Config("'<store>' sections are required");
        return [.. settings.Sections("store").Select(s => Output(s.Element, router, agent))];
    }
}
