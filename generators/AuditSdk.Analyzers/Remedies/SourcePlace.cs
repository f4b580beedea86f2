using System.Globalization;
using AuditSdk.Semantics.Documents;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace AuditSdk.Analyzers.Remedies;

/// <summary>A piece of a source file.</summary>
/// <param name="File">The file.</param>
/// <param name="Span">The piece.</param>
internal sealed record SourcePlace(string File, TextSpan Span)
{
    public static SourcePlace? Of(Origin origin) => origin is { File: { } file, Length: > 0 } ? new(file, new TextSpan(origin.Start, origin.Length)) : null;

    public static SourcePlace Of(SyntaxNode syntax) => new(syntax.SyntaxTree.FilePath, syntax.Span);

    /// <summary>From the text of a diagnostic's property; null for a property that is not there.</summary>
    public static SourcePlace? Parse(string? text)
    {
        if (text?.Split([' '], 3) is not [var start, var length, var file]) return null;
        return new(file, new TextSpan(int.Parse(start, CultureInfo.InvariantCulture), int.Parse(length, CultureInfo.InvariantCulture)));
    }

    public override string ToString() => string.Format(CultureInfo.InvariantCulture, "{0} {1} {2}", Span.Start, Span.Length, File);
}
