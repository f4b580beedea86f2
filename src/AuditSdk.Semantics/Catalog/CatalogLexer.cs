using System.Text;

namespace AuditSdk.Semantics.Catalog;

/// <summary>Text to lines of words, nested by indentation. A line that is no such thing is a finding, and neither it nor what it holds is given on.</summary>
internal sealed class CatalogLexer
{
    // Deeper than any section of fluentd; bounds the recursion of whoever walks the lines.
    private const int DeepestLevel = 16;

    private readonly CatalogFindings _findings;
    private readonly List<CatalogLine> _roots = [];
    private readonly List<CatalogLine> _open = [];
    private int _brokenIndent = -1;

    private CatalogLexer(CatalogFindings findings) => _findings = findings;

    public static IReadOnlyList<CatalogLine> Read(string text, CatalogFindings findings)
    {
        CatalogLexer lexer = new(findings);
        int number = 1;
        for (int start = text.Length > 0 && text[0] == '\uFEFF' ? 1 : 0; start <= text.Length; number++)
        {
            int end = start;
            while (end < text.Length && text[end] is not ('\n' or '\r')) end++;
            lexer.ReadLine(text.Substring(start, end - start), number);
            start = end + (end + 1 < text.Length && text[end] == '\r' && text[end + 1] == '\n' ? 2 : 1);
        }

        return lexer._roots;
    }

    private void ReadLine(string line, int number)
    {
        int indent = 0;
        while (indent < line.Length && line[indent] == ' ') indent++;
        int first = indent + BlanksAt(line, indent);
        if (first == line.Length || line[first] == '#') return;
        if (_brokenIndent >= 0 && indent > _brokenIndent) return;
        _brokenIndent = -1;
        int level = indent / 2;
        string? problem = IndentationProblem(line, indent, level);
        if (problem is not null)
        {
            Break(indent, number, indent + 1, problem);
            return;
        }

        if (Words(line, indent, number) is { } words) Place(new CatalogLine(number, words), level);
        else _brokenIndent = indent;
    }

    private string? IndentationProblem(string line, int indent, int level)
    {
        if (line[indent] == '\t') return "A tab indents the line; write two blanks for each level.";
        if (indent % 2 != 0) return $"The line is indented by {indent} blanks; write two blanks for each level.";
        if (level > DeepestLevel) return $"The line is nested {level} levels deep; a catalog has at most {DeepestLevel}.";
        if (level > _open.Count) return "The line is indented deeper than one level below the line above; write two blanks for each level.";
        return null;
    }

    private void Place(CatalogLine line, int level)
    {
        (level == 0 ? _roots : _open[level - 1].Children).Add(line);
        _open.RemoveRange(level, _open.Count - level);
        _open.Add(line);
    }

    private void Break(int indent, int number, int column, string problem)
    {
        _findings.Add(number, column, problem);
        _brokenIndent = indent;
    }

    private List<CatalogToken>? Words(string line, int position, int number)
    {
        List<CatalogToken> words = [];
        while (position < line.Length)
        {
            int start = position;
            string? word = line[position] == '"' ? Quoted(line, ref position, number) : Bare(line, ref position, number);
            if (word is null) return null;
            words.Add(new CatalogToken(word, start + 1));
            position += BlanksAt(line, position);
        }

        return words;
    }

    private string? Bare(string line, ref int position, int number)
    {
        int start = position;
        while (position < line.Length && !IsBlank(line[position]))
        {
            if (line[position] == '"')
            {
                _findings.Add(number, position + 1, "A quote stands inside a word; quote the whole word: \"...\", with \\\" for a quote.");
                return null;
            }

            position++;
        }

        return line.Substring(start, position - start);
    }

    private string? Quoted(string line, ref int position, int number)
    {
        int start = position++;
        StringBuilder word = new();
        for (; position < line.Length && line[position] != '"'; position++)
        {
            char c = line[position];
            if (c == '\\')
            {
                position++;
                if (position == line.Length) break;
                if (Unescaped(line[position]) is not { } plain)
                {
                    _findings.Add(number, position, $"No escape {CatalogFindings.Quote("\\" + line[position])}; there are \\\" \\\\ \\n \\r \\t.");
                    return null;
                }

                c = plain;
            }

            word.Append(c);
        }

        if (position >= line.Length)
        {
            _findings.Add(number, start + 1, "The quote is not closed on this line; end the text with \".");
            return null;
        }

        position++;
        if (position == line.Length || IsBlank(line[position])) return word.ToString();
        _findings.Add(number, position + 1, "Text follows the closing quote; put a blank between words.");
        return null;
    }

    private static char? Unescaped(char escaped) => escaped switch
    {
        '"' or '\\' => escaped,
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        _ => null,
    };

    private static bool IsBlank(char c) => c is ' ' or '\t';

    private static int BlanksAt(string line, int position)
    {
        int end = position;
        while (end < line.Length && IsBlank(line[end])) end++;
        return end - position;
    }
}
