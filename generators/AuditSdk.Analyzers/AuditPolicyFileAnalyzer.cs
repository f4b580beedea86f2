using System.Collections.Immutable;
using AuditSdk.Semantics.Catalog;
using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace AuditSdk.Analyzers;

/// <summary>Checks the audit policies in YAML among a project's <c>AdditionalFiles</c>, live: with the reader of policy files, which needs nothing but Semantics.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class AuditPolicyFileAnalyzer : DiagnosticAnalyzer
{
    private readonly SourceTextValueProvider<CatalogFile> _catalogs = new(static text => CatalogReader.Read(text.ToString(), ""));

    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => Descriptors.OfPolicyFiles.All;

    /// <inheritdoc />
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            CheckSettings settings = new(start.Options, text => start.TryGetValue(text, _catalogs, out CatalogFile? catalog) ? catalog : null);
            start.RegisterAdditionalFileAction(file => Check(file, settings));
        });
    }

    private static void Check(AdditionalFileAnalysisContext context, CheckSettings settings)
    {
        string path = context.AdditionalFile.Path;
        if (!IsYaml(path) || context.AdditionalFile.GetText(context.CancellationToken) is not { } source) return;
        string text = source.ToString();
        if (!IsPolicy(text)) return;
        foreach (Finding finding in PolicyFile.Check(text, path, settings.For(release: null, context.CancellationToken), context.CancellationToken))
        {
            if (Descriptors.OfPolicyFiles.Find(finding.Id) is { } descriptor) context.ReportDiagnostic(DiagnosticOf(finding, descriptor, path, source));
        }
    }

    private static Diagnostic DiagnosticOf(Finding finding, DiagnosticDescriptor descriptor, string path, SourceText source) => Diagnostic.Create(
        descriptor,
        LocationOf(finding.Origin, path, source),
        DescriptorSet.Severity(finding.Severity),
        finding.Related.Select(o => LocationOf(o, path, source)),
        ImmutableDictionary<string, string?>.Empty,
        finding.Message);

    private static bool IsYaml(string path) => path.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".yml", StringComparison.OrdinalIgnoreCase);

    // Other YAML may be among the files. A manifest that holds a policy in a string is none: there apiVersion is indented.
    private static bool IsPolicy(string text)
    {
        if (text.IndexOf("audit.k8s.io/", StringComparison.Ordinal) < 0) return false;
        return text.StartsWith("{", StringComparison.Ordinal) || text.Split('\n').Any(line => line.StartsWith("apiVersion:", StringComparison.Ordinal) && line.IndexOf("audit.k8s.io/", StringComparison.Ordinal) > 0);
    }

    private static Location LocationOf(Origin origin, string path, SourceText source)
    {
        int line = Math.Min(Math.Max(origin.Line, 1), source.Lines.Count) - 1;
        TextLine whole = source.Lines[line];
        int start = Math.Min(whole.Start + Math.Max(origin.Column, 1) - 1, whole.End);
        int end = Math.Min(start + Math.Max(origin.Length, 1), whole.End);
        TextSpan span = TextSpan.FromBounds(start, Math.Max(start, end));
        return Location.Create(path, span, source.Lines.GetLinePositionSpan(span));
    }
}
