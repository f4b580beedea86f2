using System.Collections.Immutable;
using System.Text;
using AuditSdk.Analyzers;
using AuditSdk.Analyzers.Lifting;
using AuditSdk.Kubernetes;
using AuditSdk.Semantics.Checks.Policy;
using AuditSdk.Semantics.Documents;
using BenchmarkDotNet.Attributes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AuditSdk.Benchmarks;

/// <summary>The analyzer's own time for a definition in one file, against the compiler's time for that file. The driver makes the operations in any case, for the SDK's own analyzers.</summary>
[MemoryDiagnoser]
public class LiftingBenchmarks
{
    private const string Usings = "using AuditSdk; using AuditSdk.Kubernetes; using static AuditSdk.Kubernetes.Level;\n";

    private CSharpCompilation _compilation = null!;
    private KnownTypes _known = null!;
    private ISymbol _member = null!;
    private IOperation _block = null!;
    private LiftedPolicy _policy = null!;

    [Params(1_000, 2_000)]
    public int Rules { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        string folder = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        IEnumerable<string> assemblies = Directory.GetFiles(folder, "System*.dll").Where(f => !f.Contains(".Native", StringComparison.Ordinal)).Concat([typeof(AuditPolicy).Assembly.Location, typeof(Finding).Assembly.Location]);
        _compilation = CSharpCompilation.Create(
            "User", [CSharpSyntaxTree.ParseText(Source(Rules), path: "Cluster.cs")], assemblies.Select(a => MetadataReference.CreateFromFile(a)), new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        _known = KnownTypes.Of(_compilation)!;
        _member = _compilation.GetTypeByMetadataName("Cluster")!.GetMembers("Policy").Single();
        PropertyDeclarationSyntax declaration = (PropertyDeclarationSyntax)_member.DeclaringSyntaxReferences[0].GetSyntax();
        _block = _compilation.GetSemanticModel(declaration.SyntaxTree).GetOperation(declaration.Initializer!)!;
        _policy = Lift().Single();
    }

    /// <summary>Parse, bind and emit.</summary>
    [Benchmark(Baseline = true)]
    public bool Compiler()
    {
        SyntaxTree tree = CSharpSyntaxTree.ParseText(Source(Rules), path: "Cluster.cs");
        using MemoryStream image = new();
        return _compilation.ReplaceSyntaxTree(_compilation.SyntaxTrees[0], tree).Emit(image).Success;
    }

    /// <summary>The lift alone, on operations that are there.</summary>
    [Benchmark]
    public int LiftOnly() => Lift().Count;

    /// <summary>All checks of the default profile on the lifted policy, the exact analysis among them.</summary>
    [Benchmark]
    public IReadOnlyList<Finding> Checks() => PolicyChecks.Run(_policy.Document, new PolicyCheckOptions());

    /// <summary>The analyzer in the compiler's driver, which makes the operations of the whole file for it.</summary>
    [Benchmark]
    public ImmutableArray<Diagnostic> Driver()
    {
        SyntaxTree tree = CSharpSyntaxTree.ParseText(Source(Rules), path: "Cluster.cs");
        return _compilation.ReplaceSyntaxTree(_compilation.SyntaxTrees[0], tree).WithAnalyzers([new AuditPolicyAnalyzer()]).GetAnalyzerDiagnosticsAsync().GetAwaiter().GetResult();
    }

    private IReadOnlyList<LiftedPolicy> Lift() => DefinitionReader.Read(_member, [_block], _compilation, _known, new LiftBudget(default), (v, n, t) => PolicyLifter.Lift(v, n, t, _known), default);

    // Rules as real policies have them: some users, some verbs, two or three resources, names and namespaces now and then.
    private static string Source(int rules)
    {
        StringBuilder source = new(Usings + "[AuditConfig] public static class Cluster\n{\n    static string[] Changes => [Verb.Create, Verb.Update, Verb.Patch];\n    [EmitAs(\"p.yaml\")] public static AuditPolicy Policy { get; } = new()\n    {\n        Rules =\n        [\n");
        for (int i = 0; i < rules; i++)
        {
            source.Append((i % 4) switch
            {
                0 => $"            new(None) {{ Users = [\"system:serviceaccount:team-{i}:controller\"], Verbs = [Verb.Get, Verb.List, Verb.Watch] }},\n",
                1 => $"            new(Metadata) {{ Verbs = [.. Changes, Verb.Delete], Resources = [Core.Secrets, Core.ConfigMaps], Namespaces = [\"team-{i}\"] }},\n",
                2 => $"            new(RequestResponse) {{ Resources = [Apps.Deployments, Apps.StatefulSets.Named(\"app-{i}\")], Namespaces = [\"team-{i}\", \"team-{i}-test\"] }},\n",
                _ => $"            new(Request) {{ UserGroups = [\"group-{i}\"], Resources = [ApiGroup.Named(\"g{i}.example.com\").All, Core.Pods.Log] }},\n",
            });
        }

        return source.Append("            new(Metadata),\n        ],\n    };\n}\n").ToString();
    }
}
