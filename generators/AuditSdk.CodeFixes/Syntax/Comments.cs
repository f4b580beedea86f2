using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AuditSdk.CodeFixes.Syntax;

/// <summary>What people write between tokens, which no fix may lose.</summary>
internal static class Comments
{
    public static bool IsComment(SyntaxTrivia trivia) => EndsLine(trivia) || trivia.Kind() is SyntaxKind.MultiLineCommentTrivia or SyntaxKind.MultiLineDocumentationCommentTrivia;

    /// <summary>Whether a comment hides what is written behind it.</summary>
    public static bool EndsLine(SyntaxTrivia trivia) => trivia.Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.SingleLineDocumentationCommentTrivia;

    /// <summary>Whether a comment or a directive stands inside a node.</summary>
    public static bool IsIn(SyntaxNode node) => node.DescendantTrivia().Any(t => node.Span.Contains(t.Span) && (IsComment(t) || t.IsDirective));

    /// <summary>Whether <c>#if</c> or its like decides what a node has.</summary>
    public static bool HasConditions(SyntaxNode node)
        => node.ContainsDirectives && node.DescendantTrivia().Any(t => t.GetStructure() is BranchingDirectiveTriviaSyntax or EndIfDirectiveTriviaSyntax);
}
