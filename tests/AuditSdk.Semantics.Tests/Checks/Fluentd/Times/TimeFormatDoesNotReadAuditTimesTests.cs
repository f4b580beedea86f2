using AuditSdk.Semantics.Documents;

namespace AuditSdk.Semantics.Tests.Checks.Fluentd.Times;

public sealed class TimeFormatDoesNotReadAuditTimesTests
{
    [Fact]
    public void Mistake_Reported()
    {
        Finding[] found = [.. FluentdFindings.Of("AUD2052", """
        <source>
          @type tail
          path /var/log/kubernetes/audit/audit.log
          pos_file /var/lib/fluentd/audit.pos
          read_from_head true
          tag audit
          <parse>
            @type json
            time_key stageTimestamp
            time_format %Y-%m-%dT%H:%M:%S%z
            keep_time_key true
          </parse>
        </source>
        <match audit>
          @type file
          path /var/lib/fluentd/out
        </match>
        """)];

        Assert.NotEmpty(found);
        Assert.All(found, f => Assert.True(f is { Severity: FindingSeverity.Error, Origin.Line: > 0 }, f.ToString()));
    }

    [Fact]
    public void DigitsOfAFraction_Reported()
    {
        Finding[] found = [.. FluentdFindings.Of("AUD2052", """
        <source>
          @type tail
          path /var/log/kubernetes/audit/audit.log
          pos_file /var/lib/fluentd/audit.pos
          read_from_head true
          tag audit
          <parse>
            @type json
            time_key stageTimestamp
            time_format %Y-%m-%dT%H:%M:%S.%6NZ
            keep_time_key true
          </parse>
        </source>
        """)];

        Assert.NotEmpty(found);
        Assert.All(found, f => Assert.True(f is { Severity: FindingSeverity.Error, Origin.Line: > 0 }, f.ToString()));
    }

    [Fact]
    public void WhatIsMeant_Silent() => Assert.Empty(FluentdFindings.Of("AUD2052", """
        <source>
          @type tail
          path /var/log/kubernetes/audit/audit.log
          pos_file /var/lib/fluentd/audit.pos
          read_from_head true
          tag audit
          <parse>
            @type json
            time_key stageTimestamp
            time_format %Y-%m-%dT%H:%M:%S.%N%z
            keep_time_key true
          </parse>
        </source>
        <match audit>
          @type file
          path /var/lib/fluentd/out
        </match>
        """));

    [Fact]
    public void OtherField_Silent() => Assert.Empty(FluentdFindings.Of("AUD2052", """
        <source>
          @type tail
          path /var/log/kubernetes/audit/audit.log
          pos_file /var/lib/fluentd/audit.pos
          read_from_head true
          tag audit
          <parse>
            @type json
            time_key t
            time_format %d
          </parse>
        </source>
        """));

    [Fact]
    public void FormatThatRubyMakes_Silent() => Assert.Empty(FluentdFindings.Of("AUD2052", """
        <source>
          @type tail
          path /var/log/kubernetes/audit/audit.log
          pos_file /var/lib/fluentd/audit.pos
          read_from_head true
          tag audit
          <parse>
            @type json
            time_key stageTimestamp
            time_format "#{ENV['F']}"
          </parse>
        </source>
        """));
}
