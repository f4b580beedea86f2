namespace AuditSdk.Semantics.Fluentd.Acceptance;

/// <summary>out_forest (0.3.3): it reads everything in its sections, so that nothing of them is ever refused or warned of at the start.</summary>
internal sealed class ForestChecks : PluginChecks
{
    public override void After(Plugin plugin)
    {
        foreach (ConfElement element in plugin.Element.Elements) element.ReadAll();
    }
}
