using System.Text;
using AuditSdk.Analyzers.Lifting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AuditSdk.Analyzers.Tests.Lifting;

/// <summary>Twice the rules are twice the work: counted, not timed.</summary>
public sealed class GrowthTests
{
    [Fact]
    public void OperationsAndAllocations_GrowWithTheRules()
    {
        (int Work, long Bytes) small = Lift(500);
        (int Work, long Bytes) middle = Lift(1_000);
        (int Work, long Bytes) large = Lift(2_000);

        Assert.InRange((double)middle.Work / small.Work, 1.8, 2.2);
        Assert.InRange((double)large.Work / middle.Work, 1.8, 2.2);
        Assert.InRange((double)middle.Bytes / small.Bytes, 1.5, 2.2);
        Assert.InRange((double)large.Bytes / middle.Bytes, 1.5, 2.2);
    }

    private static (int Work, long Bytes) Lift(int rules)
    {
        StringBuilder source = new("[AuditConfig] public static class Cluster { [EmitAs(\"p.yaml\")] public static AuditPolicy Policy { get; } = new() { Rules = [\n");
        for (int i = 0; i < rules; i++) source.Append($"new(Metadata) {{ Users = [\"user-{i}\", SystemUsers.KubeProxy], Verbs = [Verb.Get, .. Writes], Resources = [Core.Pods, Core.Secrets.Named(\"s{i}\"), Apps.Deployments] }},\n");
        Compilation compilation = UserProject.Of(source.Append("] }; static string[] Writes => [\"create\", \"update\"]; }").ToString()).Compiles().Compilation;
        KnownTypes known = KnownTypes.Of(compilation)!;
        ISymbol member = compilation.GetTypeByMetadataName("Cluster")!.GetMembers("Policy").Single();
        PropertyDeclarationSyntax declaration = (PropertyDeclarationSyntax)member.DeclaringSyntaxReferences[0].GetSyntax();
        IOperation block = compilation.GetSemanticModel(declaration.SyntaxTree).GetOperation(declaration.Initializer!)!;

        // The first time makes the compiler's operations.
        Assert.Equal(rules, Assert.Single(DefinitionReader.Read(member, [block], compilation, known, new LiftBudget(default), (v, n, t) => PolicyLifter.Lift(v, n, t, known), default)).Document.Rules.Value.Count);
        LiftBudget budget = new(default);
        long before = GC.GetAllocatedBytesForCurrentThread();
        DefinitionReader.Read(member, [block], compilation, known, budget, (v, n, t) => PolicyLifter.Lift(v, n, t, known), default);
        return (budget.Work, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
