using static AuditSdk.Semantics.Tests.Checks.Fluentd.Routing.Confs;

namespace AuditSdk.Semantics.Tests.Checks.Fluentd.Routing;

public sealed class PartOfTheEventsIsLostTests
{
    [Fact]
    public void OneFileOfTwo_Reported() => Assert.Single(FluentdFindings.Of("AUD2014", Tail("kube.*", path: "/var/log/a.log,/var/log/b.log") + Match("kube.var.log.a.log")));

    [Fact]
    public void OneNamespaceOnly_Reported() => Assert.Single(FluentdFindings.Of("AUD2014", Tail("audit") + Rewrite("audit", Rule("ns", "/^(.+)$/", "kube.$1")) + Match("kube.system")));

    [Fact]
    public void GlobOfFiles_Reported() => Assert.Single(FluentdFindings.Of("AUD2014", Tail("kube.*", path: "/var/log/containers/*.log") + Match("kube.var.log.containers.api.log")));

    [Fact]
    public void AllFiles_Silent() => Assert.Empty(FluentdFindings.Of("AUD2014", Tail("kube.*", path: "/var/log/containers/*.log") + Match("kube.**")));

    [Fact]
    public void AllNamespaces_Silent() => Assert.Empty(FluentdFindings.Of("AUD2014", Tail("audit") + Rewrite("audit", Rule("ns", "/^(.+)$/", "kube.$1")) + Match("kube.*")));

    [Fact]
    public void ForwardSendsWhatItWants_Silent() => Assert.Empty(FluentdFindings.Of("AUD2014", Forward + Match("kube.system")));

    [Fact]
    public void AlternativesAllTaken_Silent() => Assert.Empty(FluentdFindings.Of("AUD2014", Tail("audit") + Rewrite("audit", Rule("ns", "/^(a|b)$/", "kube.$1")) + Match("kube.{a,b}")));
}
