using CsCheck;

namespace AuditSdk.Semantics.Tests.Fluentd.Flow;

/// <summary>Random pipelines of few tags, patterns, labels and rules.</summary>
internal static class FlowGen
{
    private static readonly string[] Tags = ["a", "b", "a.b", "x.y", "a.b.c"];
    private static readonly string[] Patterns = ["a", "a.**", "a.*", "b", "**", "*.b", "{a,b}.**", "x.**", "**.b", "a b", "/a.+/", "*"];
    private static readonly string[] Sent = ["@type null", "@type relabel\n@label @L", "@type relabel\n@label @ROOT", "@type copy\n<store>\n@type null\n</store>\n<store>\n@type relabel\n@label @L\n</store>"];
    private static readonly string[] Expressions = ["/^(.+)$/", "/^(a|b)$/", "/^(x)/", "/(a)?(.*)/", "/([^.]+)\\.?(.*)$/"];
    private static readonly string[] Templates = ["b", "a.$1", "${tag}.$1", "x.${tag_parts[0]}", "$1", "$2.b", "a.b", "${tag}"];
    private static readonly string[] More = ["", "", "label @L", "invert true"];

    /// <summary>Sources of constant tags, and routes whose outputs send events on as they are.</summary>
    public static Gen<string> Constant { get; } = Of(OneOf(Sent));

    /// <summary>With rules that give new tags.</summary>
    public static Gen<string> Rewriting { get; } = Of(Gen.Frequency((2, OneOf(Sent)), (3, Rewrite)));

    private static Gen<string> Rewrite
        => Gen.Select(OneOf(Expressions), OneOf(Templates), OneOf(More), (e, t, m) => $"<rule>\nkey k\npattern {e}\ntag {t}\n{m}\n</rule>\n").Array[1, 2]
            .Select(OneOf("", "", "remove_tag_prefix a\n", "@label @L\n"), (rules, more) => "@type rewrite_tag_filter\n" + more + string.Concat(rules.Distinct()));

    private static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(i => texts[i]);

    private static Gen<string> Of(Gen<string> inside)
    {
        Gen<string> step = Gen.Select(OneOf(Patterns), inside, Gen.Int[0, 4], (p, i, k) => k == 0 ? $"<filter {p}>\n@type stdout\n</filter>\n" : $"<match {p}>\n{i}\n</match>\n");
        Gen<string> source = Gen.Select(OneOf(Tags), Gen.Bool, (t, l) => $"<source>\n@type sample\ntag {t}\n{(l ? "@label @L\n" : "")}</source>\n");
        return Gen.Select(source.Array[1, 2], step.Array[1, 4], step.Array[0, 3], (s, root, label)
            => string.Concat(s) + string.Concat(root) + "<label @L>\n" + string.Concat(label) + "<match zzz>\n@type null\n</match>\n</label>\n");
    }
}
