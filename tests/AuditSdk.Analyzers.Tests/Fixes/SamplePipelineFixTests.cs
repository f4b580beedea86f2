namespace AuditSdk.Analyzers.Tests.Fixes;

/// <summary>The guide's pipeline as its sample writes it: fix by fix it becomes one that fluentd of today understands.</summary>
public sealed class SamplePipelineFixTests
{
    [Fact]
    public void GuidePipeline_IsMendedFixByFix()
    {
        string[] sources = [.. Directory.GetFiles(Path.Combine(SourceTree.Root, "samples", "KubernetesGuide"), "*.cs").Order(StringComparer.Ordinal).Select(File.ReadAllText)];

        (IReadOnlyList<string> titles, string[] mended) = FixedPipeline.Mended(sources);

        Assert.Equal(
        [
            "Read from the head of the file where pos_file has no entry yet: events that are in it come too",
            "Take the time of the stage from stageTimestamp, which stays in the record",
            "Write one file output with a buffer by tag in place of forest; events keep the prefix of their tag, and what stands behind its next dot does not count any more",
            "Write <parse> with what is flat now",
        ], titles);
        string agent = mended.Single(s => s.Contains("FluentdConfig", StringComparison.Ordinal));
        Assert.Contains("\n            Parse = new JsonParser\n            {\n                TimeKey", agent, StringComparison.Ordinal);
        Assert.DoesNotContain("Legacy", agent, StringComparison.Ordinal);
        Assert.Contains("Path = $\"{Settings.DestLogDir}/audit-${{tag[1]}}.*.log\"", agent, StringComparison.Ordinal);
    }
}
