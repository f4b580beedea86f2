using AuditSdk.Semantics.Documents;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace AuditSdk.Analyzers.Lifting;

/// <summary>From syntax to the place that a finding names.</summary>
internal static class Origins
{
    public static Origin Of(SyntaxNode syntax) => Of(syntax.SyntaxTree, Head(syntax));

    /// <summary>The place of a directive: its head, and that of its plugin.</summary>
    public static Origin OfDirective(SyntaxNode syntax)
    {
        if (syntax is not BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: { Count: > 0 } arguments }) return Of(syntax);
        ExpressionSyntax last = arguments[arguments.Count - 1].Expression;
        return last switch
        {
            BaseObjectCreationExpressionSyntax plugin => Of(syntax.SyntaxTree, TextSpan.FromBounds(syntax.SpanStart, Head(plugin).End)),
            CollectionExpressionSyntax when arguments.Count > 1 => Of(syntax.SyntaxTree, TextSpan.FromBounds(syntax.SpanStart, arguments[arguments.Count - 2].Span.End)),
            _ => Of(syntax),
        };
    }

    public static Origin Of(SyntaxTree tree, TextSpan span)
    {
        LinePosition start = tree.GetText().Lines.GetLinePosition(span.Start);
        return new Origin(tree.FilePath, start.Line + 1, start.Character + 1) { Start = span.Start, Length = span.Length };
    }

    // A squiggle below a whole initializer says nothing.
    private static TextSpan Head(SyntaxNode syntax) => syntax switch
    {
        ImplicitObjectCreationExpressionSyntax { Initializer: not null } creation => TextSpan.FromBounds(creation.SpanStart, creation.ArgumentList.Span.End),
        ObjectCreationExpressionSyntax { Initializer: not null } creation => TextSpan.FromBounds(creation.SpanStart, (creation.ArgumentList as SyntaxNode ?? creation.Type).Span.End),
        WithExpressionSyntax with => TextSpan.FromBounds(with.Expression is BaseObjectCreationExpressionSyntax or WithExpressionSyntax ? with.WithKeyword.SpanStart : with.SpanStart, with.WithKeyword.Span.End),
        _ => syntax.Span,
    };
}
