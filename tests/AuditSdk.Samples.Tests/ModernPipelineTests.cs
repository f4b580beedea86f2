using ModernPipeline;

namespace AuditSdk.Samples.Tests;

public sealed class ModernPipelineTests
{
    [Fact]
    public void Agent_IsTheTreeOfTheTemplateThatWasRun()
    {
        string template = SampleFiles.Guide("modern.conf.tmpl")
            .Replace("{{SRC}}", ModernCluster.LogFolder, StringComparison.Ordinal)
            .Replace("{{STATE}}", ModernCluster.StateFolder, StringComparison.Ordinal)
            .Replace("{{DST}}", ModernCluster.DestinationFolder, StringComparison.Ordinal);

        Assert.Equal(SampleFiles.ConfTree(template), SampleFiles.ConfTree(SampleFiles.Expected("ModernPipeline", "td-agent.conf")));
    }
}
