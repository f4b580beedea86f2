using AuditSdk.Semantics.Documents;

namespace AuditSdk.Semantics.Tests.Checks.Fluentd.Secrets;

public sealed class SecretIsWrittenInClearTests
{
    [Fact]
    public void Mistake_Reported()
    {
        Finding[] found = [.. FluentdFindings.Of("AUD2001", """
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
          password hunter2
          <buffer>
            @type file
            path /var/lib/fluentd/buffer
          </buffer>
        </match>
        """)];

        Assert.NotEmpty(found);
        Assert.All(found, f => Assert.True(f is { Severity: FindingSeverity.Error, Origin.Line: > 0 }, f.ToString()));
    }

    [Fact]
    public void WhatIsMeant_Silent() => Assert.Empty(FluentdFindings.Of("AUD2001", """
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
          password "#{ENV['ES_PASSWORD']}"
          <buffer>
            @type file
            path /var/lib/fluentd/buffer
          </buffer>
        </match>
        """));

    [Fact]
    public void EmptySecret_Silent() => Assert.Empty(FluentdFindings.Of("AUD2001", """
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
          password ""
          <buffer>
            @type file
            path /var/lib/fluentd/buffer
          </buffer>
        </match>
        """));

    [Fact]
    public void SecretOfUnknownPlugin_Silent() => Assert.Empty(FluentdFindings.Of("AUD2001", """
        <match audit>
          @type splunk_hec
          hec_token abc
        </match>
        """));
}
