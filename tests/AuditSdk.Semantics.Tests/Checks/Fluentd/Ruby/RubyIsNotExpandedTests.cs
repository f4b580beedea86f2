using AuditSdk.Semantics.Documents;

namespace AuditSdk.Semantics.Tests.Checks.Fluentd.Ruby;

public sealed class RubyIsNotExpandedTests
{
    [Fact]
    public void Mistake_Reported()
    {
        Finding[] found = [.. FluentdFindings.Of("AUD2093", """
        <source>
          @type tail
          path '#{ENV["HOME"]}/audit.log'
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
    public void WhatIsMeant_Silent() => Assert.Empty(FluentdFindings.Of("AUD2093", """
        <source>
          @type tail
          path "#{ENV['HOME']}/audit.log"
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
    public void RubyOfARecord_Silent() => Assert.Empty(FluentdFindings.Of("AUD2093", """
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
        <filter audit>
          @type record_transformer
          enable_ruby true
          <record>
            a ${"#{record['a']}"}
          </record>
        </filter>
        <match audit>
          @type file
          path /var/lib/fluentd/out
        </match>
        """));

    [Fact]
    public void BraceWithoutEnd_Silent() => Assert.Empty(FluentdFindings.Of("AUD2093", """
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
        <filter audit>
          @type record_transformer
          <record>
            a #{x
          </record>
        </filter>
        <match audit>
          @type file
          path /var/lib/fluentd/out
        </match>
        """));
}
