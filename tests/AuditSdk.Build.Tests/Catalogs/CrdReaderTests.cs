using AuditSdk.Build.Catalogs;
using AuditSdk.Semantics.Catalog;
using CsCheck;

namespace AuditSdk.Build.Tests.Catalogs;

public sealed class CrdReaderTests
{
    private const string Ledger = """
        apiVersion: apiextensions.k8s.io/v1
        kind: CustomResourceDefinition
        metadata:
          name: ledgers.payments.example.com
        spec:
          group: payments.example.com
          scope: Namespaced
          names:
            kind: Ledger
            plural: ledgers
          versions:
          - name: v1alpha1
            subresources:
              status: {}
          - name: v1
            subresources:
              scale:
                specReplicasPath: .spec.replicas

        """;

    [Fact]
    public void Definition_GivesResourceAndTheSubresourcesOfAllVersions()
    {
        CatalogGroup group = Assert.Single(CrdReader.Read(Ledger).Groups);
        CatalogResource ledgers = Assert.Single(group.Resources);

        Assert.Equal("payments.example.com", group.Name);
        Assert.Equal(("ledgers", "Ledger", true), (ledgers.Name, ledgers.Kind, ledgers.Namespaced));
        Assert.Equal(["create", "delete", "deletecollection", "get", "list", "patch", "update", "watch"], ledgers.Verbs);
        Assert.Equal([("status", "Ledger"), ("scale", "Scale")], ledgers.Subresources.Select(s => (s.Name, s.Kind)));
        Assert.All(ledgers.Subresources, s => Assert.Equal(["get", "patch", "update"], s.Verbs));
    }

    [Fact]
    public void SeveralDocuments_AreReadAndOtherKindsPassedOver()
    {
        string second = Ledger.Replace("ledgers", "tenants", StringComparison.Ordinal).Replace("Ledger", "Tenant", StringComparison.Ordinal).Replace("Namespaced", "Cluster", StringComparison.Ordinal);
        CatalogFile file = CrdReader.Read($"---\n# nothing\n---\nkind: ConfigMap\napiVersion: v1\ndata: [1]\n---\n{Ledger}---\njust text\n---\n{second}");

        Assert.Equal(["ledgers", "tenants"], Assert.Single(file.Groups).Resources.Select(r => r.Name));
        Assert.Equal([true, false], file.Groups[0].Resources.Select(r => r.Namespaced));
    }

    [Fact]
    public void List_IsReadThrough()
    {
        string item = string.Join('\n', Ledger.Split('\n').Select(l => "  " + l));

        Assert.Single(CrdReader.Read($"apiVersion: v1\nkind: List\nitems:\n-\n{item}").Groups);
    }

    [Fact]
    public void OldVersion_HasItsSubresourcesOnTopAndIsNamespacedUnlessItSays()
    {
        CatalogResource resource = CrdReader.Read("""
            apiVersion: apiextensions.k8s.io/v1beta1
            kind: CustomResourceDefinition
            spec:
              group: a.example.com
              version: v1
              names: { kind: Thing, plural: things }
              subresources: { status: {} }
            """).Groups[0].Resources[0];

        Assert.True(resource.Namespaced);
        Assert.Equal(["status"], resource.Subresources.Select(s => s.Name));
    }

    [Fact]
    public void FileWithoutDefinitions_IsAnEmptyCatalog() => Assert.Empty(CrdReader.Read("").Groups);

    [Fact]
    public void WrittenCatalog_IsReadWithoutFindings()
    {
        CatalogFile read = CatalogReader.Read(CatalogWriter.Write(CrdReader.Read(Ledger)));

        Assert.Empty(read.Findings);
        Assert.Equal("PaymentsExample", Assert.Single(read.Groups).ClassName);
        Assert.Equal("Ledgers", read.Groups[0].Resources[0].MemberName);
    }

    [Theory]
    [InlineData("  group: payments.example.com\n", "", 6, 3, "spec has no group.")]
    [InlineData("group: payments.example.com", "group: [a]", 6, 10, "spec has no group.")]
    [InlineData("group: payments.example.com", "group: payments", 6, 10, "spec.group 'payments' is not a DNS name such as example.com.")]
    [InlineData("group: payments.example.com", "group: \"a.b\\n  resource evil\"", 6, 10, "spec.group 'a.b\n  resource evil' is not a DNS name such as example.com.")]
    [InlineData("scope: Namespaced", "scope: namespaced", 7, 10, "spec.scope must be Namespaced or Cluster.")]
    [InlineData("kind: Ledger", "kind: Led ger", 9, 11, "spec.names.kind 'Led ger' may have letters and digits only.")]
    [InlineData("plural: ledgers", "plural: Ledgers", 10, 13, "spec.names.plural 'Ledgers' is not a name in lower case.")]
    [InlineData("plural: ledgers", "singular: ledger", 9, 5, "spec.names has no plural.")]
    [InlineData("io/v1\n", "io/v2\n", 1, 13, "apiVersion apiextensions.k8s.io/v2 is not known; use apiextensions.k8s.io/v1.")]
    [InlineData("kind: Ledger", "kind: Ledger\n    kind: Ledger", 10, 5, "This is not YAML: Duplicate key kind.")]
    [InlineData("scope: Namespaced", "{{ if .Values.x }}", 7, 3, "This is not YAML: While parsing a block mapping, did not find expected key. If it is a Helm template, render it first ('helm template') and name the result here.")]
    [InlineData("plural: ledgers", "plural: '{{ .Values.plural }}'", 10, 13, "spec.names.plural '{{ .Values.plural }}' is not a name in lower case. If it is a Helm template, render it first ('helm template') and name the result here.")]
    public void BrokenDefinition_IsToldWhereItBreaks(string old, string broken, int line, int column, string message)
    {
        CrdException exception = Assert.Throws<CrdException>(() => CrdReader.Read(Ledger.Replace(old, broken, StringComparison.Ordinal)));

        Assert.Equal((message, line, column), (exception.Message, exception.Line, exception.Column));
    }

    [Fact]
    public void BracesInADescription_AreNoTemplate() => Assert.Single(CrdReader.Read(Ledger + "x-description: 'as in {{ .Name }}'\n").Groups);

    [Fact]
    public void NestingWithoutEnd_IsRefused() => Assert.Throws<CrdException>(() => CrdReader.Read("a: " + new string('[', 200_000)));

    [Fact]
    public void AnyText_IsReadOrRefused()
        => Gen.Select(Gen.Int[0, Ledger.Length], Gen.Int[0, 12], Gen.Char[" \n\t:-{}[]\"'&*!|>%@`#,?a1\0\u2028"].Array[0, 6]).Sample((at, cut, inserted) =>
        {
            string text = Ledger[..at] + new string(inserted) + Ledger[Math.Min(Ledger.Length, at + cut)..];
            try
            {
                Assert.Empty(CatalogReader.Read(CatalogWriter.Write(CrdReader.Read(text))).Findings);
            }
            catch (CrdException e)
            {
                Assert.NotEmpty(e.Message);
            }
        });

    [SkippableTheory]
    [InlineData("001-cert-manager-cert-manager-cert-manager.io_certificates.yaml", "cert-manager.io", "certificates", "status")]
    [InlineData("006-argoproj-argo-cd-appproject-crd.yaml", "argoproj.io", "appprojects", "")]
    [InlineData("015-crossplane-crossplane-apiextensions.crossplane.io_compositions.yaml", "apiextensions.crossplane.io", "compositions", "")]
    [InlineData("019-external-secrets-external-secrets-external-secrets.io_externalsecrets.yaml", "external-secrets.io", "externalsecrets", "status")]
    public void RealDefinition_IsRead(string file, string group, string resource, string subresources)
    {
        CatalogGroup read = Assert.Single(CrdReader.Read(File.ReadAllText(SourceTree.Corpus("crds", file))).Groups);

        Assert.Equal((group, resource), (read.Name, Assert.Single(read.Resources).Name));
        Assert.Equal(subresources, string.Join(' ', read.Resources[0].Subresources.Select(s => s.Name)));
    }

    [SkippableTheory]
    [InlineData("022-kube-logging-logging-operator-logging.banzaicloud.io_clusterflows.yaml", 7)]
    [InlineData("025-fluent-fluent-operator-fluentbit.fluent.io_clusterinputs.yaml", 4)]
    public void RealHelmTemplate_IsRefusedWithAdvice(string file, int line)
    {
        CrdException exception = Assert.Throws<CrdException>(() => CrdReader.Read(File.ReadAllText(SourceTree.Corpus("crds", file))));

        Assert.Equal(line, exception.Line);
        Assert.Contains("helm template", exception.Message, StringComparison.Ordinal);
    }
}
