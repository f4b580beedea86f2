using AuditSdk.Semantics.Documents;

namespace AuditSdk.Semantics.Tests.Checks.Fluentd.Plugins;

public sealed class ForestTemplateIsBrokenTests
{
    [Fact]
    public void Mistake_Reported()
    {
        Finding[] found = [.. FluentdFindings.Of("AUD2081", """
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
            path /var/lib/fluentd/out/${tag}
            compres gz
          </template>
        </match>
        """)];

        Assert.NotEmpty(found);
        Assert.All(found, f => Assert.True(f is { Severity: FindingSeverity.Warning, Origin.Line: > 0 }, f.ToString()));
    }

    [Fact]
    public void UnknownSubtype_Reported()
    {
        Finding[] found = [.. FluentdFindings.Of("AUD2081", """
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
          subtype nosuch
          <template>
            path /x
          </template>
        </match>
        """)];

        Assert.NotEmpty(found);
        Assert.All(found, f => Assert.True(f is { Severity: FindingSeverity.Error, Origin.Line: > 0 }, f.ToString()));
    }

    [Fact]
    public void PathLeftOut_Reported()
    {
        Finding[] found = [.. FluentdFindings.Of("AUD2081", """
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
            compress gz
          </template>
        </match>
        """)];

        Assert.NotEmpty(found);
        Assert.All(found, f => Assert.True(f is { Severity: FindingSeverity.Error, Origin.Line: > 0 }, f.ToString()));
    }

    [Fact]
    public void WhatIsMeant_Silent() => Assert.Empty(FluentdFindings.Of("AUD2081", """
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
            path /var/lib/fluentd/out/${tag}
            compress gz
          </template>
        </match>
        """));

    [Fact]
    public void SubtypeOfAGem_Silent() => Assert.Empty(FluentdFindings.Of("AUD2081", """
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
          subtype splunk_hec
          <template>
            hec_host h
          </template>
        </match>
        """));
}
