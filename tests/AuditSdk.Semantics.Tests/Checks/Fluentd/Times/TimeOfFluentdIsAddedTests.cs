using AuditSdk.Semantics.Documents;

namespace AuditSdk.Semantics.Tests.Checks.Fluentd.Times;

public sealed class TimeOfFluentdIsAddedTests
{
    [Fact]
    public void IncludedTime_Reported()
    {
        Finding found = Assert.Single(FluentdFindings.Of("AUD2057", """
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
          include_time_key true
        </match>
        """));

        Assert.Equal((FindingSeverity.Info, 17), (found.Severity, found.Origin.Line));
    }

    [Fact]
    public void IncludedTimeOverTheEventsOwn_Warning()
    {
        Finding found = Assert.Single(FluentdFindings.Of("AUD2057", """
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
          include_time_key true
          time_key stageTimestamp
        </match>
        """));

        Assert.Equal((FindingSeverity.Warning, 17), (found.Severity, found.Origin.Line));
    }

    [Fact]
    public void InjectedTimeOverTheEventsOwn_Warning()
    {
        Finding found = Assert.Single(FluentdFindings.Of("AUD2057", """
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
          <inject>
            time_key requestReceivedTimestamp
          </inject>
        </match>
        """));

        Assert.Equal((FindingSeverity.Warning, 18), (found.Severity, found.Origin.Line));
    }

    [Fact]
    public void InATemplateOfForest_Reported()
    {
        Finding found = Assert.Single(FluentdFindings.Of("AUD2057", """
        <source>
          @type forward
        </source>
        <match audit.**>
          @type forest
          subtype file
          <template>
            path /var/lib/fluentd/audit-${tag}.*.log
            include_time_key true
          </template>
        </match>
        """));

        Assert.Equal((FindingSeverity.Info, 9), (found.Severity, found.Origin.Line));
    }

    [Fact]
    public void TurnedOff_Silent() => Assert.Empty(FluentdFindings.Of("AUD2057", """
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
          include_time_key false
        </match>
        """));

    [Fact]
    public void InjectBesideIt_IsNotRead_Silent() => Assert.Empty(FluentdFindings.Of("AUD2057", """
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
          include_time_key true
          <inject>
            hostname_key host
          </inject>
        </match>
        """));

    [Fact]
    public void InjectedUnderAnotherName_Silent() => Assert.Empty(FluentdFindings.Of("AUD2057", """
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
          <inject>
            time_key written
          </inject>
        </match>
        """));
}
