using System.Globalization;
using AuditSdk.Generators.CSharp;
using Microsoft.CodeAnalysis;

namespace AuditSdk.Generators.Emission;

/// <summary>From the symbol of a marked member to what the registry says about it.</summary>
internal static class MarkedMember
{
    private const string AuditConfig = "AuditSdk.AuditConfigAttribute";

    private static readonly (string Property, string Flag)[] AuditLogFlags =
        [("AuditLogPath", "audit-log-path"), ("AuditLogMaxSize", "audit-log-maxsize"), ("AuditLogMaxBackup", "audit-log-maxbackup"), ("AuditLogMaxAge", "audit-log-maxage")];

    public static EmissionMember Read(GeneratorAttributeSyntaxContext marked, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        ISymbol member = marked.TargetSymbol;
        INamedTypeSymbol type = member.ContainingType;
        AttributeData? config = type.GetAttributes().FirstOrDefault(a => a.AttributeClass?.ToDisplayString() == AuditConfig);
        FileLinePositionSpan place = PlaceOf(marked);
        string? resultType = ResultTypes.Of(member);
        string access = type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat) + "." + CSharpText.Identifier(member.Name) + (member is IMethodSymbol ? "()" : "");
        return new EmissionMember(
            FileName: marked.Attributes[0].ConstructorArguments is [{ Value: string file }] ? file : "",
            Member: type.ToDisplayString(Readability.ShortName) + "." + member.Name,
            File: PathOf(place, marked),
            SourcePath: marked.TargetNode.SyntaxTree.FilePath,
            Line: place.StartLinePosition.Line + 1,
            Kubernetes: Argument(config, "Kubernetes"),
            Fluentd: Argument(config, "Fluentd"),
            Severities: ConfiguredSeverities.Of(member, marked.TargetNode.SyntaxTree, marked.SemanticModel.Compilation, cancellation),
            AuditLog: AuditLogOf(config),
            Class: type.ToDisplayString(),
            Expression: access,
            ResultType: resultType ?? "",
            Refusal: config is null
                ? $"The class {type.ToDisplayString(Readability.ShortName)} is not marked: mark the class with [AuditConfig]."
                : Readability.Problem(member) ?? (resultType is null ? ResultTypes.Problem(member) : null));
    }

    private static string? Argument(AttributeData? attribute, string name)
        => attribute?.NamedArguments.FirstOrDefault(a => a.Key == name).Value.Value as string;

    // What is not set is not known, which is not the server's default.
    private static string AuditLogOf(AttributeData? config) => string.Join("\n", AuditLogFlags
        .Select(f => (f.Flag, config?.NamedArguments.FirstOrDefault(a => a.Key == f.Property).Value.Value))
        .Where(f => f.Value is not null)
        .Select(f => f.Flag + "=" + Convert.ToString(f.Value, CultureInfo.InvariantCulture)));

    private static FileLinePositionSpan PlaceOf(GeneratorAttributeSyntaxContext marked)
    {
        Location location = marked.TargetSymbol.Locations.FirstOrDefault(l => l.SourceTree == marked.TargetNode.SyntaxTree) ?? marked.TargetNode.GetLocation();
        return location.GetMappedLineSpan();
    }

    // As the compiler writes [CallerFilePath]: paths of this machine mapped away where the build asks for that, so that the assembly stays the same everywhere.
    private static string PathOf(FileLinePositionSpan place, GeneratorAttributeSyntaxContext marked)
        => marked.SemanticModel.Compilation.Options.SourceReferenceResolver?.NormalizePath(place.Path, place.HasMappedPath ? marked.TargetNode.SyntaxTree.FilePath : null) ?? place.Path;
}
