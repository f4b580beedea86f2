using System.Reflection;
using System.Text.Json;
using AuditSdk.Kubernetes;

namespace AuditSdk.Generators.Tests.Library;

/// <summary>The recorded resources of six Kubernetes releases against what AuditSdk.dll really has.</summary>
public class KubernetesFactsTests
{
    private static readonly JsonElement History = Read("resources-history.json");

    private static readonly string[] Releases = Texts(History.GetProperty("releases"));

    private static readonly Dictionary<(string Group, string Resource), ResourceFacts> Members =
        GeneratedLibrary.Groups.SelectMany(g => GeneratedLibrary.Resources(g)).SelectMany(WithSubresources).Where(s => s.Resource is not null).ToDictionary(s => (s.Group, s.Resource!), s => s.Facts!);

    [Fact]
    public void EveryResource_IsAMemberThatKnowsItsReleases()
    {
        int count = 0;
        foreach (JsonElement resource in History.GetProperty("resources").EnumerateArray())
        {
            (string group, string name) = (resource.GetProperty("group").GetString()!, resource.GetProperty("resource").GetString()!);
            string[] served = ServedIn(resource.GetProperty("in"));
            AssertServed((group, name), served);
            count++;
            if (!resource.TryGetProperty("subresources", out JsonElement subresources)) continue;
            foreach (JsonProperty subresource in subresources.EnumerateObject())
            {
                AssertServed((group, $"{name}/{subresource.Name}"), [.. ServedIn(subresource.Value).Intersect(served)]);
                count++;
            }
        }

        Assert.Equal(count, Members.Count);
    }

    [Fact]
    public void ResourcesOfTheNewestRelease_HaveTheirScopeKindAndVerbs()
    {
        foreach (JsonElement resource in Read("resources.json").GetProperty("resources").EnumerateArray())
        {
            (string group, string name) = (resource.GetProperty("group").GetString()!, resource.GetProperty("resource").GetString()!);
            ResourceFacts facts = Members[(group, name)];
            Assert.Equal((resource.GetProperty("kind").GetString(), resource.GetProperty("namespaced").GetBoolean()), (facts.Kind, facts.Namespaced));
            AssertVerbs(resource, facts);
            foreach (JsonElement subresource in resource.GetProperty("subresources").EnumerateArray()) AssertVerbs(subresource, Members[(group, $"{name}/{subresource.GetProperty("name").GetString()}")]);
        }
    }

    [Theory]
    [InlineData("1.30")]
    [InlineData("1.99")]
    [InlineData("")]
    [InlineData("banana")]
    public void ReleaseOutsideOfTheCatalog_IsUnknown(string release)
    {
        Assert.All(Members.Values, f => Assert.Null(f.IsServedIn(release)));
        Assert.Null(new ResourceFacts("Ledger", true, "get").IsServedIn("1.36"));
    }

    private static void AssertServed((string Group, string Resource) path, string[] served)
    {
        ResourceFacts facts = Assert.Contains(path, (IReadOnlyDictionary<(string, string), ResourceFacts>)Members);
        Assert.Equal(served, Releases.Where(r => facts.IsServedIn(r) == true));
        Assert.Equal(Releases.Except(served), Releases.Where(r => facts.IsServedIn(r) == false));
    }

    private static void AssertVerbs(JsonElement fact, ResourceFacts facts)
        => Assert.Equal(Texts(fact.GetProperty("verbs")).Order(StringComparer.Ordinal), facts.Verbs.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal));

    private static IEnumerable<ResourceSelector> WithSubresources((PropertyInfo Member, KubernetesResourceAttribute Fact) resource)
    {
        ResourceSelector selector = (ResourceSelector)resource.Member.GetValue(null)!;
        return GeneratedLibrary.Resources(selector.GetType()).Select(s => (ResourceSelector)s.Member.GetValue(selector)!).Prepend(selector);
    }

    private static string[] ServedIn(JsonElement releases) => releases.ValueKind == JsonValueKind.String ? Releases : Texts(releases);

    private static string[] Texts(JsonElement list) => [.. list.EnumerateArray().Select(e => e.GetString()!)];

    private static JsonElement Read(string file) => JsonDocument.Parse(File.ReadAllBytes(SourceTree.Data("kubernetes", file))).RootElement;
}
