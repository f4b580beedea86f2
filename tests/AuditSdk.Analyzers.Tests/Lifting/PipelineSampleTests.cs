using AuditSdk.Analyzers.Lifting.Fluentd;
using AuditSdk.Fluentd;

namespace AuditSdk.Analyzers.Tests.Lifting;

/// <summary>The pipelines of the samples are read whole.</summary>
public sealed class PipelineSampleTests
{
    [Theory]
    [InlineData("KubernetesGuide", 1, 5)]
    [InlineData("ModernPipeline", 1, 3)]
    [InlineData("ProductionCluster", 3, 12)]
    public void Pipelines_AreThoseOfTheObjectsAndHaveNothingUnknown(string sample, int pipelines, int directives)
    {
        UserProject project = SampleTests.Project(sample).Compiles();
        IReadOnlyList<LiftedPipeline> lifted = Lifted.Pipelines(project);

        Assert.Equal(project.Run<FluentdConfig>().Select(p => $"{p.Name}: {PipelineText.Of(p.Document).Text}"), lifted.Select(p => $"{p.Name}: {PipelineText.Of(p.Root)}"));
        Assert.Equal(pipelines, lifted.Count);
        Assert.Equal(directives, lifted.Sum(p => p.Root.Nodes.Count));
        Assert.Equal(0, lifted.Sum(p => PipelineText.Unknowns(p.Root)));
    }
}
