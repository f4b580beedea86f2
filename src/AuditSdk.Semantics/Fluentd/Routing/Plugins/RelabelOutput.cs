namespace AuditSdk.Semantics.Fluentd.Routing.Plugins;

/// <summary><c>relabel</c>: sends events into a label; without one, back where they came from.</summary>
internal sealed class RelabelOutput(PluginSettings settings, string? label) : RoutedOutput(settings.Element, "relabel")
{
    public override void Process(Agent agent, string tag, List<FlowRecord> records, Flow flow) => flow.Emit(label is null ? agent : flow.Find(label), tag, records);
}
