using AuditSdk.Semantics.Checks.Fluentd;
using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd;

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

    [Theory]
    [InlineData("password #{ENV['ES_PASSWORD']}")]
    [InlineData("password '#{ENV[\"ES_PASSWORD\"]}'")]
    public void RubyThatIsNotRun_IsNoSecret(string line)
    {
        string conf = $"<match audit>\n@type elasticsearch\nhost es\nuser audit\n{line}\n</match>";

        Assert.Empty(FluentdFindings.Of("AUD2001", conf));
        Assert.Single(FluentdFindings.Of("AUD2093", conf));
    }

    [Fact]
    public void VariableOfAShell_IsToldWithItsName()
    {
        Finding finding = Assert.Single(FluentdFindings.Of("AUD2001", "<match audit>\n@type elasticsearch\nhost es\nuser audit\npassword ${ES_PASS}\n</match>"));

        Assert.Contains("ENV['ES_PASS']", finding.Message, StringComparison.Ordinal);
        Assert.Contains("ES_PASS:", finding.Remedy!.Title, StringComparison.Ordinal);
    }

    [Fact]
    public void UrlAsASecret_IsToldOnce() => Assert.Single(FluentdFindings.Of("AUD2001", "<match audit>\n@type elasticsearch\npassword https://a:b@c\n</match>"));

    [Fact]
    public void PasswordInAUrlThatIsMeant_Silent()
    {
        FluentdParameter hosts = new("hosts", FluentdValue.Text("https://elastic:s3cr3t@es") with { Secret = SecretLiteral.Meant });
        FluentdElement root = new("ROOT", "", [new FluentdElement("match", "audit", [new FluentdParameter("@type", FluentdValue.Text("elasticsearch")), hosts])]);

        Assert.DoesNotContain(FluentdChecks.Run(root, new FluentdCheckOptions()), f => f.Id == "AUD2001");
    }

    [Theory]
    [InlineData("hosts https://elastic:s3cr3t@es:9200", true)]
    [InlineData("hosts https://a:9200,https://elastic:s3cr3t@es:9200", true)]
    [InlineData("hosts \"https://#{ENV['U']}:s3cr3t@es:9200\"", true)]
    [InlineData("hosts \"https://elastic:#{ENV['P']}@es:9200\"", false)]
    [InlineData("hosts https://elastic@es:9200", false)]
    [InlineData("hosts https://es:9200/a:b@c", false)]
    [InlineData("hosts https://elastic:${PASSWORD}@es:9200", false)]
    public void PasswordInAUrl_Reported(string line, bool isReported)
    {
        Finding[] found = [.. FluentdFindings.Of("AUD2001", $"<match audit>\n@type elasticsearch\n{line}\n</match>")];

        Assert.Equal(isReported ? 1 : 0, found.Length);
        Assert.All(found, f => Assert.DoesNotContain("s3cr3t", f.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void SecretOfUnknownPlugin_Silent() => Assert.Empty(FluentdFindings.Of("AUD2001", """
        <match audit>
          @type splunk_hec
          hec_token abc
        </match>
        """));
}
