using AuditSdk.Semantics.Documents;

namespace AuditSdk.Semantics.Tests.Checks.Fluentd.Ruby;

public sealed class RubyIsNotEnabledTests
{
    [Fact]
    public void Mistake_Reported()
    {
        Finding[] found = [.. FluentdFindings.Of("AUD2090", """
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
            verb ${record["verb"].upcase}
          </record>
        </filter>
        <match audit>
          @type file
          path /var/lib/fluentd/out
        </match>
        """)];

        Assert.NotEmpty(found);
        Assert.All(found, f => Assert.True(f is { Severity: FindingSeverity.Warning, Origin.Line: > 0 }, f.ToString()));
    }

    [Fact]
    public void NestedField_Reported()
    {
        Finding[] found = [.. FluentdFindings.Of("AUD2090", """
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
            ns ${record["objectRef"]["namespace"]}
          </record>
        </filter>
        <match audit>
          @type file
          path /var/lib/fluentd/out
        </match>
        """)];

        Assert.NotEmpty(found);
        Assert.All(found, f => Assert.True(f is { Severity: FindingSeverity.Warning, Origin.Line: > 0 }, f.ToString()));
    }

    [Fact]
    public void WhatIsMeant_Silent() => Assert.Empty(FluentdFindings.Of("AUD2090", """
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
            verb ${record["verb"].upcase}
          </record>
        </filter>
        <match audit>
          @type file
          path /var/lib/fluentd/out
        </match>
        """));

    [Fact]
    public void PlainPlaceholders_Silent() => Assert.Empty(FluentdFindings.Of("AUD2090", """
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
            a ${record["verb"]} ${tag_parts[-1]} ${hostname}
          </record>
        </filter>
        <match audit>
          @type file
          path /var/lib/fluentd/out
        </match>
        """));

    [Fact]
    public void SwitchThatRubyMakes_Silent() => Assert.Empty(FluentdFindings.Of("AUD2090", """
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
          enable_ruby "#{ENV['R']}"
          <record>
            a ${1.to_s}
          </record>
        </filter>
        <match audit>
          @type file
          path /var/lib/fluentd/out
        </match>
        """));
}
