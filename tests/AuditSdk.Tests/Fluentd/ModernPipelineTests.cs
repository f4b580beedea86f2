using AuditSdk.Fluentd;
using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd;

namespace AuditSdk.Tests.Fluentd;

public class ModernPipelineTests
{
    private const string TimeFormat = "%Y-%m-%dT%H:%M:%S.%N%z";

    [Fact]
    public void RawPlugins_WriteTheGuidesModernPipeline()
    {
        FluentdConfig config =
        [
            new Source(new RawInput("tail")
            {
                Id = "audit_in",
                Extra = new() { ["path"] = "{{SRC}}/audit.log", ["pos_file"] = "{{STATE}}/audit.log.pos", ["tag"] = "audit", ["read_from_head"] = "true" },
                ExtraSections =
                [
                    new RawSection("parse") { Extra = new() { ["@type"] = "json", ["time_key"] = "stageTimestamp", ["time_type"] = "string", ["time_format"] = TimeFormat, ["keep_time_key"] = "true" } },
                ],
            }),
            new Match("audit", new RawOutput("rewrite_tag_filter")
            {
                Id = "audit_route",
                ExtraSections =
                [
                    new RawSection("rule") { Extra = new() { ["key"] = "$.objectRef.namespace", ["pattern"] = "/^(.+)$/", ["tag"] = "audit.$1" } },
                    new RawSection("rule") { Extra = new() { ["key"] = "$.objectRef.namespace", ["pattern"] = "/^.+$/", ["invert"] = "true", ["tag"] = "audit.none" } },
                ],
            }),
            new Match("audit.*", new RawOutput("file")
            {
                Id = "audit_out",
                Extra = new() { ["path"] = "{{DST}}/audit-${tag[1]}.%Y%m%d%H", ["compress"] = "gzip" },
                ExtraSections =
                [
                    new RawSection("format") { Extra = new() { ["@type"] = "json" } },
                    new RawSection("inject") { Extra = new() { ["time_key"] = "time", ["time_type"] = "string", ["time_format"] = TimeFormat, ["utc"] = "true" } },
                    new RawSection("buffer")
                    {
                        SectionArgument = "tag,time",
                        Extra = new()
                        {
                            ["@type"] = "file", ["path"] = "{{STATE}}/buffer", ["timekey"] = "1h", ["timekey_wait"] = "1s", ["timekey_use_utc"] = "true",
                            ["flush_thread_interval"] = "0.1", ["flush_thread_burst_interval"] = "0.01", ["flush_at_shutdown"] = "true",
                        },
                    },
                ],
            }),
        ];
        FindingSink findings = new();

        string text = ConfWriter.Write(FluentdMap.Map(config, findings), FluentdTarget.Parse("td-agent 3")!, findings);

        Assert.Empty(findings.Findings);
        Assert.Equal(Tree(File.ReadAllText(SourceTree.Data("guide", "modern.conf.tmpl"))), Tree(text));
    }

    private static FluentdNode Tree(string text) => Bare(ConfParser.Parse(text, null).Root!);

    private static FluentdNode Bare(FluentdNode node) => node switch
    {
        FluentdElement element => element with { Origin = Origin.None, Nodes = ValueList.From(element.Nodes.Select(Bare)) },
        _ => node with { Origin = Origin.None },
    };
}
