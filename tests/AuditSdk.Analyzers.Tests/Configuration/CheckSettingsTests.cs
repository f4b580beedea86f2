using AuditSdk.Semantics.Catalog;
using AuditSdk.Semantics.Checks;
using AuditSdk.Semantics.Checks.Policy;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace AuditSdk.Analyzers.Tests.Configuration;

/// <summary>What policies are checked for, by properties, attribute and catalogs.</summary>
public sealed class CheckSettingsTests
{
    private static readonly string Newest = new PolicyCheckOptions().Release;

    [Theory]
    [InlineData(null, CheckProfile.Default)]
    [InlineData("", CheckProfile.Default)]
    [InlineData("default", CheckProfile.Default)]
    [InlineData("cis", CheckProfile.Cis)]
    [InlineData("Strict", CheckProfile.Strict)]
    [InlineData("something", CheckProfile.Default)]
    public void Profile_IsThatOfTheProperty(string? property, CheckProfile expected)
        => Assert.Equal(expected, Settings(("AuditSdkProfile", property)).For(null, default).Profile);

    [Fact]
    public void Release_IsThatOfTheAttributeElseOfThePropertyElseTheNewest()
    {
        Assert.Equal("1.34", Settings(("AuditSdkKubernetes", "1.33")).For("1.34", default).Release);
        Assert.Equal("1.33", Settings(("AuditSdkKubernetes", " 1.33 ")).For(null, default).Release);
        Assert.Equal(Newest, Settings(("AuditSdkKubernetes", "")).For(null, default).Release);
    }

    [Fact]
    public void Catalogs_AreThoseOfTheProject()
    {
        PolicyCheckOptions options = Reading([("crds/ledgers.yaml.catalog", "group payments.example.com\n  resource ledgers kind Ledger namespaced verbs get\n"), ("notes.txt", "nothing")]).For(null, default);

        Assert.NotNull(options.Catalog.Resource("payments.example.com", "ledgers"));
        Assert.NotNull(options.Catalog.Resource("", "pods"));
    }

    [Fact]
    public void Catalogs_AreReadOnceForEachText()
    {
        int reads = 0;
        CheckSettings settings = Reading([("a.catalog", "group a.example.com\n")], _ => reads++);
        settings.For(null, default);
        settings.For("1.34", default);

        Assert.Equal(1, reads);
    }

    private static CheckSettings Settings(params (string Name, string? Value)[] properties) => new(new AnalyzerOptions([], new Provider(properties)), _ => null);

    private static CheckSettings Reading((string Path, string Text)[] files, Action<string>? onRead = null)
        => new(new AnalyzerOptions([.. files.Select(f => (AdditionalText)new TextFile(f.Path, f.Text))], new Provider([])), text =>
        {
            onRead?.Invoke(text.ToString());
            return CatalogReader.Read(text.ToString(), "");
        });

    private sealed class Provider((string Name, string? Value)[] properties) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Options(properties);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;
    }

    private sealed class Options((string Name, string? Value)[] properties) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value)
        {
            value = properties.FirstOrDefault(p => "build_property." + p.Name == key).Value;
            return value is not null;
        }
    }

    private sealed class TextFile(string path, string text) : AdditionalText
    {
        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
    }
}
