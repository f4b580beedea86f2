using AuditSdk.Semantics.Documents;

namespace AuditSdk.Semantics.Tests.Checks.Fluentd.Sources;

public sealed class TailReadsRotatedFilesTests
{
    [Theory]
    [InlineData("td-agent 3", false)]
    [InlineData("td-agent 4.5", true)]
    [InlineData(null, true)]
    public void FollowInodes_IsAdvisedWhereFluentdHasIt(string? target, bool isAdvised)
    {
        Finding finding = Assert.Single(FluentdFindings.Of("AUD2033", "<source>\n  @type tail\n  path /var/log/kubernetes/audit/*.log\n  pos_file /p\n  tag audit\n  <parse>\n    @type json\n  </parse>\n</source>\n<match audit>\n  @type stdout\n</match>\n", target: target));

        Assert.Equal(isAdvised, finding.Message.Contains("follow_inodes", StringComparison.Ordinal));
    }

    [Fact]
    public void Mistake_Reported()
    {
        Finding[] found = [.. FluentdFindings.Of("AUD2033", """
        <source>
          @type tail
          path /var/log/kubernetes/audit/*.log
          pos_file /var/lib/fluentd/audit.pos
          read_from_head true
          tag audit
          <parse>
            @type json
          </parse>
        </source>
        <match audit>
          @type file
          path /var/lib/fluentd/out
        </match>
        """)];

        Assert.NotEmpty(found);
        Assert.All(found, f => Assert.True(f is { Severity: FindingSeverity.Warning, Origin.Line: > 0 }, f.ToString()));
    }

    [Fact]
    public void LogBesideAGlob_Reported()
    {
        Finding[] found = [.. FluentdFindings.Of("AUD2033", """
        <source>
          @type tail
          path /var/log/kubernetes/audit.log,/var/log/kubernetes/audit-*.log
          pos_file /var/lib/fluentd/audit.pos
          read_from_head true
          tag audit
          <parse>
            @type json
          </parse>
        </source>
        """)];

        Assert.NotEmpty(found);
        Assert.All(found, f => Assert.True(f is { Severity: FindingSeverity.Warning, Origin.Line: > 0 }, f.ToString()));
    }

    [Fact]
    public void WhatIsMeant_Silent() => Assert.Empty(FluentdFindings.Of("AUD2033", """
        <source>
          @type tail
          path /var/log/kubernetes/audit/audit.log
          pos_file /var/lib/fluentd/audit.pos
          read_from_head true
          tag audit
          <parse>
            @type json
          </parse>
        </source>
        <match audit>
          @type file
          path /var/lib/fluentd/out
        </match>
        """));

    [Fact]
    public void FollowedInodes_Silent() => Assert.Empty(FluentdFindings.Of("AUD2033", """
        <source>
          @type tail
          path /var/log/kubernetes/audit/*.log
          pos_file /var/lib/fluentd/audit.pos
          read_from_head true
          tag audit
          follow_inodes true
          <parse>
            @type json
          </parse>
        </source>
        """));

    [Fact]
    public void GlobOfLogsOfOtherNames_Silent() => Assert.Empty(FluentdFindings.Of("AUD2033", """
        <source>
          @type tail
          path /var/log/kubernetes/audit-*.log
          pos_file /var/lib/fluentd/audit.pos
          read_from_head true
          tag audit
          <parse>
            @type json
          </parse>
        </source>
        """));

    [Fact]
    public void NoAuditLog_Silent() => Assert.Empty(FluentdFindings.Of("AUD2033", """
        <source>
          @type tail
          path /var/log/app/*.log
          pos_file /var/lib/fluentd/audit.pos
          read_from_head true
          tag audit
          <parse>
            @type json
          </parse>
        </source>
        """));
}
