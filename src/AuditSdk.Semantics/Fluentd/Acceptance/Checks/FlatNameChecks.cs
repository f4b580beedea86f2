namespace AuditSdk.Semantics.Fluentd.Acceptance;

/// <summary>A plugin that takes flat parameters of fluentd 0.12 and checks nothing else.</summary>
/// <param name="sections">What is made of them: buffer, inject, extract, parser, formatter, in order.</param>
/// <param name="chunkKey">The chunk key of a buffer made of them.</param>
internal sealed class FlatNameChecks(string[] sections, string chunkKey = "") : PluginChecks
{
    public override void Before(Plugin plugin)
    {
        foreach (string section in sections)
        {
            switch (section)
            {
                case "buffer": CompatParameters.Buffer(plugin, chunkKey); break;
                case "inject": CompatParameters.Inject(plugin); break;
                case "extract": CompatParameters.Extract(plugin); break;
                case "parser": CompatParameters.Parser(plugin); break;
                case "formatter": CompatParameters.Formatter(plugin); break;
            }
        }
    }

    public override void After(Plugin plugin)
    {
        if (sections.Contains("formatter")) HelperConfiguration.RequirePlain(plugin, "format");
    }
}
