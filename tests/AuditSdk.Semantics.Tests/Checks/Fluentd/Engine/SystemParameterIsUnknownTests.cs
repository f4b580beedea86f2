using AuditSdk.Semantics.Documents;

namespace AuditSdk.Semantics.Tests.Checks.Fluentd.Engine;

public sealed class SystemParameterIsUnknownTests
{
    [Fact]
    public void Mistake_Reported()
    {
        Finding[] found = [.. FluentdFindings.Of("AUD2088", """
        <system>
          worker 4
        </system>
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
        """)];

        Assert.NotEmpty(found);
        Assert.All(found, f => Assert.True(f is { Severity: FindingSeverity.Warning, Origin.Line: > 0 }, f.ToString()));
    }

    [Theory]
    [InlineData("http", "Write 'workers', which is read then")]
    [InlineData("monitor_agent", "Write 'workers', which is read then")]
    [InlineData("tail\n  path /a.log\n  pos_file /b.pos\n  tag audit\n  <parse>\n    @type json\n  </parse>", "Delete 'worker', which nothing reads")]
    public void RightName_IsWrittenWhereFluentdTakesIt(string source, string title)
        => Assert.Equal(title, Assert.Single(FluentdFindings.Of("AUD2088", $"<system>\n  worker 4\n</system>\n<source>\n  @type {source}\n</source>\n<match **>\n  @type stdout\n</match>\n")).Remedy!.Title);

    [Fact]
    public void InItsLog_Reported()
    {
        Finding[] found = [.. FluentdFindings.Of("AUD2088", """
        <system>
          <log>
            formatt json
          </log>
        </system>
        """)];

        Assert.NotEmpty(found);
        Assert.All(found, f => Assert.True(f is { Severity: FindingSeverity.Warning, Origin.Line: > 0 }, f.ToString()));
    }

    [Fact]
    public void WhatIsMeant_Silent() => Assert.Empty(FluentdFindings.Of("AUD2088", """
        <system>
          log_level warn
        </system>
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
    public void NameThatRubyMakes_Silent() => Assert.Empty(FluentdFindings.Of("AUD2088", """
        <system>
          "#{x}" 1
        </system>
        """));
}
