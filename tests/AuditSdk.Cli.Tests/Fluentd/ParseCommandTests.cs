using System.Text.Json;

namespace AuditSdk.Cli.Tests.Fluentd;

public sealed class ParseCommandTests : FolderTests
{
    [Fact]
    public void Configuration_IsItsTreeAsRecorded()
    {
        Run run = Run.Of("parse", Write("a.conf", "<match a.**>\n  @type file\n  path /x\n  path \"/y#{ENV['Z']}\"\n  user \"#{use_nil}\"\n  <buffer tag>\n  </buffer>\n</match>\n"));
        Assert.Equal(0, run.Code);
        Assert.Equal(
            """{"name":"ROOT","arg":"","attrs":[],"elements":[{"name":"match","arg":"a.**","attrs":[["@type","file"],["path","/y#{ENV['Z']}"],["user",{"special":"nil"}]],"elements":[{"name":"buffer","arg":"tag","attrs":[],"elements":[]}]}]}""",
            OneLine(run.Out));
    }

    [Fact]
    public void RefusedConfiguration_EndsWithFourAndItsPlace()
    {
        string file = Write("a.conf", "<match a>\n  @type file\n");
        Run run = Run.Of("parse", file);
        Assert.Equal((4, ""), (run.Code, run.Out));
        Assert.Contains($"{file}:3:1: fluentd does not read it: expected end tag '</match>' but got end of file.", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void IncludedFiles_AreInTheTreeSortedByName()
    {
        Write("d/b.conf", "b 1\n");
        Write("d/a.conf", "a 1\nb 0\n");
        Write("d/.hidden.conf", "h 1\n");
        Write("d/e/c.conf", "@include ../b.conf\nc 1\n");
        Assert.Equal("""[["a","1"],["b","1"]]""", Attributes("@include d/*.conf\n"));
        Assert.Equal("""[["a","1"],["b","1"],["c","1"]]""", Attributes("@include d/**/*.conf\n"));
        Assert.Equal("""[["b","1"]]""", Attributes("@include d/[b-c].{cnf,conf}\n"));
        Assert.Equal("""[["a","1"],["b","0"]]""", Attributes("@include d/[!b].con?\n"));
        Assert.Equal("[]", Attributes("@include d/none.conf\n"));
        Assert.Equal("[]", Attributes("@include d/{a\n"));
    }

    private string Attributes(string conf) => JsonDocument.Parse(OneLine(Run.Of("parse", Write("main.conf", conf)).Out)).RootElement.GetProperty("attrs").GetRawText();

    private static string OneLine(string json) => JsonSerializer.Serialize(JsonDocument.Parse(json).RootElement, new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
