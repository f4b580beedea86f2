using AuditSdk.Semantics.Catalog;
using CsCheck;

namespace AuditSdk.Semantics.Tests.Catalog;

public class CatalogNamingTests
{
    [Theory]
    [InlineData("time_key", "TimeKey")]
    [InlineData("$.a-b.c", "ABC")]
    [InlineData("TLSv1_1", "TLSv1_1")]
    [InlineData("application/x-ndjson", "ApplicationXNdjson")]
    [InlineData("3des", "_3des")]
    [InlineData("", "Unnamed")]
    [InlineData("äö", "Unnamed")]
    public void Words_AreJoinedInPascalCase(string text, string name) => Assert.Equal(name, CatalogNaming.Pascal(text));

    [Theory]
    [InlineData("input", "tail", "TailInput")]
    [InlineData("service_discovery", "srv", "SrvServiceDiscovery")]
    [InlineData("system", "system", "SystemSettings")]
    [InlineData("output", "raw", "RawOutputPlugin")]
    public void Plugin_HasAClassOfItsTypeAndKind(string kind, string type, string name) => Assert.Equal(name, CatalogNaming.PluginClass(kind, type));

    [Theory]
    [InlineData("rule", "Rules")]
    [InlineData("store", "Stores")]
    [InlineData("server", "Servers")]
    [InlineData("policy", "Policies")]
    [InlineData("key", "Keys")]
    [InlineData("box", "Boxes")]
    [InlineData("match", "Matches")]
    [InlineData("class", "Classes")]
    [InlineData("labels", "Labels")]
    public void ManySections_HaveAPluralName(string section, string name)
        => Assert.Equal(name, Body($"section {section} multi").Sections[0].MemberName);

    [Theory]
    [InlineData("configmaps", "ConfigMap", "ConfigMaps")]
    [InlineData("networkpolicies", "NetworkPolicy", "NetworkPolicies")]
    [InlineData("endpoints", "Endpoints", "Endpoints")]
    [InlineData("csistoragecapacities", "CSIStorageCapacity", "CSIStorageCapacities")]
    [InlineData("storageclasses", "StorageClass", "StorageClasses")]
    [InlineData("sheep", "Animal", "Sheep")]
    [InlineData("all", "Al", "AllResource")]
    public void Resource_HasItsPluralInTheCasingOfItsKind(string plural, string kind, string name)
        => Assert.Equal(name, CatalogReader.Read($"group apps\n  resource {plural} kind {kind}").Groups[0].Resources[0].MemberName);

    [Theory]
    [InlineData("\"\"", "Core")]
    [InlineData("apps", "Apps")]
    [InlineData("policy", "PolicyGroup")]
    [InlineData("events.k8s.io", "EventsGroup")]
    [InlineData("rbac.authorization.k8s.io", "RbacAuthorization")]
    [InlineData("cert-manager.io", "CertManager")]
    [InlineData("gateway.networking.k8s.io", "GatewayNetworking")]
    [InlineData("metrics.x-k8s.io", "Metrics")]
    [InlineData("level.example.com", "LevelExample")]
    [InlineData("match.io", "MatchGroup")]
    public void Group_HasAClassOfItsLabels(string group, string name) => Assert.Equal(name, CatalogReader.Read($"group {group}").Groups[0].ClassName);

    [Fact]
    public void Groups_NeverShareANameWithEachOtherOrAResource()
    {
        IEnumerable<string> classes = CatalogReader.Read("group foo.io\ngroup foo.com\ngroup widgets.io\n  resource widgets kind Widget").Groups.Select(g => g.ClassName);

        Assert.Equal(["Foo", "FooGroup", "WidgetsGroup"], classes);
    }

    [Theory]
    [InlineData("type", "TypeParameter")]
    [InlineData("label", "LabelParameter")]
    [InlineData("extra", "ExtraParameter")]
    [InlineData("to_string", "ToStringParameter")]
    [InlineData("equality_contract", "EqualityContractParameter")]
    [InlineData("clone", "CloneParameter")]
    [InlineData("file_output", "FileOutputParameter")]
    public void ParameterNamedLikeAnInheritedMember_GetsASuffix(string parameter, string name)
        => Assert.Equal(name, Body($"param {parameter} string").Parameters[0].MemberName);

    [Fact]
    public void SectionNamedLikeAParameter_GetsASuffix()
    {
        CatalogBody body = Body("param store string\n  param labels hash\n  section store\n  section label multi");

        Assert.Equal(["Store", "Labels"], body.Parameters.Select(p => p.MemberName));
        Assert.Equal(["StoreSection", "LabelsSection"], body.Sections.Select(s => s.MemberName));
    }

    [Fact]
    public void ParametersOfLikeNames_GetDifferentMembers()
    {
        CatalogBody body = Body("param a_b string\n  param a-b string\n  param a.b string\n  param c string as AB");

        Assert.Equal(["ABParameter", "ABParameter_2", "ABParameter_3", "AB"], body.Parameters.Select(p => p.MemberName));
    }

    [Fact]
    public void LabelOutsideOfRoutedPlugins_IsFree()
        => Assert.Equal("Label", CatalogReader.Read("plugin parser x\n  param label string").Plugins[0].Body.Parameters[0].MemberName);

    [Fact]
    public void EnumMembers_AreNeverAlike()
        => Assert.Equal(["AB", "ABValue", "ToStringValue", "_1"], CatalogNaming.EnumMembers(["a_b", "a-b", "to_string", "1"]));

    [Fact]
    public void AnyText_GivesANameThatCSharpAccepts()
        => Gen.String.Sample(text => Assert.Matches(@"\A[A-Z_][A-Za-z0-9_]*\z", CatalogNaming.Pascal(text)));

    private static CatalogBody Body(string lines)
    {
        CatalogFile file = CatalogReader.Read("plugin output file\n  " + lines);
        Assert.Empty(file.Findings);
        return file.Plugins[0].Body;
    }
}
