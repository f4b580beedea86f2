namespace AuditSdk.Semantics.Fluentd.Routing.Plugins;

/// <summary><c>null</c>: drops events.</summary>
internal sealed class NullOutput(PluginSettings settings) : RoutedOutput(settings.Element, "null")
{
    private readonly bool _fails = settings.Flag("never_flush", false) && !settings.Sections("buffer").Any();

    public override void Process(Agent agent, string tag, List<FlowRecord> records, Flow flow)
    {
        if (_fails) throw new RaisedException("RuntimeError", "failed to flush");
    }
}
