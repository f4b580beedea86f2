using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace AuditSdk.Generators.CSharp;

/// <summary>Foreign text inside C#: literals, documentation, identifiers.</summary>
internal static class CSharpText
{
    /// <summary>A string literal, or <c>null</c>.</summary>
    public static string Literal(string? text) => text is null ? "null" : SymbolDisplay.FormatLiteral(text, quote: true);

    /// <summary>Text for a documentation comment: one line, nothing of it read as XML.</summary>
    public static string Xml(string text)
    {
        StringBuilder xml = new(text.Length);
        foreach (char c in text)
        {
            _ = c switch
            {
                '&' => xml.Append("&amp;"),
                '<' => xml.Append("&lt;"),
                '>' => xml.Append("&gt;"),
                // A line end would end the comment, and what follows would be code; halves of a pair and control characters are no XML.
                '\u2028' or '\u2029' or '\uFFFE' or '\uFFFF' => xml.Append(' '),
                _ when char.IsControl(c) || char.IsSurrogate(c) => xml.Append(' '),
                _ => xml.Append(c),
            };
        }

        return xml.ToString().Trim();
    }

    /// <summary>Text as code in a documentation comment.</summary>
    public static string Code(string text) => "<c>" + Xml(text) + "</c>";

    /// <summary>An identifier as it is written: <c>@</c> before a keyword.</summary>
    public static string Identifier(string name) => SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : "@" + name;
}
