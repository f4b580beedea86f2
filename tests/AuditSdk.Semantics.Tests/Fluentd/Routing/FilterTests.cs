using AuditSdk.Semantics.Fluentd.Routing;

namespace AuditSdk.Semantics.Tests.Fluentd.Routing;

public sealed class FilterTests
{
    private static readonly RouterOptions Host = new() { Hostname = "h", Time = "2026-11-23 16:08:46 +0000" };

    [Theory]
    [InlineData("<record>\na ${tag_parts[1]}|${tag_parts[-1]}|${tag_prefix[1]}|${tag_suffix[1]}|${hostname}\n</record>", "{}", """{"a":"b|c|a.b|b.c|h"}""")]
    [InlineData("<record>\na ${tag_parts[9]}x\nb ${time}\n</record>", "{}", """{"a":"x","b":"2026-11-23 16:08:46 \u002b0000"}""")]
    [InlineData("<record>\na ${record[\"x\"]}-\n</record>", """{"x":{"k":[1.0,null,"é\n"]}}""", """{"x":{"k":[1.0,null,"é\n"]},"a":"{\"k\"=>[1.0, nil, \"é\\n\"]}-"}""")]
    [InlineData("auto_typecast false\n<record>\na ${record[\"x\"]}\n</record>", """{"x":5}""", """{"x":5,"a":"5"}""")]
    [InlineData("<record>\na {\"${tag}\":[\"${record[\\\"x\\\"]}\"]}\n</record>", """{"x":5}""", """{"x":5,"a":{"a.b.c":[5]}}""")]
    [InlineData("renew_record true\nkeep_keys x,z\n<record>\na 1\n</record>", """{"x":1,"y":2}""", """{"x":1,"a":"1"}""")]
    [InlineData("remove_keys y, $.x.k, $['x']['l'][0], $.y.z", """{"x":{"k":1,"l":[1,2]},"y":"s"}""", """{"x":{"l":[2]}}""")]
    [InlineData("enable_ruby\n<record>\na ${record[\"o\"].nil? ? \"none\":(record[\"o\"][\"n\"].nil? ? \"none\":record[\"o\"][\"n\"])}\n</record>", """{"o":{"n":"x"}}""", """{"o":{"n":"x"},"a":"x"}""")]
    [InlineData("enable_ruby\n<record>\na ${record[\"o\"].nil? ? \"none\":(record[\"o\"][\"n\"].nil? ? \"none\":record[\"o\"][\"n\"])}\n</record>", """{"o":{}}""", """{"o":{},"a":"none"}""")]
    [InlineData("enable_ruby\n<record>\na ${record.dig(\"o\", \"n\") || \"none\"}\nb x${tag_parts[0]}\n</record>", "{}", """{"a":"none","b":"xa"}""")]
    [InlineData("enable_ruby\n<record>\na ${record[\"k\"] == \"x\" && !record[\"l\"] ? 1 : \"no\"}\n</record>", """{"k":"x"}""", """{"k":"x","a":1}""")]
    public void RecordTransformer_ChangesTheRecordAsInFluentd(string parameters, string record, string changed)
    {
        RoutingTrace trace = Pipelines.Router($"<filter **>\n@type record_transformer\n{parameters}\n</filter>\n{Pipelines.Match("**", "o")}", Host).Emit("a.b.c", record);
        Assert.Equal($"o a.b.c {changed.Replace("\\u002b", "+", StringComparison.Ordinal)}", trace.Ends());
        Assert.DoesNotContain(trace.Visits, v => v.IsOpaque);
    }

    [Theory]
    [InlineData("a ${record[\"x\"].to_i + 1}", false)]
    [InlineData("a ${record[\"x\"] = 1}", true)] // it changes the record as well
    [InlineData("a ${record.delete(\"x\")}", true)]
    public void RubyThatIsMoreThanALookUp_IsNotGuessed(string field, bool isOpaque)
    {
        RoutingTrace trace = Pipelines.Router($"<filter **>\n@type record_transformer\nenable_ruby\n<record>\n{field}\n</record>\n</filter>\n{Pipelines.Match("**", "o")}").Emit("t", "{}");
        EventRecord record = trace.Visits[1].Records[0];
        Assert.True(trace.Visits[0].IsOpaque);
        Assert.Equal(isOpaque, record.IsOpaque);
        Assert.Equal(["a"], record.UnknownFields);
    }

    [Theory]
    [InlineData("<regexp>\nkey k\npattern /a/\n</regexp>\n<regexp>\nkey l\npattern /b/\n</regexp>", """{"k":"a","l":"b"}""", true)]
    [InlineData("<regexp>\nkey k\npattern /a/\n</regexp>\n<regexp>\nkey l\npattern /b/\n</regexp>", """{"k":"a"}""", false)]
    [InlineData("<or>\n<regexp>\nkey k\npattern /a/\n</regexp>\n<regexp>\nkey l\npattern /b/\n</regexp>\n</or>", """{"l":"b"}""", true)]
    [InlineData("<and>\n<exclude>\nkey k\npattern /a/\n</exclude>\n<exclude>\nkey l\npattern /b/\n</exclude>\n</and>", """{"l":"b"}""", true)]
    [InlineData("<and>\n<exclude>\nkey k\npattern /a/\n</exclude>\n<exclude>\nkey l\npattern /b/\n</exclude>\n</and>", """{"l":"b","k":"a"}""", false)]
    [InlineData("<exclude>\nkey k\npattern /a/\n</exclude>\n<exclude>\nkey l\npattern /b/\n</exclude>", """{"l":"b"}""", false)]
    [InlineData("regexp1 k ^a b", """{"k":"a b"}""", true)]
    [InlineData("exclude2 k 1", """{"k":[1]}""", false)]
    [InlineData("<regexp>\nkey k\npattern /^$/\n</regexp>", "{}", true)] // nothing is the empty text
    public void Grep_LetsThroughAsInFluentd(string parameters, string record, bool passes)
        => Assert.Equal(passes ? $"o t {record}" : "o t", Pipelines.Router($"<filter **>\n@type grep\n{parameters}\n</filter>\n{Pipelines.Match("**", "o")}").Emit("t", record).Ends());

    [Theory]
    [InlineData("regexp1 k", "regexp1 does not contain 2 parameters")]
    [InlineData("<regexp>\nkey k\npattern /a/\n</regexp>\n<regexp>\nkey k\npattern /b/\n</regexp>", "Duplicate key: k")]
    [InlineData("<and>\n<regexp>\nkey k\npattern /a/\n</regexp>\n<exclude>\nkey k\npattern /b/\n</exclude>\n</and>", "Do not specify both <regexp> and <exclude> in <and>")]
    [InlineData("<regexp>\nkey $.a b\npattern /a/\n</regexp>", "whitespace character is not allowed in dot notation. Use bracket notation: a b")]
    [InlineData("<regexp>\nkey $['a\"]\npattern /a/\n</regexp>", "Mismatched quotes. Invalid syntax: $['a\"]")]
    [InlineData("<regexp>\nkey $.\npattern /a/\n</regexp>", "empty keys in dot notation")]
    public void Grep_IsRefusedAsInFluentd(string parameters, string message)
        => Assert.Equal($"Fluent::ConfigError: {message}", Pipelines.Router($"<filter **>\n@type grep\n{parameters}\n</filter>\n").Refusal?.ToString());

    [Fact]
    public void PipelineOfTheGuide_SendsEventsToTheirNamespaces()
    {
        string config = File.ReadAllText(SourceTree.Data("guide", "kube.conf")).Replace("{{audit.", "/", StringComparison.Ordinal).Replace("}}", "", StringComparison.Ordinal);
        Router router = Pipelines.Router(config);
        Assert.Null(router.Refusal);
        string Target(string record)
        {
            RoutingTrace trace = router.Emit("audit", record);
            Assert.Null(trace.Undecided);
            return trace.Visits.LastOrDefault(v => !v.IsFilter && v.Plugin.Name == "instance") is { } end ? $"{end.Plugin.Parameters.Last(p => p.Key == "path").Value.Literal} {end.Records[0].ToJson()}" : "lost";
        }

        Assert.Equal("""/destLogDir/audit-default.*.log {"objectRef":{"namespace":"default"}}""", Target("""{"objectRef":{"namespace":"default"}}"""));
        Assert.Equal("""/destLogDir/audit-none.*.log {"objectRef":{}}""", Target("""{"objectRef":{}}"""));
        Assert.Equal("/destLogDir/audit-none.*.log {}", Target("{}"));
        Assert.Equal("lost", Target("""{"objectRef":{"namespace":""}}"""));
    }
}
