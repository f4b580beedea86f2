using KubernetesGuide;

namespace AuditSdk.Samples.Tests;

public sealed class KubernetesGuideTests
{
    [Fact]
    public void Policy_IsTheGuidesDocument()
        => Assert.Equal(SampleFiles.YamlDocument(SampleFiles.Guide("audit-policy.yaml")), SampleFiles.YamlDocument(SampleFiles.Expected("KubernetesGuide", "audit-policy.yaml")));

    [Fact]
    public void Agent_IsTheGuidesTree()
    {
        AuditLogSettings settings = GuideCluster.Settings;
        string guide = SampleFiles.Guide("kube.conf")
            .Replace("{{audit.sourceLogDir}}", settings.SourceLogDir, StringComparison.Ordinal)
            .Replace("{{audit.sourceLogFile}}", settings.SourceLogFile, StringComparison.Ordinal)
            .Replace("{{audit.destLogDir}}", settings.DestLogDir, StringComparison.Ordinal);

        Assert.Equal(SampleFiles.ConfTree(guide), SampleFiles.ConfTree(SampleFiles.Expected("KubernetesGuide", "td-agent.conf")));
    }
}
