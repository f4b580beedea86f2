using AuditSdk.Semantics.Checks;
using AuditSdk.Semantics.Documents;

namespace AuditSdk.Semantics.Tests.Checks.Fluentd.Plugins;

public sealed class PluginNeedsAGemTests
{
    [Fact]
    public void Mistake_Reported()
    {
        Finding[] found = [.. FluentdFindings.Of("AUD2086", """
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
          @type elasticsearch
          host search.example.com
          user audit
          password "#{ENV['P']}"
          <buffer>
            @type file
            path /var/lib/fluentd/buffer
          </buffer>
        </match>
        """, CheckProfile.Strict)];

        Assert.NotEmpty(found);
        Assert.All(found, f => Assert.True(f is { Severity: FindingSeverity.Warning, Origin.Line: > 0 }, f.ToString()));
    }

    [Fact]
    public void WhatIsMeant_Silent() => Assert.Empty(FluentdFindings.Of("AUD2086", """
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
        """, CheckProfile.Strict));
}
