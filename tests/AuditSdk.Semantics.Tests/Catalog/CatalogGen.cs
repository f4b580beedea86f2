using AuditSdk.Semantics.Catalog;
using AuditSdk.Semantics.Documents;
using CsCheck;

namespace AuditSdk.Semantics.Tests.Catalog;

/// <summary>Catalogs as a reader can give them, with names that are alike on purpose.</summary>
internal static class CatalogGen
{
    private static readonly Gen<string> Name = From("a", "a_b", "a-b", "ab", "type", "label", "time_key", "a_input", "equals", "rules", "rule", "comment");
    private static readonly Gen<string> SectionName = From("a", "a_b", "ab", "rule", "rules", "type", "record");
    private static readonly Gen<string> Version = From("1.3", "1.18", "1.19");
    private static readonly Gen<string> Text = Gen.String[1, 12].Where(t => t.All(c => !char.IsSurrogate(c)));
    private static readonly Gen<string> Member = From("Own", "OwnToo", "AB", "Rules");
    private static readonly Gen<string> ResourceName = From("pods", "things", "nodes", "thing-s", "all", "named");

    /// <summary>Catalogs whose members have the names that a reader gives.</summary>
    public static Gen<CatalogFile> File => Declared.Select(f => CatalogReader.Read(CatalogWriter.Write(f)) with { Findings = [] });

    /// <summary>Catalogs with few or no names; those given may be taken already.</summary>
    public static Gen<CatalogFile> Declared { get; } = Gen.Select(Groups(), RemovedGroups(), Enums(), Plugins(isExtension: false), Plugins(isExtension: true), (groups, removed, enums, plugins, extensions) => new CatalogFile
    {
        Releases = ["1.3", "1.18", "1.19"],
        Groups = groups,
        RemovedGroups = removed,
        Enums = enums,
        Plugins = plugins,
        Extensions = extensions,
    });

    private static Gen<T> From<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static Gen<T?> Maybe<T>(Gen<T> gen)
        where T : class
        => Gen.Select(Gen.Bool, gen, (has, value) => has ? value : null);

    private static Gen<ValueList<T>> List<T>(Gen<T> gen, Func<T, string> key) => gen.Array[0, 4].Select(a => ValueList.From(a.DistinctBy(key)));

    private static Gen<ValueList<CatalogGroup>> Groups()
        => List(Gen.Select(From("", "apps", "foo.io", "foo.com", "policy", "pods.io"), List(Resource(2), r => r.Name), (name, resources) => new CatalogGroup(name, "", resources)), g => g.Name);

    private static Gen<CatalogResource> Resource(int depth) => Gen.Select(
        ResourceName, From("Pod", "Thing", "Node", "All"), Gen.Bool, Gen.Select(List(From("get", "list"), v => v), depth == 2 ? List(From("po", "th"), n => n) : Gen.Const(ValueList<string>.Empty)), Maybe(Version), Maybe(Version), Maybe(Text),
        depth == 0 ? Gen.Const(ValueList<CatalogResource>.Empty) : List(Resource(0), r => r.Name),
        (name, kind, namespaced, verbs, since, until, summary, subs) => new CatalogResource { Name = name, Kind = kind, Namespaced = namespaced, Verbs = verbs.Item1, ShortNames = verbs.Item2, Since = since, Until = until, Summary = summary, Subresources = subs });

    private static Gen<ValueList<CatalogRemovedGroup>> RemovedGroups()
        => List(Gen.Select(From("extensions", "old.io"), Version, Text, (name, release, note) => new CatalogRemovedGroup(name, release, note)), g => g.Name);

    private static Gen<ValueList<CatalogEnum>> Enums()
        => List(Gen.Select(From("Mode", "Other"), From("a", "b"), Maybe(Version), (name, value, since) => new CatalogEnum(name, [new CatalogEnumValue(value, since)])), e => e.Name);

    private static Gen<ValueList<CatalogPlugin>> Plugins(bool isExtension) => List(
        Gen.Select(From("input", "buffer", "system"), From("a", "b"), Maybe(Name), Maybe(Version), Body(2, isExtension), (kind, type, gem, since, body) => new CatalogPlugin
        {
            Kind = kind,
            Type = type,
            Gem = isExtension ? null : gem,
            Since = isExtension ? null : since,
            Body = body,
        }),
        p => p.Kind + p.Type);

    private static Gen<CatalogBody> Body(int depth, bool hasSentences) => Gen.Select(
        Maybe(Text), Maybe(Parameter()), List(Parameter(), p => p.Name), depth == 0 ? Gen.Const(ValueList<CatalogSection>.Empty) : List(Section(depth), s => s.Name),
        List(Gen.Select(Name, Text, (name, text) => new CatalogSentence(name, text, 0)), s => s.Name),
        (summary, argument, parameters, sections, sentences) => new CatalogBody { Summary = summary, Argument = argument, Parameters = parameters, Sections = sections, Sentences = hasSentences ? sentences : [] });

    private static Gen<CatalogParameter> Parameter() => Gen.Select(
        Gen.Select(Name, Maybe(Member), From(("string", null), ("array", "string"), ("array", null), ("hash", null), ("enum", "Mode"), ("enum", "Missing"), ("label", null), ("regexp", (string?)null))),
        Gen.Select(Gen.Bool, Gen.Bool, Gen.Bool, Gen.Bool), Gen.Select(Maybe(Version), Maybe(Version), Maybe(Version)), Gen.Select(Maybe(Gen.String), Maybe(Name), Maybe(Text)),
        (head, flags, versions, texts) => new CatalogParameter
        {
            Name = head.Item1,
            MemberName = head.Item2 ?? "",
            Type = head.Item3.Item1,
            ValueType = head.Item3.Item2,
            Required = flags.Item1,
            Secret = flags.Item2,
            Deprecated = flags.Item3,
            Legacy = flags.Item4,
            Removed = versions.Item1,
            Since = versions.Item2,
            Before = versions.Item3,
            Default = texts.Item1,
            Alias = texts.Item2,
            Summary = texts.Item3,
        });

    private static Gen<CatalogSection> Section(int depth) => Gen.Select(
        Gen.Select(SectionName, Maybe(Member), Maybe(From("output", "parser"))), Gen.Select(Gen.Bool, Gen.Bool, Gen.Bool, Gen.Bool), Maybe(Version), Maybe(Version), Body(depth - 1, hasSentences: true), Maybe(Text),
        (head, flags, since, before, body, summary) => new CatalogSection
        {
            Name = head.Item1,
            MemberName = head.Item2 ?? "",
            PluginKind = flags.Item3 ? null : head.Item3,
            Untyped = !flags.Item3 && head.Item3 is not null && flags.Item4,
            FreeForm = flags.Item3,
            Required = flags.Item1,
            Multi = !flags.Item3 && flags.Item2,
            Since = since,
            Before = before,
            Body = flags.Item3 || head.Item3 is not null ? new CatalogBody { Summary = summary } : body,
        });
}
