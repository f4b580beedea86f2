using System.Text;
using AuditSdk.Semantics.Checks.Fluentd;
using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd;

namespace AuditSdk.Semantics.Tests.Checks.Fluentd.Routing;

public sealed class CorpusRoutingTests
{
    [SkippableFact]
    public void EveryRealPipeline_IsCheckedAndHasNoCircle()
    {
        StringBuilder all = new();
        foreach (string path in Directory.EnumerateFiles(SourceTree.Corpus("fluentd"), "*", SearchOption.AllDirectories).Append(SourceTree.Corpus("..", "guide", "kube.conf")).Order(StringComparer.Ordinal))
        {
            foreach (Finding finding in ConfFile.Check(File.ReadAllText(path), Path.GetFileName(path), new FluentdCheckOptions()))
            {
                if (string.CompareOrdinal(finding.Id, "AUD2030") < 0) all.Append($"{finding.Id} {Path.GetFileName(path)}:{finding.Origin.Line} {finding.Message}\n");
            }
        }

        if (Environment.GetEnvironmentVariable("FLOW_OUT") is { } file) File.WriteAllText(file, all.ToString());
        Assert.DoesNotContain("AUD2016", all.ToString(), StringComparison.Ordinal);
    }
}
