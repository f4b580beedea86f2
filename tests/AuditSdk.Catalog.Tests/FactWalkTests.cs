using AuditSdk.Catalog.Tests.FactsToCatalog;
using AuditSdk.Semantics.Catalog;

namespace AuditSdk.Catalog.Tests;

/// <summary>Walks what each fluentd said, and looks for it in the committed catalogs.</summary>
public class FactWalkTests
{
    private static readonly string[] Versions = [.. FluentdFacts.Recorded.Dumps.Select(d => d.Version)];

    // A plugin of another kind stands in the section; its own parameters are that plugin's.
    private static readonly HashSet<string> OfThePlugin = ["parse/with_priority"];

    // On OutputPlugin, since the store is an output of any type.
    private static readonly HashSet<string> OfEveryOutput = ["store/weight"];

    [Fact]
    public void CommittedCatalogs_HaveNoFindings() => Assert.Empty(CommittedCatalogs.Merged.Findings);

    [Fact]
    public void EveryPlugin_IsThere()
    {
        HashSet<(string, string)> plugins = [.. CommittedCatalogs.Merged.Plugins.Select(p => (p.Kind, p.Type))];

        Assert.All(FluentdFacts.Recorded.Dumps.SelectMany(d => d.Plugins), p => Assert.Contains((p.Kind, p.Type), plugins));
        Assert.Equal(94, plugins.Count);
    }

    [Fact]
    public void EveryParameterAndSection_IsThereAsItsNewestVersionSaysIt()
    {
        List<string> wrong = [];
        foreach (IReadOnlyDictionary<string, PluginFact> type in FluentdFacts.Recorded.Types)
        {
            PluginFact newest = type.Values.Last();
            CatalogBody body = Plugin(newest).Body;
            string[] versions = [.. type.Keys];
            for (int i = 0; i < versions.Length; i++) CompareAbsent(type[versions[i]].Body, [.. type.Values.Select(p => p.Body)], body, $"{newest.Kind}.{newest.Type}", versions[i], versions, wrong);
            for (int i = 0; i < versions.Length; i++) Compare(type[versions[i]].Body, body, $"{newest.Kind}.{newest.Type}", versions[i], versions, [.. type.Values.Skip(i + 1).Select(p => p.Body)], wrong);
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong.Distinct()));
    }

    [Fact]
    public void EveryMember_IsUniqueInItsBodyAndAppliesInAVersion()
    {
        List<string> wrong = [];
        foreach (CatalogPlugin plugin in CommittedCatalogs.Merged.Plugins) CheckBody(plugin.Body, $"{plugin.Kind}.{plugin.Type}", wrong);

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public void ClassesOfPluginsAndEnums_AreUnique()
    {
        string[] names = [.. CommittedCatalogs.Merged.Plugins.Select(p => p.ClassName), .. CommittedCatalogs.Merged.Enums.Select(e => e.Name)];

        Assert.Equal(names.Order(StringComparer.Ordinal), names.Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void EveryPlugin_HasASentence() => Assert.Empty(CommittedCatalogs.Merged.Plugins.Where(p => p.Body.Summary is null).Select(p => $"{p.Kind}.{p.Type}"));

    [Theory]
    [InlineData("output", "file", "format", "LegacyFormat", "string")]
    [InlineData("output", "file", "include_time_key", "LegacyIncludeTimeKey", "bool")]
    [InlineData("output", "file", "time_slice_format", "LegacyTimeSliceFormat", "string")]
    [InlineData("input", "tail", "format", "LegacyFormat", "string")]
    [InlineData("input", "tail", "time_key", "LegacyTimeKey", "string")]
    public void FlatParameter_IsTypedUnderANameOfItsOwn(string kind, string type, string name, string member, string valueType)
    {
        CatalogParameter parameter = CommittedCatalogs.Merged.Plugins.Single(p => p.Kind == kind && p.Type == type).Body.Parameters.Single(p => p.Name == name);

        Assert.Equal((member, valueType, true), (parameter.MemberName, parameter.Type, parameter.Legacy));
    }

    [Fact]
    public void ChosenEnums_HaveTheirValues()
    {
        Dictionary<string, string[]> enums = CommittedCatalogs.Merged.Enums.ToDictionary(e => e.Name, e => e.Values.Select(v => v.Text).Order(StringComparer.Ordinal).ToArray());

        Assert.Equal(["gz", "gzip", "text", "zstd"], enums["Compress"]);
        Assert.Equal(["float", "mixed", "string", "unixtime"], enums["TimeType"]);
    }

    private static CatalogPlugin Plugin(PluginFact fact) => CommittedCatalogs.Merged.Plugins.Single(p => p.Kind == fact.Kind && p.Type == fact.Type);

    private static void Compare(BodyFact fact, CatalogBody body, string place, string version, string[] owner, IReadOnlyList<BodyFact> newer, List<string> wrong)
    {
        foreach (ParameterFact parameter in fact.Parameters.Where(p => !(p.Name.StartsWith('@') && !place.EndsWith("/metrics", StringComparison.Ordinal))))
        {
            if (body.Parameters.FirstOrDefault(p => p.Name == parameter.Name && !p.Legacy) is not { } found) wrong.Add($"{place}: no parameter {parameter.Name} of {version}");
            else Compare(parameter with { Type = ParameterRules.Type(place, parameter) }, found, $"{place}: {parameter.Name} of {version}", version, owner, [.. newer.SelectMany(n => n.Parameters).Where(p => p.Name == parameter.Name)], wrong);
        }

        if (fact.Argument is { } argument && (body.Argument is null || body.Argument.Name != argument.Name)) wrong.Add($"{place}: no argument {argument.Name} of {version}");
        foreach (SectionFact section in fact.Sections)
        {
            if (body.Sections.FirstOrDefault(s => s.Name == section.Name) is not { } found) wrong.Add($"{place}: no section {section.Name} of {version}");
            else if (found.PluginKind is { } kind) ComparePluginSection(section, kind, $"{place}/{section.Name}", wrong);
            else if (!Applies(found.Since, found.Before, version, owner)) wrong.Add($"{place}: section {section.Name} is marked as not in {version}");
            else
            {
                IReadOnlyList<BodyFact> newerBodies = [.. newer.SelectMany(n => n.Sections).Where(s => s.Name == section.Name).Select(s => s.Body)];
                if (newerBodies.Count == 0 && (found.Multi != section.Multi || found.Required != section.Required)) wrong.Add($"{place}: section {section.Name} differs in multi or required");
                string[] inside = [.. owner.Where(v => Applies(found.Since, found.Before, v, owner))];
                Compare(section.Body, found.Body, $"{place}/{section.Name}", version, inside, newerBodies, wrong);
            }
        }
    }

    // What another version has and this one has not is marked so. What no version has was added by hand.
    private static void CompareAbsent(BodyFact fact, IReadOnlyList<BodyFact> all, CatalogBody body, string place, string version, string[] owner, List<string> wrong)
    {
        HashSet<string> present = [.. fact.Parameters.Select(p => p.Name), .. place.StartsWith("buffer.", StringComparison.Ordinal) ? OutputSide(version) : []];
        HashSet<string> recorded = [.. all.SelectMany(b => b.Parameters).Select(p => p.Name)];
        wrong.AddRange(body.Parameters.Where(p => !p.Legacy && recorded.Contains(p.Name) && !present.Contains(p.Name) && Applies(p.Since, p.Before, version, owner)).Select(p => $"{place}: {p.Name} is not in {version}, and no mark says so"));
        foreach (CatalogSection section in body.Sections.Where(s => s.PluginKind is null && all.Any(b => b.Sections.Any(f => f.Name == s.Name))))
        {
            bool applies = Applies(section.Since, section.Before, version, owner);
            SectionFact? found = fact.Sections.FirstOrDefault(s => s.Name == section.Name);
            if (found is null && applies) wrong.Add($"{place}: section {section.Name} is not in {version}, and no mark says so");
            if (found is null) continue;
            string[] inside = [.. owner.Where(v => Applies(section.Since, section.Before, v, owner))];
            CompareAbsent(found.Body, [.. all.SelectMany(b => b.Sections).Where(s => s.Name == section.Name).Select(s => s.Body)], section.Body, $"{place}/{section.Name}", version, inside, wrong);
        }
    }

    private static IEnumerable<string> OutputSide(string version)
        => FluentdFacts.Recorded.Dumps.Single(d => d.Version == version).Plugins.SelectMany(p => p.Body.Sections).Where(s => s.Name == "buffer").SelectMany(s => s.Body.Parameters).Select(p => p.Name);

    // Parameters that the owner shows in a section of a plugin are typed on the plugins of that kind.
    private static void ComparePluginSection(SectionFact section, string kind, string place, List<string> wrong)
    {
        foreach (ParameterFact parameter in section.Body.Parameters.Where(p => !p.Name.StartsWith('@') && !OfEveryOutput.Contains($"{section.Name}/{p.Name}")))
        {
            IEnumerable<CatalogPlugin> plugins = CommittedCatalogs.Merged.Plugins.Where(p => p.Kind == kind);
            bool isThere = OfThePlugin.Contains($"{section.Name}/{parameter.Name}") ? plugins.Any(Has) : plugins.All(Has);
            if (!isThere) wrong.Add($"{place}: no {kind} has the parameter {parameter.Name}");

            bool Has(CatalogPlugin plugin) => plugin.Body.Parameters.Any(p => p.Name == parameter.Name && p.Type == parameter.Type);
        }
    }

    private static void Compare(ParameterFact fact, CatalogParameter found, string place, string version, string[] owner, IReadOnlyList<ParameterFact> newer, List<string> wrong)
    {
        if (!Applies(found.Since, found.Before, version, owner)) wrong.Add($"{place} is marked as not there");
        if (fact.Removed != (found.Removed is { } removed && !IsBefore(version, removed))) wrong.Add($"{place} differs in removed");
        if (fact.Type == "enum" && found.Type == "enum") CompareValues(fact, CommittedCatalogs.Merged.Enums.Single(e => e.Name == found.ValueType), place, version, wrong);
        if (newer.Count > 0) return;
        if ((fact.Type, fact.Required, fact.Secret, fact.Deprecated) != (found.Type, found.Required, found.Secret, found.Deprecated)) wrong.Add($"{place} differs in type, required, secret or deprecated");
        if (fact.Type != "enum" && fact.ValueType != found.ValueType) wrong.Add($"{place} differs in the type of its elements");
        if (fact.Alias != found.Alias) wrong.Add($"{place} differs in alias");
    }

    // Every value is there and marked as of this version or older; what is not marked as newer is there, unless another parameter with more values shares the enumeration.
    private static void CompareValues(ParameterFact fact, CatalogEnum type, string place, string version, List<string> wrong)
    {
        Dictionary<string, string?> values = type.Values.ToDictionary(v => v.Text, v => v.Since);
        foreach (string value in fact.Values)
        {
            if (!values.TryGetValue(value, out string? since)) wrong.Add($"{place}: {type.Name} has no {value}");
            else if (since is not null && IsBefore(version, since)) wrong.Add($"{place}: {type.Name} marks {value} as newer than {version}");
        }

        foreach (string extra in values.Where(v => (v.Value is null || !IsBefore(version, v.Value)) && !fact.Values.Contains(v.Key)).Select(v => v.Key)) wrong.Add($"{place}: {type.Name} has {extra}, which {version} does not take");
    }

    private static void CheckBody(CatalogBody body, string place, List<string> wrong)
    {
        IEnumerable<string> names = body.Parameters.Select(p => p.MemberName).Concat(body.Sections.Select(s => s.MemberName)).Concat(body.Argument is { } argument ? [argument.MemberName] : []);
        wrong.AddRange(names.GroupBy(n => n).Where(g => g.Count() > 1).Select(g => $"{place}: {g.Key} twice"));
        IEnumerable<(string Name, string? Since, string? Before)> marks = body.Parameters.Select(p => (p.Name, p.Since, p.Before)).Concat(body.Sections.Select(s => (s.Name, s.Since, s.Before)));
        wrong.AddRange(marks.Where(m => !Versions.Any(v => Applies(m.Since, m.Before, v, Versions))).Select(m => $"{place}: {m.Name} is in no version"));
        foreach (CatalogSection section in body.Sections) CheckBody(section.Body, $"{place}/{section.Name}", wrong);
    }

    private static bool Applies(string? since, string? before, string version, string[] owner)
        => owner.Contains(version) && (since is null || !IsBefore(version, since)) && (before is null || IsBefore(version, before));

    private static bool IsBefore(string left, string right) => CatalogVersions.Order.Compare(left, right) < 0;
}
