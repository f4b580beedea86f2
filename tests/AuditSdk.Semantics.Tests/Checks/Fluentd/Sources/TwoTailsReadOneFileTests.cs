using AuditSdk.Semantics.Documents;

namespace AuditSdk.Semantics.Tests.Checks.Fluentd.Sources;

public sealed class TwoTailsReadOneFileTests
{
    [Fact]
    public void Mistake_Reported()
    {
        Finding[] found = [.. FluentdFindings.Of("AUD2030", """
        <source>
          @type tail
          path /var/log/kubernetes/audit/audit.log
          pos_file /var/lib/fluentd/a.pos
          read_from_head true
          tag audit
          <parse>
            @type json
          </parse>
        </source>
        <source>
          @type tail
          path /var/log/kubernetes/audit/audit.log
          pos_file /var/lib/fluentd/b.pos
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
    public void FileThatAGlobMeansToo_Reported()
    {
        Finding[] found = [.. FluentdFindings.Of("AUD2030", """
        <source>
          @type tail
          path /var/log/app/*.log
          pos_file /var/lib/fluentd/a.pos
          read_from_head true
          tag audit
          <parse>
            @type json
          </parse>
        </source>
        <source>
          @type tail
          path /var/log/app/x.log
          pos_file /var/lib/fluentd/b.pos
          read_from_head true
          tag audit
          <parse>
            @type json
          </parse>
        </source>
        """)];

        Assert.NotEmpty(found);
        Assert.All(found, f => Assert.True(f is { Severity: FindingSeverity.Warning, Origin.Line: > 0 }, f.ToString()));
    }

    [Fact]
    public void WhatIsMeant_Silent() => Assert.Empty(FluentdFindings.Of("AUD2030", """
        <source>
          @type tail
          path /var/log/kubernetes/audit/audit.log
          pos_file /var/lib/fluentd/a.pos
          read_from_head true
          tag audit
          <parse>
            @type json
          </parse>
        </source>
        <source>
          @type tail
          path /var/log/other/audit.log
          pos_file /var/lib/fluentd/b.pos
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
    public void GlobWithExclusions_Silent() => Assert.Empty(FluentdFindings.Of("AUD2030", """
        <source>
          @type tail
          path /var/log/app/*.log
          pos_file /var/lib/fluentd/a.pos
          read_from_head true
          tag audit
          exclude_path ["/var/log/app/x.log"]
          <parse>
            @type json
          </parse>
        </source>
        <source>
          @type tail
          path /var/log/app/x.log
          pos_file /var/lib/fluentd/b.pos
          read_from_head true
          tag audit
          <parse>
            @type json
          </parse>
        </source>
        """));

    [Fact]
    public void GlobOfAnotherFolder_Silent() => Assert.Empty(FluentdFindings.Of("AUD2030", """
        <source>
          @type tail
          path /var/log/*.log
          pos_file /var/lib/fluentd/a.pos
          read_from_head true
          tag audit
          <parse>
            @type json
          </parse>
        </source>
        <source>
          @type tail
          path /var/log/app/x.log
          pos_file /var/lib/fluentd/b.pos
          read_from_head true
          tag audit
          <parse>
            @type json
          </parse>
        </source>
        """));

    [Fact]
    public void PathThatRubyMakes_Silent() => Assert.Empty(FluentdFindings.Of("AUD2030", """
        <source>
          @type tail
          path "#{ENV['P']}"
          pos_file /var/lib/fluentd/a.pos
          read_from_head true
          tag audit
          <parse>
            @type json
          </parse>
        </source>
        <source>
          @type tail
          path "#{ENV['P']}"
          pos_file /var/lib/fluentd/b.pos
          read_from_head true
          tag audit
          <parse>
            @type json
          </parse>
        </source>
        """));
}
