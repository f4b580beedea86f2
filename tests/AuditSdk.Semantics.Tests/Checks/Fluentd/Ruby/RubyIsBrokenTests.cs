using AuditSdk.Semantics.Documents;

namespace AuditSdk.Semantics.Tests.Checks.Fluentd.Ruby;

public sealed class RubyIsBrokenTests
{
    [Fact]
    public void Mistake_Reported()
    {
        Finding[] found = [.. FluentdFindings.Of("AUD2092", """
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
            a ${1+}
          </record>
        </filter>
        <match audit>
          @type file
          path /var/lib/fluentd/out
        </match>
        """)];

        Assert.NotEmpty(found);
        Assert.All(found, f => Assert.True(f is { Severity: FindingSeverity.Error, Origin.Line: > 0 }, f.ToString()));
    }

    [Fact]
    public void OpenBracket_Reported()
    {
        Finding[] found = [.. FluentdFindings.Of("AUD2092", """
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
            a ${record["a"}
          </record>
        </filter>
        <match audit>
          @type file
          path /var/lib/fluentd/out
        </match>
        """)];

        Assert.NotEmpty(found);
        Assert.All(found, f => Assert.True(f is { Severity: FindingSeverity.Error, Origin.Line: > 0 }, f.ToString()));
    }

    [Fact]
    public void InsideAText_Reported()
    {
        Finding[] found = [.. FluentdFindings.Of("AUD2092", """
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
            a x ${record["a"] +} y
          </record>
        </filter>
        <match audit>
          @type file
          path /var/lib/fluentd/out
        </match>
        """)];

        Assert.NotEmpty(found);
        Assert.All(found, f => Assert.True(f is { Severity: FindingSeverity.Error, Origin.Line: > 0 }, f.ToString()));
    }

    [Fact]
    public void WhatIsMeant_Silent() => Assert.Empty(FluentdFindings.Of("AUD2092", """
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
            a ${1+1}
          </record>
        </filter>
        <match audit>
          @type file
          path /var/lib/fluentd/out
        </match>
        """));

    [Fact]
    public void EndlessRange_Silent() => Assert.Empty(FluentdFindings.Of("AUD2092", """
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
            a ${record["a"][1..]}
          </record>
        </filter>
        <match audit>
          @type file
          path /var/lib/fluentd/out
        </match>
        """));

    [Fact]
    public void BlockAndHash_Silent() => Assert.Empty(FluentdFindings.Of("AUD2092", """
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
            a ${record.map { |k, v| [k, v] }.to_h}
          </record>
        </filter>
        <match audit>
          @type file
          path /var/lib/fluentd/out
        </match>
        """));

    [Fact]
    public void RegularExpression_Silent() => Assert.Empty(FluentdFindings.Of("AUD2092", """
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
            a ${record["a"].gsub(/[}]/, "")}
          </record>
        </filter>
        <match audit>
          @type file
          path /var/lib/fluentd/out
        </match>
        """));
}
