using AuditSdk.Semantics.Checks;
using AuditSdk.Semantics.Documents;

namespace AuditSdk.Semantics.Tests.Checks.Fluentd.Ruby;

public sealed class VariableMayBeMissingTests
{
    [Fact]
    public void Mistake_Reported()
    {
        Finding[] found = [.. FluentdFindings.Of("AUD2095", """
        <source>
          @type tail
          path "#{ENV['LOGS']}/audit.log"
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
        """, CheckProfile.Strict)];

        Assert.NotEmpty(found);
        Assert.All(found, f => Assert.True(f is { Severity: FindingSeverity.Warning, Origin.Line: > 0 }, f.ToString()));
    }

    [Fact]
    public void WhatIsMeant_Silent() => Assert.Empty(FluentdFindings.Of("AUD2095", """
        <source>
          @type tail
          path "#{ENV.fetch('LOGS')}/audit.log"
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
        """, CheckProfile.Strict));

    [Fact]
    public void Default_Silent() => Assert.Empty(FluentdFindings.Of("AUD2095", """
        <source>
          @type tail
          path "#{ENV['LOGS'] || '/var/log'}/audit.log"
          pos_file /var/lib/fluentd/audit.pos
          read_from_head true
          tag audit
          <parse>
            @type json
          </parse>
        </source>
        """, CheckProfile.Strict));
}
