using AuditSdk.Semantics.Documents;

namespace AuditSdk.Semantics.Tests.Checks.Fluentd.Buffers;

public sealed class PlaceholderStaysTextTests
{
    [Theory]
    [InlineData("elasticsearch", "index_name audit-${namespace}", "tag", "namespace")]
    [InlineData("elasticsearch", "index_name audit-${namespace}", "", "namespace")]
    [InlineData("elasticsearch", "index_name audit-%Y.%m.%d", "tag", "time")]
    [InlineData("opensearch", "index_name audit-%Y.%m", "tag", "time")]
    [InlineData("elasticsearch", "index_name \"#{ENV['PREFIX']}-${level}\"", "tag,verb", "level")]
    [InlineData("opensearch", "logstash_prefix audit-${$.objectRef.namespace}", "tag", "$.objectRef.namespace")]
    [InlineData("http", "endpoint http://127.0.0.1/${tag[1]}", "[]", "tag")]
    public void KeyThatTheBufferLacks_Reported(string type, string line, string keys, string key)
    {
        Finding finding = Assert.Single(FluentdFindings.Of("AUD2077", Output(type, line, keys)));

        Assert.Equal(FindingSeverity.Warning, finding.Severity);
        Assert.Equal(3, finding.Origin.Line);
        Assert.Contains($"Add '{key}' to <buffer>", finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("elasticsearch", "index_name audit-${namespace}", "tag,namespace")]
    [InlineData("elasticsearch", "index_name audit-${tag}", "")] // its own chunk key
    [InlineData("elasticsearch", "index_name audit-%Y.%m.%d", "tag,time")]
    [InlineData("elasticsearch", "index_name audit-${namespace}", "\"#{ENV['KEYS']}\"")]
    [InlineData("elasticsearch", "logstash_dateformat %Y.%m", "tag")] // written by the time of each event
    [InlineData("elasticsearch", "index_name audit-${chunk_id}", "tag")]
    [InlineData("elasticsearch_dynamic", "index_name audit-${record['verb']}", "tag")]
    [InlineData("http", "endpoint http://127.0.0.1/a%20b", "tag")]
    public void KeyThatIsThere_Silent(string type, string line, string keys) => Assert.Empty(FluentdFindings.Of("AUD2077", Output(type, line, keys)));

    private static string Output(string type, string line, string keys)
        => $"<match audit>\n  @type {type}\n  {line}\n  <buffer {keys}>\n    timekey 1h\n  </buffer>\n</match>\n<source>\n  @type forward\n  bind 127.0.0.1\n</source>\n";
}
