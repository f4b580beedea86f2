using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd;
using AuditSdk.Semantics.Fluentd.Routing;
using AuditSdk.Semantics.Fluentd.Values;
using AuditSdk.Semantics.Tests.Fluentd.Tags;
using CsCheck;

namespace AuditSdk.Semantics.Tests.Fluentd.Routing;

public sealed class RouterTests
{
    private const string Fails = "never_flush true\n@type null";

    [Fact]
    public void ErrorOfAnOutput_GoesToTheErrorLabel()
    {
        Router router = Pipelines.Router($"{Pipelines.Match("a", "a", Fails)}<label @ERROR>\n{Pipelines.Match("**", "e")}</label>\n");
        RoutingTrace trace = router.Emit("a", "{}");
        Assert.Equal("a a {}; e a {}", trace.Ends());
        Assert.Equal("send an error event stream to @ERROR: error_class=RuntimeError error=\"failed to flush\" tag=\"a\"", Assert.Single(trace.Log).Text);
    }

    [Fact]
    public void ErrorInTheErrorLabel_IsACircle()
        => Assert.EndsWith("SystemStackError: stack level too deep", Pipelines.Router($"<label @ERROR>\n{Pipelines.Match("**", "e", Fails)}</label>\n{Pipelines.Match("a", "a", Fails)}").Emit("a", "{}").Ends(), StringComparison.Ordinal);

    [Fact]
    public void ErrorOfAStore_StopsTheCopyUnlessItIsIgnored()
    {
        string Copy(string argument) => Pipelines.Match("a", "c", $"@type copy\n<store{argument}>\n@id s1\n{Fails}\n</store>\n<store>\n@id s2\n@type null\n</store>");
        Assert.Equal("c a {}; s1 a {}; RuntimeError: failed to flush", Pipelines.Router(Copy("")).Emit("a", "{}").Ends());
        Assert.Equal("c a {}; s1 a {}; s2 a {}", Pipelines.Router(Copy(" ignore_error")).Emit("a", "{}").Ends());
    }

    [Fact]
    public void StoreThatIsASpare_SeesWhatThePreviousDidNotTake()
    {
        string Copy(string first) => Pipelines.Match("a", "c", $"@type copy\n<store ignore_error>\n@id s1\n{first}\n</store>\n<store ignore_if_prev_success>\n@id s2\n@type null\n</store>");
        Assert.Equal("c a {}; s1 a {}", Pipelines.Router(Copy("@type null")).Emit("a", "{}").Ends());
        Assert.Equal("c a {}; s1 a {}; s2 a {}", Pipelines.Router(Copy(Fails)).Emit("a", "{}").Ends());
    }

    [Theory]
    [InlineData("", """s1 a {"x":{"k":1,"l":2}}; s1 a {"x":{"k":1}}; s2 a {"x":{"k":1}}""")]
    [InlineData("copy_mode shallow\n", """s1 a {"x":{"k":1,"l":2}}; s1 a {"x":{"k":1}}; s2 a {"x":{"k":1}}""")]
    [InlineData("copy_mode deep\n", """s1 a {"x":{"k":1,"l":2}}; s1 a {"x":{"k":1}}; s2 a {"x":{"k":1,"l":2}}""")]
    public void Copy_SharesRecordsUnlessItIsDeep(string mode, string ends)
    {
        string config = Pipelines.Match("a", "c", $"@type copy\n{mode}<store>\n@id s1\n@type relabel\n@label @L\n</store>\n<store>\n@id s2\n@type null\n</store>")
            + "<label @L>\n<filter **>\n@type record_transformer\nremove_keys $.x.l\n</filter>\n" + Pipelines.Match("**", "s1") + "</label>\n";
        Assert.Equal("c a {\"x\":{\"k\":1,\"l\":2}}; " + ends, Pipelines.Router(config).Emit("a", """{"x":{"k":1,"l":2}}""").Ends());
    }

    [Fact]
    public void RoundRobin_TakesTurns()
    {
        string Stores(string weight) => $"@type roundrobin\n<store>\n@id s1\n@type null\n{weight}</store>\n<store>\n@id s2\n@type null\n</store>";
        Router router = Pipelines.Router(Pipelines.Match("a", "r", Stores("")));
        Assert.Equal(["r a {}; s1 a {}", "r a {}; s2 a {}", "r a {}; s1 a {}"], Enumerable.Range(0, 3).Select(_ => router.Emit("a", "{}").Ends()));
        Assert.Contains("random order", Pipelines.Router(Pipelines.Match("a", "r", Stores("weight 3\n"))).Emit("a", "{}").Undecided, StringComparison.Ordinal);
        Assert.Equal("r a {}; s2 a {}", Pipelines.Router(Pipelines.Match("a", "r", Stores("weight 0\n"))).Emit("a", "{}").Ends());
    }

    [Fact]
    public void NobodyTakesTheTag_IsSaidLessAndLessOften()
    {
        Router router = Pipelines.Router("<match x>\n@type null\n</match>\n");
        Assert.Equal([1, 2, 4, 8, 16], Enumerable.Range(1, 20).Where(_ => router.Emit("a", "{}").Log.Count > 0));
    }

    // fluentd runs filters record by record unless one of them works on streams; only then an error stops the record.
    [Theory]
    [InlineData("@type fails", "o a {}")]
    [InlineData("@type stdout", "o a")]
    public void ErrorOfAFilter_StopsTheRecordOnlyBesideAFilterOfStreams(string other, string ends)
    {
        RouterOptions options = new() { Plugins = new Dictionary<string, PluginModel> { ["fails"] = _ => PluginOutcome.Failed(new("RuntimeError", "boom")) } };
        RoutingTrace trace = Pipelines.Router($"<filter a>\n@type fails\n</filter>\n<filter a>\n{other}\n</filter>\n{Pipelines.Match("a", "o")}", options).Emit("a", "{}");
        Assert.Equal(ends, trace.Ends());
        Assert.Equal("dump an error event: error_class=RuntimeError error=\"boom\" tag=\"a\" record={}", trace.Log[0].Text);
    }

    [Theory]
    [InlineData("<label @L>\n</label>\n", "Fluent::ConfigError: Missing <match> sections in <label @L> section")]
    [InlineData("<label @ROOT>\n<match>\n@type null\n</match>\n</label>\n", "Fluent::ConfigError: @ROOT for <label> is not permitted, reserved for getting root router")]
    [InlineData("<match>\n@type relabel\n@label @L\n</match>\n", "ArgumentError: @L label not found")]
    [InlineData("<source>\n@type x\n@label @L\n</source>\n", "ArgumentError: @L label not found")]
    [InlineData("<source>\ntag x\n</source>\n", "Fluent::ConfigError: Missing '@type' parameter on <source> directive")]
    [InlineData("<match>\n@type copy\n</match>\n", "Fluent::ConfigError: '<store>' sections are required")]
    [InlineData("<match /(/>\n@type null\n</match>\n", "RegexpError: end pattern with unmatched parenthesis: /\\A(\\Z/")]
    [InlineData("<match>\n</match>\n", "Fluent::ConfigError: Missing '@type' parameter on <match> directive")]
    public void ConfigurationThatFluentdRefuses_IsRefused(string config, string error)
    {
        Router router = Pipelines.Router(config);
        Assert.Equal(error, router.Refusal?.ToString());
        Assert.NotNull(router.Emit("a", "{}").Undecided);
    }

    [Theory]
    [InlineData("@include x.conf\n<match a>\n@type null\n</match>\n")]
    [InlineData("<match \"#{x}\">\n@type null\n</match>\n")]
    [InlineData("<match /a\\b/>\n@type null\n</match>\n")]
    [InlineData("<match a>\n@type \"#{x}\"\n</match>\n")]
    [InlineData("<match a>\n@type rewrite_tag_filter\n@include rules.conf\n</match>\n")]
    [InlineData("<match a>\n@type detect_exceptions\n</match>\n")]
    [InlineData("<filter a>\n@type nobody_knows\n</filter>\n<match a>\n@type rewrite_tag_filter\n<rule>\nkey k\npattern /x/\ntag y\n</rule>\n</match>\n")]
    [InlineData("<match a>\n@type rewrite_tag_filter\n<rule>\nkey k\npattern /x\\p{L}/\ntag y\n</rule>\n</match>\n")]
    [InlineData("<match a>\n@type rewrite_tag_filter\n<rule>\nkey k\npattern /x/\ntag ${hostname}\n</rule>\n</match>\n")]
    public void WhatIsNotKnown_IsNotGuessed(string config) => Assert.NotNull(Pipelines.Router(config).Emit("a", """{"k":"x"}""").Undecided);

    [Fact]
    public void CopiesOfCopies_EndUndecidedNotNever()
    {
        string Doubles(int level) => $"<match **>\n@type copy\n<store>\n@type relabel\n@label @L{level}\n</store>\n<store>\n@type relabel\n@label @L{level}\n</store>\n</match>\n";
        string config = Doubles(1) + string.Concat(Enumerable.Range(1, 30).Select(i => $"<label @L{i}>\n{Doubles(i + 1)}</label>\n")) + "<label @L31>\n<match **>\n@type null\n</match>\n</label>\n";
        Assert.Equal("it takes too much work to follow", Pipelines.Router(config).Emit("a", "{}").Undecided);
    }

    [Theory]
    [InlineData("a ${record[\"a\"]}${record[\"a\"]}")] // twice as long each time
    [InlineData("a [\"${record[\\\"a\\\"]}\",\"${record[\\\"a\\\"]}\"]")]
    public void RecordThatGrowsInACircle_IsNoHarm(string field)
    {
        RoutingTrace trace = Pipelines.Router($"<filter **>\n@type record_transformer\n<record>\n{field}\n</record>\n</filter>\n<match **>\n@type relabel\n</match>\n").Emit("a", """{"a":"x"}""");
        Assert.True(trace.Undecided is not null || trace.Exception is not null);
    }

    [Fact]
    public void EventOfAnyTag_IsRoutedLikeFluentdsOwnLoop()
    {
        Gen<(bool IsFilter, string Glob)[]> steps = Gen.Select(Gen.Bool, TagGen.Glob).Array[0, 8];
        Gen.Select(steps, TagGen.Tag).Sample((rules, tag) =>
        {
            IEnumerable<FluentdNode> nodes = rules.Select((r, i) => new FluentdElement(r.IsFilter ? "filter" : "match", r.Glob, [new FluentdParameter("@type", FluentdValue.Text(r.IsFilter ? "grep" : "null")), new FluentdParameter("@id", FluentdValue.Text($"{i}"))]));
            RoutingTrace trace = new Router(FluentdRoutes.Of(new FluentdElement("ROOT", "", ValueList.From(nodes)))).Emit(tag, "{}");
            List<string> expected = [];
            for (int i = 0; i < rules.Length; i++)
            {
                if (!TagGen.AsFluentd(rules[i].Glob).IsMatch(tag)) continue;
                expected.Add($"{i}");
                if (!rules[i].IsFilter) break;
            }

            Assert.Equal(expected, trace.Visits.Select(v => v.Plugin.Parameters.Last().Value.Literal));
        }, iter: 2_000);
    }

    [Fact]
    public void HostileRecord_NeverThrows()
    {
        Gen<string> text = Gen.Char["ab.$#{}[]\"\\\n_TAG\ud800\udc00\u2028é"].Array[0, 8].Select(c => new string(c));
        Gen<FluentdDatum?> scalar = Gen.OneOf(
            Gen.Const((FluentdDatum?)null),
            Gen.Bool.Select(b => (FluentdDatum?)new FluentdDatum.Boolean(b)),
            Gen.Double.Select(d => (FluentdDatum?)new FluentdDatum.Float(d)),
            Gen.Long.Select(l => (FluentdDatum?)new FluentdDatum.Integer(l)),
            text.Select(t => (FluentdDatum?)new FluentdDatum.Text(t)));
        Gen<FluentdDatum?> value = Gen.OneOf(
            scalar,
            scalar.Array[0, 3].Select(a => (FluentdDatum?)new FluentdDatum.List(ValueList.From(a))),
            Gen.Select(text, scalar).Array[0, 3].Select(a => (FluentdDatum?)new FluentdDatum.Map(ValueList.From(a.Select(p => new KeyValuePair<string, FluentdDatum?>(p.Item1, p.Item2))))));
        Router router = Pipelines.Router("""
            <filter **>
              @type grep
              <exclude>
                key $.k.x[0]
                pattern /(a+)+b/
              </exclude>
            </filter>
            <filter **>
              @type record_transformer
              remove_keys $.k.a, $['l'][0]
              <record>
                v x${record["k"]}${tag_parts[-1]}
                w ${record["k"]}
                l ["${tag}", {"${record[\"w\"]}": "${nope}"}]
              </record>
            </filter>
            <filter a.**>
              @type parser
              key_name k
              reserve_data true
              <parse>
                @type json
              </parse>
            </filter>
            <match a.**>
              @type rewrite_tag_filter
              capitalize_regex_backreference true
              remove_tag_prefix a
              <rule>
                key k
                pattern /^(.*)(.)?$/
                tag ${tag}.$1.__TAG__.${tag_parts[1]}.$3
              </rule>
            </match>
            <match **>
              @type null
            </match>
            """);
        Assert.Null(router.Refusal);
        Gen.Select(Gen.OneOf(text, Gen.Const("a.b")), value).Sample((tag, k) =>
        {
            RoutingTrace trace = router.Emit("", tag, new FluentdDatum.Map([new KeyValuePair<string, FluentdDatum?>("k", k)]));
            Assert.NotEmpty(RoutingExplanation.Of(trace));
        }, iter: 10_000);
    }

    [Fact]
    public void RecordNestedTooDeep_IsNotFollowed()
    {
        FluentdDatum deep = new FluentdDatum.Integer(1);
        for (int i = 0; i < 200_000; i++) deep = new FluentdDatum.List([deep]);
        Assert.Equal("it is nested too deep to follow", Pipelines.Router("<match **>\n@type null\n</match>\n").Emit("", "a", new FluentdDatum.Map([new KeyValuePair<string, FluentdDatum?>("k", deep)])).Undecided);
    }
}
