using System.Text;

namespace AuditSdk.Semantics.Fluentd;

/// <summary>The three ways to write a text: bare, in single quotes, in double quotes with escapes and Ruby. Where a bare text ends depends on what it is.</summary>
internal sealed class ConfStrings(ConfScanner scanner, RepeatedTexts repeated)
{
    private static readonly char[] LineValueStops = ['\r', '\n', '#'];
    private static readonly char[] ArgumentStops = ['>', '\n', '#'];
    private static readonly char[] DoubleQuotedStops = ['"', '\\', '#', '\r', '\n'];
    private static readonly char[] SingleQuotedStops = ['\'', '\\', '\n'];

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

    /// <summary>The name of a section; empty where there is none.</summary>
    public string Name() => Bare(NameEnd())?.Literal ?? "";

    /// <summary>Skips the name of a section; true where it is this one.</summary>
    public bool SkipName(string name)
    {
        int start = scanner.Position;
        scanner.Position = NameEnd();
        return scanner.Position - start == name.Length && string.CompareOrdinal(Text, start, name, 0, name.Length) == 0;
    }

    /// <summary>The code of an interpolation; from behind <c>#{</c> to behind <c>}</c>.</summary>
    public string Ruby()
    {
        int start = scanner.Position;
        string? code = RubyCode.TryFindEnd(Text, start, out int end, out _) ? Text.Substring(start, end - start) : null;
        if (code is null || RubyCode.LooksIncomplete(code)) throw scanner.Error("the embedded Ruby is not whole", Text.Substring(start));
        scanner.Position = end + 1;
        return code;
    }

    private FluentdValue? Quoted()
    {
        char quote = scanner.Current;
        if (quote is not ('"' or '\'')) return null;
        scanner.Position++;
        return quote == '"' ? DoubleQuoted() : SingleQuoted();
    }

    private FluentdValue? Bare(int end)
    {
        int start = scanner.Position;
        if (end == start) return null;
        scanner.Position = end;
        return repeated.Of(Text, start, end);
    }

    private FluentdValue SingleQuoted()
    {
        int start = scanner.Position;
        StringBuilder? text = null;
        while (true)
        {
            int stop = Stop(SingleQuotedStops);
            if (stop == Text.Length || Text[stop] == '\n')
            {
                scanner.Position = stop;
                throw scanner.Error("unexpected end of file in a single quoted string");
            }

            scanner.Position = stop + 1;
            if (Text[stop] == '\'') return text is null ? repeated.Of(Text, start, stop) : FluentdValue.Text(text.Append(Text, start, stop - start).ToString());
            if (scanner.Current is not ('\'' or '\\')) continue;
            (text ??= new()).Append(Text, start, stop - start);
            start = scanner.Position++;
        }
    }

    private FluentdValue DoubleQuoted()
    {
        int start = scanner.Position;
        int plain = Stop(DoubleQuotedStops);
        if (plain < Text.Length && Text[plain] == '"')
        {
            scanner.Position = plain + 1;
            return repeated.Of(Text, start, plain);
        }

        ConfValueBuilder value = new();
        while (true)
        {
            int stop = Stop(DoubleQuotedStops);
            // A line break belongs to the character before it, and so does the end of the text.
            if (stop > scanner.Position && (stop == Text.Length || Text[stop] is '\r' or '\n')) stop--;
            value.Append(Text, scanner.Position, stop - scanner.Position);
            scanner.Position = stop;
            if (scanner.Skip('"')) return value.ToValue();
            Special(value);
        }
    }

    private void Special(ConfValueBuilder value)
    {
        int at = scanner.Position;
        if (scanner.IsEnd) throw scanner.Error("unexpected end of file in a double quoted string");
        char c = Text[at];
        if (at + 1 == Text.Length || Text[at + 1] is '\r' or '\n')
        {
            // Behind a backslash both vanish.
            int end = Math.Min(at + 2, Text.Length);
            if (c != '\\') value.Append(Text, at, end - at);
            scanner.Position = end;
        }
        else if (c == '\n')
        {
            throw scanner.Error("unexpected end of file in a double quoted string");
        }
        else if (c == '\\')
        {
            value.Append(Escaped());
        }
        else if (c == '#' && Text[at + 1] == '{')
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

    // The next of the characters, or the end of the text.
    private int Stop(char[] stops)
    {
        int stop = Text.IndexOfAny(stops, scanner.Position);
        return stop < 0 ? Text.Length : stop;
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

    private int NameEnd()
    {
        string text = Text;
        int end = scanner.Position;
        while (end < text.Length && text[end] is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_') end++;
        return end;
    }

    private int KeyEnd()
    {
        string text = Text;
        int end = scanner.Position;
        while (end < text.Length && (text[end] > ' ' || !ConfScanner.IsBlank(text[end]))) end++;
        return end;
    }

    private int LineValueEnd()
    {
        string text = Text;
        int start = scanner.Position;
        int end = Stop(LineValueStops);
        while (end < text.Length && text[end] == '#' && (end == start || text[end - 1] is not (' ' or '\t')))
        {
            end = text.IndexOfAny(LineValueStops, end + 1);
            if (end < 0) end = text.Length;
        }

        while (end > start && text[end - 1] is ' ' or '\t') end--;
        return end;
    }

    private int ArgumentEnd()
    {
        int start = scanner.Position;
        int end = Stop(ArgumentStops);
        if (end == Text.Length || Text[end] != '>') return ArgumentEndBeforeComment();
        while (end > start && Text[end - 1] is ' ' or '\t' or '\r') end--;
        return end;
    }

    private int ArgumentEndBeforeComment()
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
            _commentEnd = Math.Max(scanner.EndOfLine(position), position + 1);
            _tagEndsBehind = TagEndsBehindComments(_commentEnd);
        }

        return _tagEndsBehind;
    }

    private bool TagEndsBehindComments(int position)
    {
        while (position < Text.Length)
        {
            if (Text[position] == '#') position = scanner.EndOfLine(position);
            else if (ConfScanner.IsBlank(Text[position])) position++;
            else return Text[position] == '>';
        }

        return false;
    }
}
