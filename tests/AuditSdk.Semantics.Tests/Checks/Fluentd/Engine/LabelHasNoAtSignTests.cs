using AuditSdk.Semantics.Documents;

namespace AuditSdk.Semantics.Tests.Checks.Fluentd.Engine;

public sealed class LabelHasNoAtSignTests
{
    [Fact]
    public void Mistake_Reported()
    {
        Finding[] found = [.. FluentdFindings.Of("AUD2089", """
        <source>
          @type tail
          path /var/log/kubernetes/audit/audit.log
          pos_file /var/lib/fluentd/audit.pos
          read_from_head true
          tag audit
          @label AUDIT
          <parse>
            @type json
          </parse>
        </source>
        <label AUDIT>
        <match audit>
          @type file
          path /var/lib/fluentd/out
        </match>
        </label>
        """)];

        Assert.NotEmpty(found);
        Assert.All(found, f => Assert.True(f is { Severity: FindingSeverity.Info, Origin.Line: > 0 }, f.ToString()));
    }

    [Fact]
    public void WhatIsMeant_Silent() => Assert.Empty(FluentdFindings.Of("AUD2089", """
        <source>
          @type tail
          path /var/log/kubernetes/audit/audit.log
          pos_file /var/lib/fluentd/audit.pos
          read_from_head true
          tag audit
          @label @AUDIT
          <parse>
            @type json
          </parse>
        </source>
        <label @AUDIT>
        <match audit>
          @type file
          path /var/lib/fluentd/out
        </match>
        </label>
        """));
}
