namespace AuditSdk.Cli.Tests.Fluentd;

public sealed class RouteCommandTests : FolderTests
{
    private const string Conf = """
        <match audit>
          @type rewrite_tag_filter
          <rule>
            key $.objectRef.namespace
            pattern /^(.+)$/
            tag ns.$1
          </rule>
        </match>
        <filter ns.**>
          @type grep
          @id keep
          <exclude>
            key verb
            pattern /^watch$/
          </exclude>
        </filter>
        <match ns.shop>
          @type relabel
          @label @SHOP
        </match>
        <match ns.loop>
          @type relabel
          @label @ROOT
        </match>
        <label @SHOP>
          <match **>
            @type file
            path /var/log/shop
          </match>
        </label>
        """;

    [Theory]
    [InlineData("""{"tag":"audit","record":{"verb":"get","objectRef":{"namespace":"shop"}}}""", """{"steps":[{"kind":"output","type":"rewrite_tag_filter","id":null,"line":1,"tag":"audit"},{"kind":"retag","type":"rewrite_tag_filter","id":null,"line":1,"tag":"ns.shop"},{"kind":"filter","type":"grep","id":"keep","line":9,"tag":"ns.shop"},{"kind":"output","type":"relabel","id":null,"line":17,"tag":"ns.shop"},{"kind":"label","type":null,"id":"@SHOP","line":25,"tag":"ns.shop"},{"kind":"output","type":"file","id":null,"line":26,"tag":"ns.shop"}],"result":"delivered"}""")]
    [InlineData("""{"tag":"other","label":"","record":{}}""", """{"steps":[],"result":"lost","why":"No <match> at the top level takes the tag 'other'."}""")]
    public void Event_IsFollowedStepByStep(string given, string expected) => Assert.Equal(expected + "\n", Route(given).Out);

    [Theory]
    [InlineData("""{"tag":"audit","record":{"verb":"watch","objectRef":{"namespace":"shop"}}}""", "\"result\":\"lost\",\"why\":\"<filter ns.**> grep keep (main.conf:9) drops it.\"}")]
    [InlineData("""{"tag":"audit","record":{"verb":"get"}}""", "\"result\":\"lost\",\"why\":\"<match audit> rewrite_tag_filter (main.conf:1) drops it.\"}")]
    [InlineData("""{"tag":"ns.loop","record":{"verb":"get"}}""", "\"result\":\"loop\",\"why\":\"It is sent in a circle until fluentd's stack is full.\"}")]
    public void EventThatDoesNotArrive_SaysWhy(string given, string end) => Assert.EndsWith(end + "\n", Route(given).Out, StringComparison.Ordinal);

    [Theory]
    [InlineData("x")]
    [InlineData("{\"tag\":\"a\"}")]
    [InlineData("{\"tag\":1,\"record\":{}}")]
    [InlineData("{\"tag\":\"a\",\"record\":[]}")]
    public void LineThatIsNoEvent_EndsWithFourAndItsNumber(string line)
    {
        Run run = Route("{\"tag\":\"other\",\"record\":{}}\n" + line);
        Assert.Equal(4, run.Code);
        Assert.Contains("e.jsonl:2 is no event", run.Error, StringComparison.Ordinal);
    }

    private Run Route(string events) => Run.Of("route", Write("main.conf", Conf), Write("e.jsonl", events));
}
