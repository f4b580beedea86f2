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
    /// <summary>The list of a node; null for a node that is none, and for a list that other symbols of the compilation make another one: what is meant for one would change all.</summary>
    public static ElementList? Of(SyntaxNode? node) => ListOf(node) is { } list && !Comments.HasConditions(list.Node) ? list : null;

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

    /// <summary>Where an element begins, with the comments above it, or before it in its line.</summary>
    public int Start(int index)
    {
        IEnumerable<SyntaxTrivia> before = BeginsLine(index) ? [] : TokenBefore(index).TrailingTrivia;
        return before.Concat(Elements[index].GetLeadingTrivia()).Where(Comments.IsComment).Select(t => t.FullSpan.Start).DefaultIfEmpty(Elements[index].SpanStart).First();
    }

    /// <summary>Whether an element can go: with a directive around it, taking it out would take the directive along or leave it alone.</summary>
    public bool CanRemove(int index)
        => !Elements[index].ContainsDirectives && !After(index).LeadingTrivia.Any(t => t.IsDirective) && !(index < Separators.Count && Separators[index].LeadingTrivia.Any(t => t.IsDirective));

    /// <summary>The texts that go with an element: its comma, and the comments that are its own because they stand on its lines or above them.</summary>
    /// <param name="index">The element.</param>
    /// <param name="isMoved">True for one that is written elsewhere, as <see cref="TextOf"/>: a comment before it in a line goes along. Where it is deleted, that may be about the others.</param>
    public IEnumerable<TextSpan> Removal(int index, bool isMoved)
    {
        SyntaxNode element = Elements[index];
        int start = isMoved || BeginsLine(index) ? Start(index) : element.SpanStart;
        bool isLast = index + 1 == Elements.Count, hasComma = index < Separators.Count;
        if (!isLast && (BeginsLine(index) || !BeginsLine(index + 1))) return [TextSpan.FromBounds(start, Start(index + 1))];
        if (BeginsLine(index) && hasComma) return [TextSpan.FromBounds(element.FullSpan.Start, Separators[index].FullSpan.End)];
        if (BeginsLine(index)) return index == 0 ? [element.FullSpan] : [Separators[index - 1].Span, element.FullSpan];

        // The rest of the line is not this element's alone, and stays.
        int before = TokenBefore(index).TrailingTrivia.Any(Comments.IsComment) ? start : TokenBefore(index).Span.End;
        if (hasComma && Separators[index].TrailingTrivia.Where(Comments.IsComment).Select(t => (int?)t.FullSpan.Start).FirstOrDefault() is { } comment) return [TextSpan.FromBounds(start, comment)];
        if (hasComma) return [TextSpan.FromBounds(before, Separators[index].Span.End)];
        if (index == 0) return [TextSpan.FromBounds(start, element.Span.End)];
        return before == start ? [Separators[index - 1].Span, TextSpan.FromBounds(start, element.Span.End)] : [TextSpan.FromBounds(Separators[index - 1].SpanStart, element.Span.End)];
    }

    /// <summary>The text of an element for another place, with its comma and with every comment that goes with it; null where these cannot stand in one line.</summary>
    public string? TextOf(int index, SourceText text)
    {
        IReadOnlyList<SyntaxTrivia> behind = CommentsBehind(index);
        if (behind.Take(behind.Count - 1).Any(Comments.EndsLine)) return null;
        return text.ToString(TextSpan.FromBounds(Start(index), Elements[index].Span.End)) + "," + string.Concat(behind.Select(c => " " + c));
    }

    /// <summary>Puts an element before another one.</summary>
    /// <param name="index">The other one.</param>
    /// <param name="element">The new one with the comma after it.</param>
    /// <param name="text">The text of the file.</param>
    /// <param name="endsLine">True for one that ends with a comment up to the end of its line.</param>
    public TextChange InsertBefore(int index, string element, SourceText text, bool endsLine = false)
    {
        string start = !BeginsLine(index) && element.StartsWith("//", StringComparison.Ordinal) ? NewLine(index, text) : "";
        return new(new TextSpan(Start(index), 0), start + element + (BeginsLine(index) || endsLine ? NewLine(index, text) : " "));
    }

    /// <summary>Whether the text of an element ends with a comment up to the end of the line.</summary>
    public bool EndsLine(int index) => CommentsBehind(index).Any(Comments.EndsLine);

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

    private static ElementList? ListOf(SyntaxNode? node) => node switch
    {
        CollectionExpressionSyntax list => new(list, [.. list.Elements], [.. list.Elements.GetSeparators()], list.OpenBracketToken),
        InitializerExpressionSyntax list => new(list, [.. list.Expressions], [.. list.Expressions.GetSeparators()], list.OpenBraceToken),
        ArrayCreationExpressionSyntax array => ListOf(array.Initializer),
        ImplicitArrayCreationExpressionSyntax array => ListOf(array.Initializer),
        BaseObjectCreationExpressionSyntax { Initializer: { RawKind: (int)SyntaxKind.CollectionInitializerExpression } list } => ListOf(list),
        ArgumentListSyntax list => new(list, [.. list.Arguments], [.. list.Arguments.GetSeparators()], list.OpenParenToken),
        _ => null,
    };

    // Those before its comma, and those behind it up to the end of a line that is the element's alone.
    private IReadOnlyList<SyntaxTrivia> CommentsBehind(int index)
    {
        bool ownsLine = BeginsLine(index) && (index + 1 == Elements.Count || BeginsLine(index + 1));
        IEnumerable<SyntaxTrivia> inside = index < Separators.Count ? Elements[index].GetTrailingTrivia().Concat(Separators[index].LeadingTrivia) : [];
        IEnumerable<SyntaxTrivia> behind = !ownsLine ? [] : index < Separators.Count ? Separators[index].TrailingTrivia : Elements[index].GetTrailingTrivia();
        return [.. inside.Concat(behind).Where(Comments.IsComment)];
    }

    private SyntaxToken TokenBefore(int index) => index == 0 ? Open : Separators[index - 1];

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
