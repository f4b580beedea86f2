using System.Runtime.CompilerServices;
using System.Text;
using AuditSdk.Semantics.Documents;

namespace AuditSdk.Semantics.Fluentd;

/// <summary>A position in the text of a configuration, and the steps that fluentd's parser takes from it. Blanks are space, tab, CR and LF only.</summary>
internal sealed class ConfScanner(string text, string? fileName)
{
    private static readonly char[] LineBreaks = ['\r', '\n'];

    // Lines of comments that no node has taken yet, without '#', one blank behind it and blanks at the end.
    private readonly List<(int Start, int Length)> _comments = [];
    private int _counted;
    private int _lineStart;
    private int _line = 1;

    public string Text { get; } = text;

    public string? FileName { get; } = fileName;

    public int Position { get; set; }

    public bool IsEnd => Position >= Text.Length;

    /// <summary>The character at the position; NUL at the end.</summary>
    public char Current => Peek(0);

    public char Peek(int offset) => Position + offset < Text.Length ? Text[Position + offset] : '\0';

    public bool Skip(char c)
    {
        if (IsEnd || Text[Position] != c) return false;
        Position++;
        return true;
    }

    public bool Skip(string literal)
    {
        if (string.CompareOrdinal(Text, Position, literal, 0, literal.Length) != 0) return false;
        Position += literal.Length;
        return true;
    }

    /// <summary>Skips blanks and comments; true where there was one, or the end of the file.</summary>
    public bool SkipSpacing()
    {
        string text = Text;
        int at = Position;
        while (at < text.Length)
        {
            char c = text[at];
            if (c == '#') at = KeepComment(at, EndOfLine(at));
            else if (IsBlank(c)) at++;
            else break;
        }

        bool any = at > Position || at == text.Length;
        Position = at;
        return any;
    }

    /// <summary>Skips what stands above the first node; gives the first block of comment lines that a blank line ends.</summary>
    public string? SkipTop()
    {
        string? top = null;
        for (int breaks = 0; !IsEnd;)
        {
            char c = Current;
            if (c == '#')
            {
                Position = KeepComment(Position, EndOfLine(Position));
                breaks = 0;
                continue;
            }

            if (!IsBlank(c)) break;
            Position++;
            if ((c == '\n' || (c == '\r' && Current != '\n')) && ++breaks == 2) top ??= TakeComment();
        }

        return top;
    }

    /// <summary>Skips blanks; false where there is none.</summary>
    public bool SkipBlanks(out bool hasLineFeed)
    {
        string text = Text;
        int at = Position;
        hasLineFeed = false;
        while (at < text.Length && IsBlank(text[at])) hasLineFeed |= text[at++] == '\n';
        bool any = at > Position || at == text.Length;
        Position = at;
        return any;
    }

    /// <summary>The end of the last line end that was skipped, for errors: the blanks behind it, which are skipped with it, belong to the next line.</summary>
    public int LineEnd { get; private set; }

    /// <summary>Skips what may follow on a line, the empty and comment lines below, and the blanks before the next text; false where something else follows. A comment here runs to the next LF, over any CR.</summary>
    public bool SkipLineEnd(out string? trailingComment)
    {
        trailingComment = null;
        string text = Text;
        int start = Position;
        for (bool isFirst = true; ; isFirst = false)
        {
            int end = start;
            while (end < text.Length && text[end] is ' ' or '\t') end++;
            if (end < text.Length && text[end] == '#')
            {
                int before = _comments.Count;
                int feed = text.IndexOf('\n', end);
                start = end = KeepComment(end, feed < 0 ? text.Length : feed);
                if (isFirst) trailingComment = Joined(before);
            }

            bool isOfNext = end < text.Length && text[end] is not ('\r' or '\n');
            if (isOfNext && isFirst) return false;
            if (isOfNext || end == text.Length)
            {
                LineEnd = isOfNext ? start : end;
                Position = end;
                return true;
            }

            start = end + 1;
        }
    }

    /// <summary>The comment lines met since the last call, or null.</summary>
    public string? TakeComment()
    {
        if (_comments.Count == 0) return null;
        bool isBlank = _comments.TrueForAll(static c => c.Length == 0);
        string comment = Joined(0);
        return isBlank ? null : comment;
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

    /// <summary>Ends the parse where fluentd sees it only at the end of the last line end, with the place where the mistake begins.</summary>
    public ConfParseException ErrorAtLineEnd(string message, int start, string advice)
    {
        Position = LineEnd;
        return new(new ConfParseError(message, ConfSample.Message(message, this), OriginAt(start)) { Advice = advice });
    }

    /// <summary>Ends the parse at the position, and says what to do.</summary>
    public ConfParseException Error(string message, Func<Origin, string> advice, int start)
        => new(new ConfParseError(message, ConfSample.Message(message, this), OriginAt(Position)) { Advice = advice(OriginAt(start)) });

    /// <summary>Ends the parse at the position.</summary>
    public ConfParseException Error(string message)
        => new(new ConfParseError(message, ConfSample.Message(message, this), OriginAt(Position)));

    /// <summary>Ends the parse where fluentd has no words of its own but prints something else.</summary>
    public ConfParseException Error(string message, string fluentdMessage) => new(new ConfParseError(message, fluentdMessage, OriginAt(Position)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsBlank(char c) => c <= ' ' && c is ' ' or '\n' or '\t' or '\r';

    /// <summary>The next CR or LF from a position on, or the end of the text.</summary>
    public int EndOfLine(int position)
    {
        int end = Text.IndexOfAny(LineBreaks, position);
        return end < 0 ? Text.Length : end;
    }

    // Gives the end back.
    private int KeepComment(int sign, int end)
    {
        int last = end;
        while (last > sign + 1 && Text[last - 1] == '\r') last--;
        for (int start = sign + 1; ;)
        {
            int carriage = Text.IndexOf('\r', start, last - start);
            int stop = carriage < 0 ? last : carriage;
            if (start < stop && Text[start] == ' ') start++;
            int shown = stop;
            while (shown > start && char.IsWhiteSpace(Text[shown - 1])) shown--;
            _comments.Add((start, shown - start));
            if (carriage < 0) return end;
            start = carriage + 1;
        }
    }

    private string Joined(int from)
    {
        string joined;
        if (_comments.Count == from + 1)
        {
            joined = Text.Substring(_comments[from].Start, _comments[from].Length);
        }
        else
        {
            StringBuilder lines = new();
            for (int i = from; i < _comments.Count; i++) (i > from ? lines.Append('\n') : lines).Append(Text, _comments[i].Start, _comments[i].Length);
            joined = lines.ToString();
        }

        _comments.RemoveRange(from, _comments.Count - from);
        return joined;
    }
}
