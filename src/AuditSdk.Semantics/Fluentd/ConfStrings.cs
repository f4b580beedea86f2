using System.Text;

namespace AuditSdk.Semantics.Fluentd;

/// <summary>The three ways to write a text: bare, in single quotes, in double quotes with escapes and Ruby. Where a bare text ends depends on what it is.</summary>
internal sealed class ConfStrings(ConfScanner scanner)
{
    // The comment that was last looked through for the end of a tag.
    private int _commentStart;
    private int _commentEnd;
    private bool _tagEndsBehind;

    private string Text => scanner.Text;

    /// <summary>A value or path: bare to the end of the line, or to a blank with a comment behind it. Null where there is nothing.</summary>
    public FluentdValue? ToLineEnd() => Quoted() ?? Bare(LineValueEnd());

    /// <summary>A key: bare to a blank. Null where there is nothing.</summary>
    public FluentdValue? ToBlank() => Quoted() ?? Bare(KeyEnd());

    /// <summary>The text after a section's name: bare to a <c>&gt;</c> with at most blanks and comments before it, or to the end of the line. Null where there is nothing.</summary>
    public FluentdValue? ToTagEnd() => Quoted() ?? Bare(ArgumentEnd());

    /// <summary>The code of an interpolation; from behind <c>#{</c> to behind <c>}</c>.</summary>
    public string Ruby()
    {
        int start = scanner.Position;
        string? code = RubyCode.TryFindEnd(Text, start, out int end, out _) ? Text.Substring(start, end - start) : null;
        if (code is null || RubyCode.LooksIncomplete(code)) throw scanner.Error("the embedded Ruby is not whole", Text.Substring(start));
        scanner.Position = end + 1;
        return code;
    }

    private FluentdValue? Quoted() => scanner.Skip("\"") ? DoubleQuoted() : scanner.Skip("'") ? SingleQuoted() : null;

    private FluentdValue? Bare(int end)
    {
        if (end == scanner.Position) return null;
        string text = Text.Substring(scanner.Position, end - scanner.Position);
        scanner.Position = end;
        return FluentdValue.Text(text);
    }

    private FluentdValue SingleQuoted()
    {
        StringBuilder text = new();
        while (true)
        {
            char c = scanner.Current;
            if (scanner.IsEnd || c == '\n') throw scanner.Error("unexpected end of file in a single quoted string");
            scanner.Position++;
            if (c == '\'') return FluentdValue.Text(text.ToString());
            if (c == '\\' && scanner.Current is '\'' or '\\') c = Text[scanner.Position++];
            text.Append(c);
        }
    }

    private FluentdValue DoubleQuoted()
    {
        ConfValueBuilder value = new();
        while (true)
        {
            char c = scanner.Current;
            if (!scanner.IsEnd && c == '"')
            {
                scanner.Position++;
                return value.ToValue();
            }

            // A line break belongs to the character before it: behind a backslash both vanish, and a break without one ends the string.
            if (!scanner.IsEnd && (scanner.Position + 1 == Text.Length || scanner.Peek(1) is '\r' or '\n'))
            {
                int end = Math.Min(scanner.Position + 2, Text.Length);
                if (c != '\\') value.Append(Text.Substring(scanner.Position, end - scanner.Position));
                scanner.Position = end;
            }
            else if (scanner.IsEnd || c == '\n')
            {
                throw scanner.Error("unexpected end of file in a double quoted string");
            }
            else if (c == '\\')
            {
                value.Append(Escaped());
            }
            else if (c == '#' && scanner.Peek(1) == '{')
            {
                scanner.Position += 2;
                value.AppendRuby(Ruby());
            }
            else
            {
                value.Append(c);
                scanner.Position++;
            }
        }
    }

    private char Escaped()
    {
        char c = scanner.Peek(1);
        scanner.Position += 2;
        return c switch
        {
            'r' => '\r',
            'n' => '\n',
            't' => '\t',
            'f' => '\f',
            'b' => '\b',
            '0' => '\0',
            (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '1' and <= '9') => throw scanner.Error($"unexpected back-slash escape character '{c}'"),
            _ => c,
        };
    }

    private int KeyEnd()
    {
        int end = scanner.Position;
        while (end < Text.Length && !ConfScanner.IsBlank(Text[end])) end++;
        return end;
    }

    private int LineValueEnd()
    {
        int end = scanner.Position;
        while (end < Text.Length && Text[end] is not ('\r' or '\n'))
        {
            int next = end;
            while (next < Text.Length && Text[next] is ' ' or '\t') next++;
            if (next > end && (next == Text.Length || Text[next] is '#' or '\r' or '\n')) return end;
            end = next == end ? end + 1 : next;
        }

        return end;
    }

    private int ArgumentEnd()
    {
        int end = scanner.Position;
        while (end < Text.Length && Text[end] is not ('>' or '\n'))
        {
            int next = end;
            while (next < Text.Length && Text[next] is ' ' or '\t' or '\r') next++;
            if (next > end && TagEndFollows(next)) return end;
            end = next == end ? end + 1 : next;
        }

        return end;
    }

    private bool TagEndFollows(int position)
    {
        while (position < Text.Length && ConfScanner.IsBlank(Text[position])) position++;
        if (position >= Text.Length) return false;
        if (Text[position] != '#') return Text[position] == '>';
        if (position < _commentStart || position >= _commentEnd)
        {
            _commentStart = position;
            _commentEnd = Math.Max(EndOfComment(position), position + 1);
            _tagEndsBehind = TagEndsBehindComments(_commentEnd);
        }

        return _tagEndsBehind;
    }

    private bool TagEndsBehindComments(int position)
    {
        while (position < Text.Length)
        {
            if (Text[position] == '#') position = EndOfComment(position);
            else if (ConfScanner.IsBlank(Text[position])) position++;
            else return Text[position] == '>';
        }

        return false;
    }

    private int EndOfComment(int position)
    {
        int end = Text.IndexOfAny(['\r', '\n'], position);
        return end < 0 ? Text.Length : end;
    }
}
