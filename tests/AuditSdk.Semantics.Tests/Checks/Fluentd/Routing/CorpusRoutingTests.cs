using AuditSdk.Semantics.Checks.Fluentd;
using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd;

namespace AuditSdk.Semantics.Tests.Checks.Fluentd.Routing;

public sealed class CorpusRoutingTests
{
    // What would have been noticed. Files of a part of a pipeline have sources whose match is in another file, which no check can know.
    private static readonly string[] Certain = ["AUD2014", "AUD2015", "AUD2016", "AUD2017", "AUD2018", "AUD2020", "AUD2021", "AUD2023"];

    [SkippableFact]
    public void RealPipelines_HaveNoneOfTheMistakesThatWouldNotHaveBeenPublished()
    {
        foreach (string path in Directory.EnumerateFiles(SourceTree.Corpus("fluentd"), "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            IReadOnlyList<Finding> found = ConfFile.Check(File.ReadAllText(path), Path.GetFileName(path), new FluentdCheckOptions());
            Assert.DoesNotContain(found, f => Certain.Contains(f.Id));
        }
    }

    [SkippableFact]
    public void PipelineOfTheGuide_IsRoutedRight()
        => Assert.DoesNotContain(ConfFile.Check(File.ReadAllText(SourceTree.Corpus("..", "guide", "kube.conf")), "kube.conf", new FluentdCheckOptions()), f => string.CompareOrdinal(f.Id, "AUD2030") < 0);
}
