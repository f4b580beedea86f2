using System.Text;
using AuditSdk.Fluentd;
using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd;

namespace AuditSdk.Analyzers.Tests.Lifting;

/// <summary>A tree as text, without places: what is known of every node.</summary>
internal static class PipelineText
{
    /// <summary>The tree that the build makes of a real object, and what it says of it.</summary>
    public static (string Text, IReadOnlyList<Finding> Findings) Of(FluentdConfig config)
    {
        FindingSink findings = new();
        return (Of(FluentdMap.Map(config, findings)), findings.Findings);
    }

    public static string Of(FluentdElement root)
    {
        StringBuilder text = new();
        Write(text, root, "");
        return text.ToString();
    }

    /// <summary>How many nodes, values and arguments of a tree are unknown.</summary>
    public static int Unknowns(FluentdElement root) => Of(root).Split("<unknown>").Length - 1;

    private static void Write(StringBuilder text, FluentdNode node, string indent)
    {
        text.Append(indent);
        if (node.Comment is { } comment) text.Append("# ").Append(comment.ReplaceLineEndings("|")).Append(" # ");
        switch (node)
        {
            case FluentdParameter parameter:
                text.Append(parameter.Key).Append(" = ").AppendLine(Of(parameter.Value));
                break;
            case FluentdInclude include:
                text.Append("@include ").AppendLine(include.RubyPath is { } path ? Of(path) : include.Path);
                break;
            case FluentdElement element:
                text.Append('<').Append(element.Name).Append(" '").Append(element.RubyArgument is { } ruby ? Of(ruby) : element.Argument).AppendLine("'>");
                foreach (FluentdNode child in element.Nodes) Write(text, child, indent + "  ");
                if (element.EndComment is { } end) text.Append(indent).Append("  #end ").AppendLine(end);
                break;
            default:
                text.AppendLine("<unknown>");
                break;
        }
    }

    private static string Of(FluentdValue value) => value.Parts is { } parts ? string.Concat(parts.Select(p => p.IsRuby ? $"«{p.Text}»" : $"'{p.Text}'")) : "<unknown>";
}
