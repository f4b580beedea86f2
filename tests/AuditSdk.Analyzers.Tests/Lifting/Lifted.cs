using System.Collections.Immutable;
using AuditSdk.Analyzers.Lifting;
using AuditSdk.Analyzers.Lifting.Fluentd;
using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AuditSdk.Analyzers.Tests.Lifting;

/// <summary>Policies and pipelines lifted from source, as the compiler's driver gives operations to an analyzer.</summary>
internal static class Lifted
{
    /// <summary>All policies of a project, and the work that it took.</summary>
    public static (IReadOnlyList<LiftedPolicy> Policies, int Work) Of(UserProject project, CancellationToken cancellation = default)
        => Of<LiftedPolicy>(project, PolicyLifter.Lift, cancellation);

    /// <summary>All pipelines of a project.</summary>
    public static IReadOnlyList<LiftedPipeline> Pipelines(UserProject project, CancellationToken cancellation = default)
        => Of<LiftedPipeline>(project, FluentdLifter.Lift, cancellation).Documents;

    private static (IReadOnlyList<T> Documents, int Work) Of<T>(UserProject project, Func<Value, string?, SyntaxTree, KnownTypes, T?> lift, CancellationToken cancellation)
        where T : LiftedDocument
    {
        Lifter<T> lifter = new(lift);
        CompilationWithAnalyzersOptions options = new(new AnalyzerOptions(project.Catalogs), (e, _, _) => throw e, concurrentAnalysis: false, logAnalyzerExecutionTime: false);
        Assert.Empty(project.Compilation.WithAnalyzers([lifter], options).GetAnalyzerDiagnosticsAsync(cancellation).GetAwaiter().GetResult());
        return (lifter.Documents, lifter.Work);
    }

    /// <summary>The one policy of a project.</summary>
    public static LiftedPolicy One(UserProject project) => Assert.Single(Of(project).Policies);

    /// <summary>A document as text, without places.</summary>
    public static string Text(PolicyDocument policy) => string.Join('\n',
    [
        $"name {Text(policy.Name)}", $"omitStages {Text(policy.OmitStages, Text)}", $"omitManagedFields {Text(policy.OmitManagedFields)}", $"comment {policy.Comment}",
        Text(policy.Rules, Text),
    ]);

    /// <summary>How many nodes of a document are unknown.</summary>
    public static int UnknownNodes(PolicyDocument policy) => Text(policy).Split("<unknown>").Length - 1;

    private static string Text(Node<PolicyRuleNode> rule) => Text(rule, r => string.Join(' ',
    [
        $"\n- level {Text(r.Level)} users {Text(r.Users, Text)} groups {Text(r.UserGroups, Text)} verbs {Text(r.Verbs, Text)} resources {Text(r.Resources, Text)}",
        $"namespaces {Text(r.Namespaces, Text)} urls {Text(r.NonResourceUrls, Text)} omitStages {Text(r.OmitStages, Text)} omitManagedFields {Text(r.OmitManagedFields)} comment {r.Comment}",
    ]));

    private static string Text(Node<GroupResourcesNode> entry) => Text(entry, e => $"{{{Text(e.Group)} {Text(e.Resources, Text)} {Text(e.ResourceNames, Text)}}}");

    private static string Text<T>(Node<ValueList<Node<T>>> list, Func<Node<T>, string> text) => Text(list, l => "[" + string.Join(", ", l.Select(text)) + "]");

    private static string Text<T>(Node<T> node) => Text(node, v => $"'{v}'");

    private static string Text<T>(Node<T> node, Func<T, string> text) => node.State switch
    {
        NodeState.Absent => "-",
        NodeState.Unknown => "<unknown>",
        _ => text(node.Value),
    };

#pragma warning disable RS1026, RS1036, RS1038, RS1041 // Not an analyzer that anyone loads.
    [DiagnosticAnalyzer(LanguageNames.CSharp)]
    private sealed class Lifter<T>(Func<Value, string?, SyntaxTree, KnownTypes, T?> lift) : DiagnosticAnalyzer
        where T : LiftedDocument
#pragma warning restore RS1036, RS1038, RS1041
    {
        public List<T> Documents { get; } = [];

        public int Work { get; private set; }

        public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [new("T1", "t", "t", "t", DiagnosticSeverity.Info, true)];

        public override void Initialize(AnalysisContext context)
        {
            context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
            context.RegisterOperationBlockAction(block =>
            {
                KnownTypes known = KnownTypes.Of(block.Compilation)!;
                ISymbol member = block.OwningSymbol is IMethodSymbol { AssociatedSymbol: { } property } ? property : block.OwningSymbol;
                if (!member.GetAttributes().Any(a => KnownTypes.Is(a.AttributeClass, known.EmitAs))) return;
                LiftBudget budget = new(block.CancellationToken);
                Documents.AddRange(DefinitionReader.Read(member, block.OperationBlocks, block.Compilation, known, budget, (value, name, tree) => lift(value, name, tree, known), block.CancellationToken));
                Work += budget.Work;
            });
        }
    }
}
