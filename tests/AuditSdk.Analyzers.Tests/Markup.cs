using Microsoft.CodeAnalysis.Text;

namespace AuditSdk.Analyzers.Tests;

/// <summary>Source with marked places: <c>{|NAME:text|}</c>, and <c>[|text|]</c> for a place without a name.</summary>
/// <param name="Text">The source without marks.</param>
/// <param name="Marks">The marked places in the order of their ends.</param>
internal sealed record Markup(string Text, IReadOnlyList<(string Name, TextSpan Span)> Marks)
{
    public static Markup Parse(string source)
    {
        System.Text.StringBuilder text = new(source.Length);
        Stack<(string Name, int Start)> open = [];
        List<(string, TextSpan)> marks = [];
        for (int i = 0; i < source.Length; i++)
        {
            string two = i + 1 < source.Length ? source.Substring(i, 2) : "";
            switch (two)
            {
                case "{|":
                    int colon = source.IndexOf(':', i);
                    open.Push((source[(i + 2)..colon], text.Length));
                    i = colon;
                    break;
                case "[|":
                    open.Push(("", text.Length));
                    i++;
                    break;
                case "|}" or "|]":
                    (string name, int start) = open.Pop();
                    marks.Add((name, TextSpan.FromBounds(start, text.Length)));
                    i++;
                    break;
                default:
                    text.Append(source[i]);
                    break;
            }
        }

        Assert.Empty(open);
        return new(text.ToString(), marks);
    }
}
