namespace AuditSdk.Generators.Tests.Catalog;

/// <summary>A user's catalog may declare what the library has.</summary>
public class NamesOfTheLibraryTests
{
    [Fact]
    public void GroupClassThatTheLibraryHas_GetsAnotherName()
        => Assert.Equal(["Kubernetes.OwnKubernetesResourceAttribute.g.cs"], GeneratorHarness.Run(
            "class C { object o = AuditSdk.Kubernetes.OwnKubernetesResourceAttribute.Things; }",
            ("a.catalog", "group things.example.com as KubernetesResourceAttribute\n  resource things kind Thing\n")).Sources.Keys);
}
