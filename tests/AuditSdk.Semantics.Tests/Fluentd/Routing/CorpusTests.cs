using AuditSdk.Semantics.Fluentd;
using AuditSdk.Semantics.Fluentd.Routing;

namespace AuditSdk.Semantics.Tests.Fluentd.Routing;

public sealed class CorpusTests
{
    [SkippableFact]
    public void EveryRealPipeline_TakesAnyEvent()
    {
        int routed = 0;
        foreach (string path in Directory.EnumerateFiles(SourceTree.Corpus("fluentd"), "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            if (ConfParser.Parse(File.ReadAllText(path), path).Root is not { } root) continue;
            FluentdRoutes routes = FluentdRoutes.Of(root);
            Router router = new(routes);
            foreach (string label in routes.Routes.Select(r => r.Label))
            {
                foreach (string tag in routes.Sources.Where(s => s.Tag.IsKnown).Select(s => s.Tag.Value).Append("audit.kube").Append(""))
                {
                    Assert.NotNull(RoutingExplanation.Of(router.Emit(label, tag, Pipelines.Record("""{"objectRef":{"namespace":"default"},"log":"{\"a\":1}","verb":"get"}"""))));
                    routed++;
                }
            }
        }

        Assert.InRange(routed, 1, int.MaxValue);
    }
}
