using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd.Plugins;
using AuditSdk.Semantics.Fluentd.Tags;

namespace AuditSdk.Semantics.Fluentd.Flow;

/// <summary>What outputs send on, given the tags that reach them.</summary>
/// <param name="work">The workbench.</param>
/// <param name="schemas">What is known of plugins.</param>
/// <param name="find">The route of a label; null where there is none.</param>
internal sealed class OutputTags(FlowWork work, PluginSchemas schemas, Func<string, RouteFlow?> find)
{
    // Outputs of gems whose schema is not recorded, and of a few that is, that send events on under tags of their own.
    private static readonly HashSet<string> Senders = new(StringComparer.Ordinal)
    {
        "bufferize", "burrow", "concat", "datacounter", "exec_filter", "flowcounter", "flowcounter_simple", "geoip", "grep", "grepcounter", "multi_format", "norikra", "parser", "ping_message",
        "record_modifier", "record_reformer", "retag", "rewrite", "route", "sampling_filter", "throughput_sniffer", "typecast",
    };

    /// <summary>True where an output may send events on: others need not be asked.</summary>
    public bool MaySend(FluentdElement output) => TypeOf(output) switch
    {
        null or "relabel" or "rewrite_tag_filter" or "detect_exceptions" or "buffer" or "forest" => true,
        "copy" or "roundrobin" => output.IsOpen || output.Sections("store").Any(MaySend),
        string type => output.IsOpen || output.Sections("secondary").Any(MaySend) || MaySend(type, output),
    };

    /// <summary>What an output sends on.</summary>
    /// <param name="output">The output.</param>
    /// <param name="own">Its route, to which it sends what has no label.</param>
    /// <param name="tags">The tags that reach it.</param>
    public IEnumerable<Inflow> Of(FluentdElement output, RouteFlow own, TagSet tags)
        => output.IsOpen ? OfKnown(output, own, tags).Concat(Anything(output, own)) : OfKnown(output, own, tags);

    private IEnumerable<Inflow> OfKnown(FluentdElement output, RouteFlow own, TagSet tags)
    {
        IEnumerable<Inflow> inner = output.Sections("store").Concat(output.Sections("secondary")).SelectMany(s => Of(s, own, tags));
        return TypeOf(output) switch
        {
            "relabel" or "buffer" => To(output, own, InflowKind.Relabel, tags),
            "rewrite_tag_filter" => OfRules(output, own, tags),
            "detect_exceptions" => To(output, own, InflowKind.Possible, Shortened(output, tags)),
            "copy" or "roundrobin" => inner,
            "forest" => OfForest(output, own),
            string type => MaySend(type, output) ? inner.Concat(OfOther(type, output, own)) : inner,
            null => Anything(output, own),
        };
    }

    private IEnumerable<Inflow> OfForest(FluentdElement output, RouteFlow own)
    {
        Node<string> subtype = output.Text("subtype");
        return subtype.IsKnown && !MaySend(subtype.Value, output) && subtype.Value is not ("relabel" or "rewrite_tag_filter" or "copy" or "roundrobin") ? [] : Anything(output, own);
    }

    private bool MaySend(string type, FluentdElement output)
    {
        if (Senders.Contains(type)) return true;
        if (schemas.Find("output", type) is { } schema) return !schema.IsComplete || output.Text("retry_tag").State != NodeState.Absent;
        return schemas.Knowledge("output", type) != PluginKnowledge.OfOtherGem;
    }

    // elasticsearch and opensearch send what was refused once more.
    private IEnumerable<Inflow> OfOther(string type, FluentdElement output, RouteFlow own)
    {
        Node<string> retry = output.Text("retry_tag");
        bool isRetry = retry.IsKnown && !Senders.Contains(type) && schemas.Find("output", type) is { IsComplete: true };
        return isRetry ? To(output, own, InflowKind.Possible, new TagSet(work.Languages.Tag(retry.Value), work.Languages.None)) : Anything(output, own);
    }

    private TagSet Shortened(FluentdElement output, TagSet tags)
    {
        Node<string> prefix = output.Text("remove_tag_prefix");
        if (prefix.State == NodeState.Unknown) return TagSet.Unknown(work);
        if (prefix.State == NodeState.Absent) return tags;
        TagLanguage rest = tags.May.Behind(prefix.Value);
        return new TagSet(tags.May.Or(rest).Or(rest.Behind(".")), work.Languages.None);
    }

    private IEnumerable<Inflow> OfRules(FluentdElement output, RouteFlow own, TagSet tags)
    {
        Node<string> shared = output.Text("@label");
        return new RewriteTags(work, output).Of(tags).SelectMany(r => ToRule(output, r.Rule, shared, own, r.Tags));
    }

    private IEnumerable<Inflow> ToRule(FluentdElement output, FluentdElement rule, Node<string> shared, RouteFlow own, TagSet tags)
    {
        Node<string> label = rule.Text("label");
        if (label is { IsKnown: true, Value.Length: > 0 }) return find(label.Value) is { } target ? [new Inflow(InflowKind.Rule, target, tags, output, rule.OriginOf("tag"))] : [];
        return label.State == NodeState.Unknown ? [new Inflow(InflowKind.Possible, null, tags, output, rule.Origin)] : To(output, shared, own, InflowKind.Rule, tags, rule.OriginOf("tag"));
    }

    private IEnumerable<Inflow> Anything(FluentdElement output, RouteFlow own) => To(output, own, InflowKind.Possible, TagSet.Unknown(work));

    private IEnumerable<Inflow> To(FluentdElement output, RouteFlow own, InflowKind kind, TagSet tags) => To(output, output.Text("@label"), own, kind, tags, output.OriginOf("@label"));

    private IEnumerable<Inflow> To(FluentdElement output, Node<string> label, RouteFlow own, InflowKind kind, TagSet tags, Origin at)
    {
        if (label.State == NodeState.Absent) return [new Inflow(kind, own, tags, output, at)];
        if (!label.IsKnown) return [new Inflow(InflowKind.Possible, null, tags, output, at)];
        return find(label.Value) is { } target ? [new Inflow(kind, target, tags, output, at)] : [];
    }

    private static string? TypeOf(FluentdElement output) => output.Text("@type") is { State: not NodeState.Absent } type ? type.Or(null) : output.Text("type").Or(null);
}
