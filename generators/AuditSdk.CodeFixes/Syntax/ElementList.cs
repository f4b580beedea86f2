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
        => new(new TextSpan(Start(index), 0), element + (BeginsLine(index) ? NewLine(index, text) : " "));

    /// <summary>Puts elements at the end.</summary>
    public IEnumerable<TextChange> Append(IReadOnlyList<string> elements, SourceText text)
    {
        int last = Elements.Count - 1;
        if (last < 0) return [new(new TextSpan(Open.Span.End, 0), (Node is InitializerExpressionSyntax ? " " : "") + string.Join(", ", elements))];
        bool isClosed = Separators.Count == Elements.Count;
        SyntaxToken token = isClosed ? Separators[last] : Elements[last].GetLastToken();
        if (!BeginsLine(last)) return [new(new TextSpan(token.Span.End, 0), (isClosed ? " " : ", ") + string.Join(", ", elements) + (isClosed ? "," : ""))];

        // A comment behind the last one stays behind it.
        string lines = string.Concat(elements.Select((e, i) => (i > 0 ? "," : "") + NewLine(last, text) + e)) + (isClosed ? "," : "");
        int end = token.TrailingTrivia.Any(SyntaxKind.EndOfLineTrivia) ? token.TrailingTrivia.First(t => t.IsKind(SyntaxKind.EndOfLineTrivia)).SpanStart : token.Span.End;
        if (isClosed) return [new(new TextSpan(end, 0), lines)];
        return end == token.Span.End ? [new(new TextSpan(end, 0), "," + lines)] : [new(new TextSpan(token.Span.End, 0), ","), new(new TextSpan(end, 0), lines)];
    }

    private SyntaxToken After(int index) => (index < Separators.Count ? Separators[index] : Elements[index].GetLastToken()).GetNextToken();

    // As the lines of this list end, and as far in as this element.
    private string NewLine(int index, SourceText text)
    {
        TextLine line = text.Lines.GetLineFromPosition(Start(index));
        string start = text.ToString(TextSpan.FromBounds(line.Start, Start(index)));
        TextLine above = text.Lines[Math.Max(line.LineNumber - 1, 0)];
        return text.ToString(TextSpan.FromBounds(above.End, above.EndIncludingLineBreak)) + start.Substring(0, start.Length - start.TrimStart().Length);
    }
}
