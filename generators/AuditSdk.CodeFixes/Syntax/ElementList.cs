using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace AuditSdk.CodeFixes.Syntax;

/// <summary>A list in source: of elements, of arguments, or of the members that an initializer sets.</summary>
/// <param name="Node">The whole list with its brackets.</param>
/// <param name="Elements">Its elements.</param>
/// <param name="Separators">The commas between them, and the one after the last if there is one.</param>
/// <param name="Open">The opening bracket.</param>
internal sealed record ElementList(SyntaxNode Node, IReadOnlyList<SyntaxNode> Elements, IReadOnlyList<SyntaxToken> Separators, SyntaxToken Open)
{
    /// <summary>The list of a node; null for a node that is none.</summary>
    public static ElementList? Of(SyntaxNode? node) => node switch
    {
        CollectionExpressionSyntax list => new(list, [.. list.Elements], [.. list.Elements.GetSeparators()], list.OpenBracketToken),
        InitializerExpressionSyntax list => new(list, [.. list.Expressions], [.. list.Expressions.GetSeparators()], list.OpenBraceToken),
        ArrayCreationExpressionSyntax array => Of(array.Initializer),
        ImplicitArrayCreationExpressionSyntax array => Of(array.Initializer),
        BaseObjectCreationExpressionSyntax { Initializer: { RawKind: (int)SyntaxKind.CollectionInitializerExpression } list } => Of(list),
        ArgumentListSyntax list => new(list, [.. list.Arguments], [.. list.Arguments.GetSeparators()], list.OpenParenToken),
        _ => null,
    };

    /// <summary>The list in which a node stands, and its place there; null where it is not a whole element.</summary>
    public static (ElementList List, int Index)? Around(SyntaxNode node)
    {
        SyntaxNode element = node;
        while (element.Parent is ExpressionElementSyntax or SpreadElementSyntax or ArgumentSyntax) element = element.Parent;
        if (element.Parent is not (CollectionExpressionSyntax or InitializerExpressionSyntax or ArgumentListSyntax) || Of(element.Parent) is not { } list) return null;
        for (int i = 0; i < list.Elements.Count; i++)
        {
            if (list.Elements[i] == element) return (list, i);
        }

        return null;
    }

    /// <summary>Whether an element begins its line.</summary>
    public bool BeginsLine(int index)
    {
        SyntaxToken first = Elements[index].GetFirstToken();
        return first.LeadingTrivia.Any(SyntaxKind.EndOfLineTrivia) || first.GetPreviousToken().TrailingTrivia.Any(SyntaxKind.EndOfLineTrivia);
    }

    /// <summary>Where an element begins, with the comment above it.</summary>
    public int Start(int index)
    {
        foreach (SyntaxTrivia trivia in Elements[index].GetLeadingTrivia())
        {
            if (trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia)) return trivia.SpanStart;
        }

        return Elements[index].SpanStart;
    }

    /// <summary>Whether an element can go: with a directive around it, taking it out would take the directive along or leave it alone.</summary>
    public bool CanRemove(int index)
        => !Elements[index].ContainsDirectives && !After(index).LeadingTrivia.Any(t => t.IsDirective) && !(index < Separators.Count && Separators[index].LeadingTrivia.Any(t => t.IsDirective));

    /// <summary>The texts that go with an element.</summary>
    public IEnumerable<TextSpan> Removal(int index)
    {
        SyntaxNode element = Elements[index];
        if (index + 1 < Elements.Count) return [TextSpan.FromBounds(Start(index), Start(index + 1))];
        if (index < Separators.Count) return [TextSpan.FromBounds(element.FullSpan.Start, Separators[index].FullSpan.End)];
        if (index == 0) return [BeginsLine(0) ? element.FullSpan : element.Span];
        SyntaxToken comma = Separators[index - 1];
        return BeginsLine(index) && element.GetTrailingTrivia().Any(SyntaxKind.EndOfLineTrivia)
            ? [comma.Span, element.FullSpan]
            : [TextSpan.FromBounds(comma.SpanStart, element.Span.End)];
    }

    /// <summary>The text of an element for another place of the list, with its comments.</summary>
    public string TextOf(int index, SourceText text)
    {
        string element = text.ToString(TextSpan.FromBounds(Start(index), Elements[index].Span.End));
        SyntaxTriviaList behind = index < Separators.Count ? Separators[index].TrailingTrivia : Elements[index].GetTrailingTrivia();
        SyntaxTrivia comment = BeginsLine(index) ? behind.FirstOrDefault(t => t.IsKind(SyntaxKind.SingleLineCommentTrivia)) : default;
        return element + (comment == default ? "," : ", " + comment.ToString());
    }

    /// <summary>Puts an element before another one.</summary>
    /// <param name="index">The other one.</param>
    /// <param name="element">The new one with the comma after it.</param>
    /// <param name="text">The text of the file.</param>
    public TextChange InsertBefore(int index, string element, SourceText text)
        => new(new TextSpan(Start(index), 0), element + (BeginsLine(index) ? EndOfLine(text) + Indentation(index, text) : " "));

    /// <summary>Puts an element at the end.</summary>
    public IEnumerable<TextChange> Append(string element, SourceText text)
    {
        int last = Elements.Count - 1;
        if (last < 0) return [new(new TextSpan(Open.Span.End, 0), Node is InitializerExpressionSyntax ? " " + element : element)];
        bool isClosed = Separators.Count == Elements.Count;
        int end = isClosed ? Separators[last].Span.End : Elements[last].Span.End;
        if (!BeginsLine(last)) return [new(new TextSpan(end, 0), isClosed ? " " + element + "," : ", " + element)];

        SyntaxToken token = isClosed ? Separators[last] : Elements[last].GetLastToken();
        string line = Indentation(last, text) + element + (isClosed ? "," : "");
        if (!token.TrailingTrivia.Any(SyntaxKind.EndOfLineTrivia)) return [new(new TextSpan(end, 0), (isClosed ? "" : ",") + EndOfLine(text) + line)];
        TextChange below = new(new TextSpan(token.FullSpan.End, 0), line + EndOfLine(text));
        return isClosed ? [below] : [new(new TextSpan(end, 0), ","), below];
    }

    private SyntaxToken After(int index) => (index < Separators.Count ? Separators[index] : Elements[index].GetLastToken()).GetNextToken();

    private string Indentation(int index, SourceText text)
    {
        TextLine line = text.Lines.GetLineFromPosition(Start(index));
        string start = text.ToString(TextSpan.FromBounds(line.Start, Start(index)));
        return start.Substring(0, start.Length - start.TrimStart().Length);
    }

    private static string EndOfLine(SourceText text)
    {
        TextLine first = text.Lines[0];
        return first.EndIncludingLineBreak > first.End ? text.ToString(TextSpan.FromBounds(first.End, first.EndIncludingLineBreak)) : "\n";
    }
}
