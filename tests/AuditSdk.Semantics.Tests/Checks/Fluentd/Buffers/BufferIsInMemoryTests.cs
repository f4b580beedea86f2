using AuditSdk.Semantics.Documents;

namespace AuditSdk.Semantics.Tests.Checks.Fluentd.Buffers;

public sealed class BufferIsInMemoryTests
{
    [Fact]
    public void Mistake_Reported()
    {
        Finding[] found = [.. FluentdFindings.Of("AUD2071", """
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
          @type forward
          <server>
            host collector.example.com
          </server>
        </match>
        """)];

        Assert.NotEmpty(found);
        Assert.All(found, f => Assert.True(f is { Severity: FindingSeverity.Info, Origin.Line: > 0 }, f.ToString()));
    }

    [Fact]
    public void TypeByName_Reported()
    {
        Finding[] found = [.. FluentdFindings.Of("AUD2071", """
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
          @type forward
          <server>
            host collector.example.com
          </server>
          <buffer>
            @type memory
          </buffer>
        </match>
        """)];

        Assert.NotEmpty(found);
        Assert.All(found, f => Assert.True(f is { Severity: FindingSeverity.Info, Origin.Line: > 0 }, f.ToString()));
    }

    [Fact]
    public void WhatIsMeant_Silent() => Assert.Empty(FluentdFindings.Of("AUD2071", """
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
          @type forward
          <server>
            host collector.example.com
          </server>
          <buffer>
            @type file
            path /var/lib/fluentd/buffer
          </buffer>
        </match>
        """));

    [Fact]
    public void FlatType_Silent() => Assert.Empty(FluentdFindings.Of("AUD2071", """
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
          @type forward
          <server>
            host collector.example.com
          </server>
          buffer_type file
          buffer_path /var/lib/b
        </match>
        """));

    [Fact]
    public void OutputToFiles_Silent() => Assert.Empty(FluentdFindings.Of("AUD2071", """
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
        """));

    [Fact]
    public void IncludeThatMayHoldOne_Silent() => Assert.Empty(FluentdFindings.Of("AUD2071", """
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
          @type forward
          <server>
            host collector.example.com
          </server>
          @include buffer.conf
        </match>
        """));
}
