using AuditSdk.Semantics.Documents;

namespace AuditSdk.Semantics.Tests.Checks.Fluentd.Sources;

public sealed class AgentWritesIntoTheLogFolderTests
{
    [Fact]
    public void PositionFileBesideTheAuditLog_Reported()
    {
        Finding found = Assert.Single(FluentdFindings.Of("AUD2036", """
        <source>
          @type tail
          path /var/log/kubernetes/audit/audit.log
          pos_file /var/log/kubernetes/audit/audit.log.pos
          read_from_head true
          tag audit
          <parse>
            @type json
            time_key stageTimestamp
            time_format %iso8601
            keep_time_key true
          </parse>
        </source>
        <match audit>
          @type file
          path /var/lib/fluentd/out
        </match>
        """));

        Assert.Equal((FindingSeverity.Info, 4), (found.Severity, found.Origin.Line));
    }

    [Fact]
    public void BufferBesideTheAuditLog_Reported()
    {
        Finding found = Assert.Single(FluentdFindings.Of("AUD2036", """
        <source>
          @type tail
          path /var/log/kubernetes/audit/audit.log
          pos_file /var/lib/fluentd/audit.pos
          read_from_head true
          tag audit
          <parse>
            @type json
            time_key stageTimestamp
            time_format %iso8601
            keep_time_key true
          </parse>
        </source>
        <match audit>
          @type file
          path /var/lib/fluentd/out
          <buffer time>
            @type file
            path /var/log/kubernetes/audit/buffer
          </buffer>
        </match>
        """));

        Assert.Equal((FindingSeverity.Info, 19), (found.Severity, found.Origin.Line));
    }

    [Fact]
    public void FolderOfTheAgent_Silent() => Assert.Empty(FluentdFindings.Of("AUD2036", """
        <source>
          @type tail
          path /var/log/kubernetes/audit/audit.log
          pos_file /var/lib/fluentd/audit.pos
          read_from_head true
          tag audit
          <parse>
            @type json
            time_key stageTimestamp
            time_format %iso8601
            keep_time_key true
          </parse>
        </source>
        <match audit>
          @type file
          path /var/lib/fluentd/out
        </match>
        """));

    [Fact]
    public void FolderOfEverybodysLogs_Silent() => Assert.Empty(FluentdFindings.Of("AUD2036", """
        <source>
          @type tail
          path /var/log/kube-audit.log
          pos_file /var/log/kube-audit.log.pos
          read_from_head true
          tag audit
          <parse>
            @type json
            time_key stageTimestamp
            time_format %iso8601
            keep_time_key true
          </parse>
        </source>
        <match audit>
          @type file
          path /var/lib/fluentd/out
        </match>
        """));

    [Fact]
    public void LogOfSomethingElse_Silent() => Assert.Empty(FluentdFindings.Of("AUD2036", """
        <source>
          @type tail
          path /var/log/app/app.log
          pos_file /var/log/app/app.log.pos
          read_from_head true
          tag audit
          <parse>
            @type json
            time_key stageTimestamp
            time_format %iso8601
            keep_time_key true
          </parse>
        </source>
        <match audit>
          @type file
          path /var/lib/fluentd/out
        </match>
        """));
}
