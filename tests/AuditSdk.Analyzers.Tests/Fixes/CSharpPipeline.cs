using AuditSdk.CodeFixes.Syntax;
using AuditSdk.Semantics.Fluentd;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AuditSdk.Analyzers.Tests.Fixes;

/// <summary>A parsed configuration as the directives of a pipeline in C#: typed where a plugin has a class that can say it, and raw for the rest.</summary>
/// <param name="IsRaw">True to write all plugins raw.</param>
internal sealed record CSharpPipeline(bool IsRaw)
{
    private static readonly CSharpCompilation Empty = UserProject.Of("class None;").Compilation;

    private static readonly FluentdCode Code = new(Empty.GetSemanticModel(Empty.SyntaxTrees[1]), 0);

    /// <summary>The directives; null for what C# cannot say.</summary>
    public string? Directives(IEnumerable<FluentdNode> nodes)
    {
        string?[] all = [.. nodes.Select(n => n is FluentdElement { RubyArgument: null } section ? Directive(section) : null)];
        return all.Contains(null) ? null : string.Join(",\n        ", all);
    }

    private string? Directive(FluentdElement section) => section.Name switch
    {
        "source" when Plugin(section, "Input") is { } plugin => $"new Source({plugin})",
        "filter" when Plugin(section, "Filter") is { } plugin => $"new Filter({Literal(section.Argument)}, {plugin})",
        "match" when Plugin(section, "Output") is { } plugin => $"new Match({Literal(section.Argument)}, {plugin})",
        "label" when section.Argument.StartsWith('@') && Directives(section.Nodes) is { } inside => $"new LabelSection(new Label({Literal(section.Argument)}), [{inside}])",
        "worker" when section.Argument.Split('-').All(n => int.TryParse(n, out _)) && Directives(section.Nodes) is { } inside => $"new Worker({section.Argument.Replace("-", ", ", StringComparison.Ordinal)}, [{inside}])",
        "system" when Members(section) is { } members => $"new SystemDirective(new SystemSettings {{ {members} }})",
        _ => null,
    };

    private string? Plugin(FluentdElement section, string kind)
    {
        if (Find(section, "@type")?.Value.Literal is not { } type) return null;
        string label = Find(section, "@label")?.Value.Literal is { Length: > 1 } name ? $"Label = new Label({Literal(name)})" : "";
        string id = Find(section, "@id")?.Value is { } own ? $"Id = {Code.Text(own)}" : "";
        FluentdElement rest = section with { Argument = "", Nodes = [.. section.Nodes.Where(n => n is not FluentdParameter { Key: "@label" or "@id" })] };
        if (!IsRaw && label.Length + id.Length == 0 && Code.Section(Empty.GetTypeByMetadataName($"AuditSdk.Fluentd.{kind}Plugin"), rest, "        ") is { } typed) return typed;
        return Members(rest with { Nodes = [.. rest.Nodes.Where(n => n is not FluentdParameter { Key: "@type" })] }) is { } members
            ? $"new Raw{kind}({Literal(type)}) {{ {string.Join(", ", new[] { label, id, members }.Where(m => m.Length > 0))} }}"
            : null;
    }

    // A hash has each name once.
    private static string? Members(FluentdElement section)
    {
        if (section.Parameters.Any(p => p.RubyKey is not null || Code.Text(p.Value) is null) || section.Parameters.GroupBy(p => p.Key).Any(g => g.Count() > 1)) return null;
        string?[] inner = [.. section.Elements.Select(Section)];
        if (inner.Contains(null) || section.Nodes.Any(n => n is not (FluentdParameter or FluentdElement))) return null;
        string extra = section.Parameters.Any() ? $"Extra = new() {{ {string.Join(", ", section.Parameters.Select(p => $"[{Literal(p.Key)}] = {Code.Text(p.Value)}"))} }}" : "";
        string sections = inner.Length > 0 ? $"ExtraSections = [{string.Join(", ", inner)}]" : "";
        return string.Join(", ", new[] { extra, sections }.Where(m => m.Length > 0));
    }

    private static string? Section(FluentdElement section)
    {
        if (section.RubyArgument is not null || Members(section) is not { } members) return null;
        string argument = section.Argument.Length > 0 ? $"SectionArgument = {Literal(section.Argument)}" : "";
        return $"new RawSection({Literal(section.Name)}) {{ {string.Join(", ", new[] { argument, members }.Where(m => m.Length > 0))} }}";
    }

    private static FluentdParameter? Find(FluentdElement section, string key) => section.Parameters.LastOrDefault(p => p.Key == key);

    private static string Literal(string text) => SymbolDisplay.FormatLiteral(text, quote: true);
}
