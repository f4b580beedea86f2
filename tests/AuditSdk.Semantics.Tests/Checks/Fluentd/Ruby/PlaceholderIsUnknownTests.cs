using AuditSdk.Semantics.Documents;

namespace AuditSdk.Semantics.Tests.Checks.Fluentd.Ruby;

public sealed class PlaceholderIsUnknownTests
{
    [Fact]
    public void Mistake_Reported()
    {
        Finding[] found = [.. FluentdFindings.Of("AUD2091", """
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
            user ${username}
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
    public void WhatIsMeant_Silent() => Assert.Empty(FluentdFindings.Of("AUD2091", """
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
            user ${record["username"]}
          </record>
        </filter>
        <match audit>
          @type file
          path /var/lib/fluentd/out
        </match>
        """));

    [Fact]
    public void Known_Silent() => Assert.Empty(FluentdFindings.Of("AUD2091", """
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
            a ${tag} ${time} ${hostname} ${tag_prefix[1]} ${tag_suffix[0]}
          </record>
        </filter>
        <match audit>
          @type file
          path /var/lib/fluentd/out
        </match>
        """));

    [Fact]
    public void NoPlaceholder_Silent() => Assert.Empty(FluentdFindings.Of("AUD2091", """
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
            a $verb {x}
          </record>
        </filter>
        <match audit>
          @type file
          path /var/lib/fluentd/out
        </match>
        """));
}
