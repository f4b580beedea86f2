using System.Text;
using AuditSdk.Semantics.Documents;

namespace AuditSdk.Semantics.Fluentd;

/// <summary>A position in the text of a configuration, and the steps that fluentd's parser takes from it. Blanks are space, tab, CR and LF only.</summary>
internal sealed class ConfScanner(string text, string? fileName)
{
    private readonly List<string> _comments = [];
    private int _counted;
    private int _lineStart;
    private int _line = 1;
    private int _lineBreaks;

    public string Text { get; } = text;

    public string? FileName { get; } = fileName;

    public int Position { get; set; }

    public bool IsEnd => Position >= Text.Length;

    /// <summary>The character at the position; NUL at the end.</summary>
    public char Current => Peek(0);

    /// <summary>Gets a block of comment lines that a blank line ends; null where nobody asks.</summary>
    public Action<string>? CommentBlock { get; set; }

    public char Peek(int offset) => Position + offset < Text.Length ? Text[Position + offset] : '\0';

    public bool Skip(string literal)
    {
        if (string.CompareOrdinal(Text, Position, literal, 0, literal.Length) != 0) return false;
        Position += literal.Length;
        return true;
    }

    /// <summary>Skips blanks and comments; true where there was one, or the end of the file.</summary>
    public bool SkipSpacing()
    {
        int start = Position;
        while (!IsEnd)
        {
            char c = Current;
            if (c == '#') SkipComment(Text.IndexOfAny(['\r', '\n'], Position));
            else if (IsBlank(c)) SkipBlank(c);
            else break;
        }

        return IsEnd || Position > start;
    }

    /// <summary>Skips blanks; false where there is none.</summary>
    public bool SkipBlanks(out bool hasLineFeed)
    {
        int start = Position;
        hasLineFeed = false;
        while (!IsEnd && IsBlank(Current))
        {
            hasLineFeed |= Current == '\n';
            SkipBlank(Current);
        }

        return IsEnd || Position > start;
    }

    /// <summary>Skips what may follow on a line, and the empty and comment lines below; false where something else follows. A comment here runs to the next LF, over any CR.</summary>
    public bool SkipLineEnd(out string? trailingComment)
    {
        trailingComment = null;
        bool isFirst = true;
        bool any = false;
        while (true)
        {
            int end = Position;
            while (end < Text.Length && Text[end] is ' ' or '\t') end++;
            if (end < Text.Length && Text[end] == '#')
            {
                Position = end;
                int before = _comments.Count;
                SkipComment(Text.IndexOf('\n', end));
                if (isFirst)
                {
                    trailingComment = string.Join("\n", _comments.Skip(before));
                    _comments.RemoveRange(before, _comments.Count - before);
                }

                end = Position;
            }

            if (end < Text.Length && Text[end] is not ('\r' or '\n')) return any;
            Position = end;
            if (IsEnd) return true;
            SkipBlank(Current);
            (isFirst, any) = (false, true);
        }
    }

    /// <summary>The comment lines met since the last call, or null.</summary>
    public string? TakeComment()
    {
        if (_comments.Count == 0) return null;
        string comment = string.Join("\n", _comments);
        _comments.Clear();
        return comment.Trim('\n').Length == 0 ? null : comment;
    }

    /// <summary>The line and column of a position; asked for in rising order it reads the text once.</summary>
    public Origin OriginAt(int position)
    {
        if (position < _counted) (_counted, _lineStart, _line) = (0, 0, 1);
        while (Text.IndexOf('\n', _counted, position - _counted) is >= 0 and int feed)
        {
            _counted = _lineStart = feed + 1;
            _line++;
        }

        _counted = position;
        return new Origin(FileName, _line, position - _lineStart + 1);
    }

    /// <summary>Ends the parse at the position.</summary>
    public ConfParseException Error(string message)
        => new(new ConfParseError(message, $"{message} at {BaseName} {Sample()}", OriginAt(Position)));

    /// <summary>Ends the parse where fluentd has no words of its own but prints something else.</summary>
    public ConfParseException Error(string message, string fluentdMessage) => new(new ConfParseError(message, fluentdMessage, OriginAt(Position)));

    public static bool IsBlank(char c) => c is ' ' or '\t' or '\r' or '\n';

    private string BaseName => FileName is null ? "" : FileName.Substring(FileName.LastIndexOfAny(['/', '\\']) + 1);

    private void SkipBlank(char c)
    {
        Position++;
        if (c != '\n' && (c != '\r' || Current == '\n')) return;
        if (++_lineBreaks == 2 && _comments.Count > 0 && CommentBlock is { } block && TakeComment() is { } comment) block(comment);
    }

    private void SkipComment(int end)
    {
        int stop = end < 0 ? Text.Length : end;
        foreach (string line in Text.Substring(Position + 1, stop - Position - 1).TrimEnd('\r').Split('\r'))
        {
            _comments.Add((line.StartsWith(" ", StringComparison.Ordinal) ? line.Substring(1) : line).TrimEnd());
        }

        Position = stop;
        _lineBreaks = 0;
    }

    // fluentd's own arithmetic: the position in bytes, the lines in characters.
    private string Sample()
    {
        int position = Encoding.UTF8.GetByteCount(Text.Substring(0, Math.Min(Position, Text.Length)));
        string[] lines = Lines();
        for (int i = 0; i < lines.Length; i++)
        {
            int size = lines[i].Length - lines[i].Count(char.IsLowSurrogate);
            if (size < position)
            {
                position -= size;
                continue;
            }

            StringBuilder sample = new($"line {i + 1},{position}\n");
            if (i > 0) sample.Append($"{i,3}: {lines[i - 1]}");
            sample.Append($"{i + 1,3}: {lines[i]}").Append($"\n     {new string('-', position)}^\n");
            if (i + 1 < lines.Length) sample.Append($"{i + 2,3}: {lines[i + 1]}");
            return sample.ToString();
        }

        return "its end";
    }

    private string[] Lines()
    {
        List<string> lines = [];
        for (int start = 0; start < Text.Length;)
        {
            int feed = Text.IndexOf('\n', start);
            int end = feed < 0 ? Text.Length : feed + 1;
            lines.Add(Text.Substring(start, end - start));
            start = end;
        }

        return [.. lines];
    }
}
