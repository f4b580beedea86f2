using AuditSdk.Semantics.Documents;

namespace AuditSdk.Semantics.Tests.Checks.Fluentd.Ruby;

public sealed class RegexpDiffersFromDotNetTests
{
    [Fact]
    public void Mistake_Reported()
    {
        Finding[] found = [.. FluentdFindings.Of("AUD2094", """
        <source>
          @type tail
          path /var/log/kubernetes/audit/audit.log
          pos_file /var/lib/fluentd/audit.pos
          read_from_head true
          tag audit
          <parse>
            @type regexp
            expression '/(?<a-b>x)/'
          </parse>
        </source>
        <match audit>
          @type file
          path /var/lib/fluentd/out
        </match>
        """)];

        Assert.NotEmpty(found);
        Assert.All(found, f => Assert.True(f is { Severity: FindingSeverity.Info, Origin.Line: > 0 }, f.ToString()));
    }

    [Fact]
    public void HexadecimalDigit_Reported()
    {
        Finding[] found = [.. FluentdFindings.Of("AUD2094", """
        <source>
          @type tail
          path /var/log/kubernetes/audit/audit.log
          pos_file /var/lib/fluentd/audit.pos
          read_from_head true
          tag audit
          <parse>
            @type regexp
            expression '/(?<a>\\h+)/'
          </parse>
        </source>
        """)];

        Assert.NotEmpty(found);
        Assert.All(found, f => Assert.True(f is { Severity: FindingSeverity.Info, Origin.Line: > 0 }, f.ToString()));
    }

    [Fact]
    public void WhatIsMeant_Silent() => Assert.Empty(FluentdFindings.Of("AUD2094", """
        <source>
          @type tail
          path /var/log/kubernetes/audit/audit.log
          pos_file /var/lib/fluentd/audit.pos
          read_from_head true
          tag audit
          <parse>
            @type regexp
            expression '/(?<a_b>x)/'
          </parse>
        </source>
        <match audit>
          @type file
          path /var/lib/fluentd/out
        </match>
        """));

    [Fact]
    public void LookBehind_Silent() => Assert.Empty(FluentdFindings.Of("AUD2094", """
        <source>
          @type tail
          path /var/log/kubernetes/audit/audit.log
          pos_file /var/lib/fluentd/audit.pos
          read_from_head true
          tag audit
          <parse>
            @type regexp
            expression '/(?<=-)(?<a>x)/'
          </parse>
        </source>
        """));

    [Fact]
    public void EscapedBackslash_Silent() => Assert.Empty(FluentdFindings.Of("AUD2094", """
        <source>
          @type tail
          path /var/log/kubernetes/audit/audit.log
          pos_file /var/lib/fluentd/audit.pos
          read_from_head true
          tag audit
          <parse>
            @type regexp
            expression '/(?<a>\\\\h)/'
          </parse>
        </source>
        """));
}
