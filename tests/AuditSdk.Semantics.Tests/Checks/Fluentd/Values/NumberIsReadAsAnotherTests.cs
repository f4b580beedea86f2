using AuditSdk.Semantics.Documents;

namespace AuditSdk.Semantics.Tests.Checks.Fluentd.Values;

public sealed class NumberIsReadAsAnotherTests
{
    [Theory]
    [InlineData("5 s", false)]
    [InlineData("5 m", true)]
    [InlineData("-5 s", true)]
    public void BlankBeforeTheUnit_IsReportedWhereItChangesTheNumber(string time, bool isReported)
        => Assert.Equal(isReported ? 1 : 0, FluentdFindings.Of("AUD2060", $"<match a>\n  @type stdout\n  <buffer>\n    @type memory\n    flush_interval {time}\n  </buffer>\n</match>\n").Count);

    [Fact]
    public void Mistake_Reported()
    {
        Finding[] found = [.. FluentdFindings.Of("AUD2060", """
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
          <buffer>
            chunk_limit_size 1.5m
          </buffer>
        </match>
        """)];

        Assert.NotEmpty(found);
        Assert.All(found, f => Assert.True(f is { Severity: FindingSeverity.Warning, Origin.Line: > 0 }, f.ToString()));
    }

    [Fact]
    public void TextForANumber_Reported()
    {
        Finding[] found = [.. FluentdFindings.Of("AUD2060", """
        <source>
          @type tail
          path /var/log/kubernetes/audit/audit.log
          pos_file /var/lib/fluentd/audit.pos
          read_from_head true
          tag audit
          read_lines_limit many
          <parse>
            @type json
          </parse>
        </source>
        """)];

        Assert.NotEmpty(found);
        Assert.All(found, f => Assert.True(f is { Severity: FindingSeverity.Warning, Origin.Line: > 0 }, f.ToString()));
    }

    [Fact]
    public void UnknownUnitOfTime_Reported()
    {
        Finding[] found = [.. FluentdFindings.Of("AUD2060", """
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
          <buffer>
            flush_interval 1w
          </buffer>
        </match>
        """)];

        Assert.NotEmpty(found);
        Assert.All(found, f => Assert.True(f is { Severity: FindingSeverity.Warning, Origin.Line: > 0 }, f.ToString()));
    }

    [Fact]
    public void InATemplateOfForest_Reported()
    {
        Finding[] found = [.. FluentdFindings.Of("AUD2060", """
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
          @type forest
          subtype file
          <template>
            path /x/${tag}
            <buffer>
              chunk_limit_size 8 MB
            </buffer>
          </template>
        </match>
        """)];

        Assert.NotEmpty(found);
        Assert.All(found, f => Assert.True(f is { Severity: FindingSeverity.Warning, Origin.Line: > 0 }, f.ToString()));
    }

    [Fact]
    public void WhatIsMeant_Silent() => Assert.Empty(FluentdFindings.Of("AUD2060", """
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
          <buffer>
            chunk_limit_size 1536k
          </buffer>
        </match>
        """));

    [Fact]
    public void UnitsInWords_Silent() => Assert.Empty(FluentdFindings.Of("AUD2060", """
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
          <buffer>
            flush_interval 10s
            chunk_limit_size 8MB
          </buffer>
        </match>
        """));
}
