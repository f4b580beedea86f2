namespace AuditSdk.Semantics.Tests.Checks.Pipeline;

/// <summary>The file that the server writes against the tails of the pipeline.</summary>
public sealed class AuditLogFileTests
{
    private const string Log = "--audit-log-path=/var/log/kubernetes/audit/audit.log";

    [Theory]
    [InlineData("/var/log/kubernetes/audit.log")]
    [InlineData("/var/log/kubernetes/audit/audit.json")]
    [InlineData("/var/log/kubernetes/audit/audit-*.log")]
    [InlineData("/srv/audit.log")]
    [InlineData("/var/log/kube-apiserver-audit.log")]
    public void TailThatMustMeanTheLog_Reported(string path) => Assert.Equal(["AUD3001"], Ids(Tail(path), Log));

    [Theory]
    [InlineData("/var/log/kubernetes/audit/audit.log")]
    [InlineData("/var/log/app.log,/var/log/kubernetes/audit/audit.log")]
    [InlineData("/var/log/kubernetes/*/audit.log")]
    [InlineData("/var/log/kubernetes/audit/audit.lo?")]
    [InlineData("/var/log/kubernetes/audit/%Y.log")]
    [InlineData("/var/log/containers/*.log")]
    [InlineData("/var/log/kubernetes/scheduler.json")]
    [InlineData("/var/log/audit/audit.log")]
    public void TailOfTheLogOrOfAnother_Silent(string path) => Assert.Empty(Ids(Tail(path), Log));

    [Theory]
    [InlineData("")]
    [InlineData("--audit-log-path=-")]
    [InlineData("--audit-log-path=")]
    public void LogThatIsNoKnownFile_Silent(string flags) => Assert.Empty(Ids(Tail("/var/log/kubernetes/audit.log"), flags));

    [Fact]
    public void LogThatAnotherTailReads_Silent() => Assert.Empty(Ids(Tail("/var/log/kubernetes/audit.log") + Tail("/var/log/kubernetes/audit/audit.log").Replace("audit.pos", "b.pos", StringComparison.Ordinal), Log));

    [Theory]
    [InlineData("@include conf.d/*.conf\n")]
    [InlineData("<source>\n@type tail\npath \"#{ENV['LOG']}\"\ntag x\n</source>\n")]
    public void LogThatSomethingUnknownMayRead_Silent(string rest) => Assert.Empty(Ids(Tail("/var/log/kubernetes/audit.log") + rest, Log));

    [Theory]
    [InlineData("/srv/logs/*.log", "", "1.36")]
    [InlineData("/srv/logs/apiserver*", "", "1.36")]
    [InlineData("/srv/logs/apiserver.log,/srv/logs/apiserver-*.log", "", "1.36")]
    [InlineData("/srv/logs/*.log", "\n--audit-log-maxsize=0", "1.35")]
    public void GlobOfRotatedLogs_Reported(string path, string flags, string release) => Assert.Equal(["AUD3002"], Ids(Tail(path), "--audit-log-path=/srv/logs/apiserver.log" + flags, release));

    [Theory]
    [InlineData("/srv/logs/apiserver.log", "")]
    [InlineData("/srv/logs/*server.log", "")]
    [InlineData("/srv/logs/*.log\n  follow_inodes true", "")]
    [InlineData("/srv/logs/*.log\n  exclude_path [\"/srv/logs/apiserver-*.log\"]", "")]
    public void GlobOfTheLogAlone_Silent(string path, string flags) => Assert.Empty(Ids(Tail(path), "--audit-log-path=/srv/logs/apiserver.log" + flags));

    [Fact]
    public void LogThatIsNeverRotated_IsNotReadAgain() => Assert.Equal(["AUD3003"], Ids(Tail("/srv/logs/*.log"), "--audit-log-path=/srv/logs/apiserver.log\n--audit-log-maxsize=0", "1.36"));

    [Fact]
    public void GlobThatShowsItByItsName_IsToldOnceByTheCheckOfThePipeline() => Assert.Empty(Ids(Tail("/var/log/kubernetes/audit/*.log"), Log));

    [Theory]
    [InlineData("--audit-log-maxsize=0", "1.35", false)]
    [InlineData("--audit-log-maxsize=0", "1.36", true)]
    [InlineData("--audit-log-maxbackup=0\n--audit-log-maxage=0", "1.31", true)]
    [InlineData("--audit-log-maxbackup=0\n--audit-log-maxage=30", "1.36", false)]
    [InlineData("--audit-log-maxbackup=0", "1.31", false)]
    [InlineData("--audit-log-path=-\n--audit-log-maxsize=0", "1.36", false)]
    public void LogsThatStay_Reported(string flags, string release, bool expected) => Assert.Equal(expected ? ["AUD3003"] : [], Ids(Tail("/var/log/kubernetes/audit/audit.log"), flags, release));

    private static IEnumerable<string> Ids(string conf, string flags, string? release = null)
        => PipelineFindings.Of("apiVersion: audit.k8s.io/v1\nkind: Policy\nrules:\n- level: Metadata\n", conf + "<match audit>\n  @type stdout\n</match>\n", flags, release).Select(f => f.Id);

    private static string Tail(string path) => $"<source>\n  @type tail\n  path {path}\n  pos_file /var/lib/fluentd/audit.pos\n  tag audit\n  <parse>\n    @type json\n  </parse>\n</source>\n";
}
