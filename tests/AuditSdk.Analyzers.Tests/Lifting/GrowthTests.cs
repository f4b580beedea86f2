using System.Text;
using AuditSdk.Analyzers.Lifting;
using AuditSdk.Analyzers.Lifting.Fluentd;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AuditSdk.Analyzers.Tests.Lifting;

/// <summary>Twice the rules or matches are twice the work: counted, not timed.</summary>
public sealed class GrowthTests
{
    [Fact]
    public void OperationsAndAllocations_GrowWithTheRules() => AssertGrowth(Rules);

    [Fact]
    public void OperationsAndAllocations_GrowWithTheMatches() => AssertGrowth(Matches);

    private static void AssertGrowth(Func<int, (int Work, long Bytes)> lift)
    {
        (int Work, long Bytes) small = lift(500);
        (int Work, long Bytes) middle = lift(1_000);
        (int Work, long Bytes) large = lift(2_000);

        Assert.InRange((double)middle.Work / small.Work, 1.8, 2.2);
        Assert.InRange((double)large.Work / middle.Work, 1.8, 2.2);
        Assert.InRange((double)middle.Bytes / small.Bytes, 1.5, 2.2);
        Assert.InRange((double)large.Bytes / middle.Bytes, 1.5, 2.2);
    }

    private static (int Work, long Bytes) Rules(int rules)
    {
        StringBuilder source = new("[AuditConfig] public static class Cluster { [EmitAs(\"p.yaml\")] public static AuditPolicy Root { get; } = new() { Rules = [\n");
        for (int i = 0; i < rules; i++) source.Append($"new(Metadata) {{ Users = [\"user-{i}\", SystemUsers.KubeProxy], Verbs = [Verb.Get, .. Writes], Resources = [Core.Pods, Core.Secrets.Named(\"s{i}\"), Apps.Deployments] }},\n");
        return Lift<LiftedPolicy>(source.Append("] }; static string[] Writes => [\"create\", \"update\"]; }").ToString(), PolicyLifter.Lift, p => Assert.Equal(rules, p.Document.Rules.Value.Count));
    }

    private static (int Work, long Bytes) Matches(int matches)
    {
        StringBuilder source = new("[AuditConfig] public static class Cluster { [EmitAs(\"p.conf\")] public static FluentdConfig Root { get; } = [\n");
        for (int i = 0; i < matches; i++) source.Append($"new Match(\"audit.ns{i}.**\", new FileOutput {{ Path = Folder + \"/ns{i}\", Append = true, Buffer = new FileBuffer(ChunkKey.Time) {{ Path = \"/b{i}\", Timekey = 1.Hours(), ChunkLimitSize = 8.MiB() }} }}),\n");
        return Lift<LiftedPipeline>(source.Append("]; const string Folder = \"/var/log\"; }").ToString(), FluentdLifter.Lift, p => Assert.Equal(matches, p.Root.Nodes.Count));
    }

    private static (int Work, long Bytes) Lift<T>(string source, Func<Value, string?, SyntaxTree, KnownTypes, T?> lift, Action<T> check)
        where T : LiftedDocument
    {
        Compilation compilation = UserProject.Of(source).Compiles().Compilation;
        KnownTypes known = KnownTypes.Of(compilation)!;
        ISymbol member = compilation.GetTypeByMetadataName("Cluster")!.GetMembers("Root").Single();
        PropertyDeclarationSyntax declaration = (PropertyDeclarationSyntax)member.DeclaringSyntaxReferences[0].GetSyntax();
        IOperation block = compilation.GetSemanticModel(declaration.SyntaxTree).GetOperation(declaration.Initializer!)!;

        // The first time makes the compiler's operations.
        check(Assert.Single(Read(new LiftBudget(default))));
        LiftBudget budget = new(default);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Read(budget);
        return (budget.Work, GC.GetAllocatedBytesForCurrentThread() - before);

        IReadOnlyList<T> Read(LiftBudget within) => DefinitionReader.Read(member, [block], compilation, known, within, (value, name, tree) => lift(value, name, tree, known), default);
    }
}
