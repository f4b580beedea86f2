using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;
using AuditSdk.Generators;
using AuditSdk.Kubernetes;
using AuditSdk.Semantics.Documents;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace AuditSdk.Analyzers.Tests;

/// <summary>A user's project: sources with the usings that the package imports, and catalogs that the generator turns into types.</summary>
internal sealed class UserProject
{
    public const string Usings = "global using System; global using System.Collections.Generic; global using System.Linq; "
        + "global using AuditSdk; global using AuditSdk.Kubernetes; global using AuditSdk.Fluentd; global using static AuditSdk.Kubernetes.Level; global using static AuditSdk.Fluentd.Values;";

    public static readonly ImmutableArray<MetadataReference> References =
    [
        .. Net100.References.All,
        MetadataReference.CreateFromFile(typeof(AuditPolicy).Assembly.Location),
        MetadataReference.CreateFromFile(typeof(Finding).Assembly.Location),
    ];

    private static readonly CSharpParseOptions Parsing = new(LanguageVersion.Preview, DocumentationMode.None);

    private UserProject(CSharpCompilation compilation, IEnumerable<AdditionalText> catalogs) => (Compilation, Catalogs) = (compilation, [.. catalogs]);

    public CSharpCompilation Compilation { get; }

    public ImmutableArray<AdditionalText> Catalogs { get; }

    /// <summary>A project of source files.</summary>
    public static UserProject Of(params string[] sources) => Of(sources, []);

    /// <summary>A project of source files and of catalogs.</summary>
    public static UserProject Of(string[] sources, params (string Name, string Text)[] catalogs)
    {
        CSharpCompilation compilation = CSharpCompilation.Create(
            "User" + Guid.NewGuid().ToString("N"),
            [Parse(Usings, "Usings.cs"), .. sources.Select((s, i) => Parse(s, $"File{i}.cs"))],
            References,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        CatalogText[] files = [.. catalogs.Select(c => new CatalogText(c.Name, c.Text))];
        if (files.Length > 0)
        {
            GeneratorDriver driver = CSharpGeneratorDriver.Create([new CatalogGenerator().AsSourceGenerator()], files, Parsing);
            driver.RunGeneratorsAndUpdateCompilation(compilation, out Compilation generated, out _);
            compilation = (CSharpCompilation)generated;
        }

        return new UserProject(compilation, files);
    }

    /// <summary>A class that describes a cluster, with these members.</summary>
    public static UserProject Cluster(string members) => Of($$"""[AuditConfig(Kubernetes = "1.36")] public static class Cluster { {{members}} }""");

    public static SyntaxTree Parse(string text, string name) => CSharpSyntaxTree.ParseText(SourceText.From(text), Parsing, "/infra/" + name);

    /// <summary>The project after an edit of one of its files.</summary>
    public UserProject With(SyntaxTree file, string text) => new(Compilation.ReplaceSyntaxTree(file, file.WithChangedText(SourceText.From(text))), Catalogs);

    /// <summary>Fails where the project does not compile.</summary>
    public UserProject Compiles()
    {
        string[] errors = [.. Compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error).Select(d => d.ToString())];
        Assert.True(errors.Length == 0, string.Join('\n', errors));
        return this;
    }

    /// <summary>Compiles the project and reads the policies that its marked members return.</summary>
    public IReadOnlyList<(string? Name, AuditPolicy Policy)> Run() => Run<AuditPolicy>();

    /// <summary>Compiles the project and reads the documents of a kind that its marked members return.</summary>
    public IReadOnlyList<(string? Name, T Document)> Run<T>()
    {
        using MemoryStream image = new();
        Assert.True(Compilation.Emit(image).Success);
        image.Position = 0;
        Assembly assembly = new AssemblyLoadContext("user", isCollectible: false).LoadFromStream(image);
        return [.. assembly.GetTypes()
            .SelectMany(t => t.GetMembers(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Where(m => m.GetCustomAttribute<EmitAsAttribute>() is not null)
            .SelectMany(m => Documents<T>(m is PropertyInfo property ? property.GetValue(null) : ((MethodInfo)m).Invoke(null, null)))];
    }

    private static IEnumerable<(string? Name, T Document)> Documents<T>(object? value) => value switch
    {
        T document => [(null, document)],
        IEnumerable<(string, T)> pairs => pairs.Select(p => ((string?)p.Item1, p.Item2)),
        IEnumerable<KeyValuePair<string, T>> pairs => pairs.Select(p => ((string?)p.Key, p.Value)),
        _ => [],
    };

    private sealed class CatalogText(string name, string text) : AdditionalText
    {
        public override string Path { get; } = "/infra/" + name;

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
    }
}
