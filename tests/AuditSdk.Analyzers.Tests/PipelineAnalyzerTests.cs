namespace AuditSdk.Analyzers.Tests;

public sealed class PipelineAnalyzerTests
{
    [Fact]
    public void PositionFileInATemporaryFolder_IsToldAtItsValue() => Checked.AssertMarks("""
        [AuditConfig(Fluentd = "1.18")] public static class Cluster
        {
            [EmitAs("td-agent.conf")] public static FluentdConfig Agent { get; } =
            [
                new Source(new TailInput { Path = "/var/log/kubernetes/audit.log", PosFile = {|AUD2031:"/tmp/audit.pos"|}, Tag = "audit", ReadFromHead = true, Parse = new JsonParser() }),
                new Match("audit", new StdoutOutput()),
            ];
        }
        """);
}
