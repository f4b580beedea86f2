using System.Text;

namespace AuditSdk.Semantics.Kubernetes.Files.Yaml;

/// <summary>Walks the characters of a file and refuses those that YAML does not allow. The end reads as NUL, which no file may hold.</summary>
internal sealed class YamlCursor
{
    // go-yaml decodes this many bytes at a time: a forbidden character is found before an earlier syntax error of the same piece, and not at all where reading stopped before its piece.
    private const int PieceBytes = 512;

    private readonly string _text;
    private int _decoded;
    private int _offset;
    private int _characters;
    private int _line;
    private int _column;

    public YamlCursor(string text)
    {
        _text = text.Length == 0 ? "\n" : text;
        if (_text[0] == '\ufeff') _offset = _decoded = Start = 1;
        DecodePiece(PieceBytes - (Start * 3));
    }

    /// <summary>Where the text begins, after a byte order mark.</summary>
    public int Start { get; }

    public YamlMark Mark => new(_offset, _characters, _line, _column);

    public int Column => _column;

    public int Line => _line;

    public int Characters => _characters;

    /// <summary>The character so many UTF-16 units ahead.</summary>
    public char At(int ahead = 0)
    {
        int index = _offset + ahead;
        while (index >= _decoded && _decoded < _text.Length) DecodePiece(PieceBytes);
        return index < _text.Length ? _text[index] : '\0';
    }

    public bool IsBlank(int ahead = 0) => At(ahead) is ' ' or '\t';

    public bool IsBreak(int ahead = 0) => At(ahead) is '\r' or '\n' or '\u0085' or '\u2028' or '\u2029';

    public bool IsEnd(int ahead = 0) => At(ahead) == '\0';

    public bool IsBreakOrEnd(int ahead = 0) => IsBreak(ahead) || IsEnd(ahead);

    public bool IsBlankOrEnd(int ahead = 0) => IsBlank(ahead) || IsBreakOrEnd(ahead);

    /// <summary>A letter, digit, <c>-</c> or <c>_</c> of ASCII.</summary>
    public bool IsWord(int ahead = 0) => At(ahead) is (>= '0' and <= '9') or (>= 'A' and <= 'Z') or (>= 'a' and <= 'z') or '_' or '-';

    /// <summary>True at <c>---</c> or <c>...</c> at the beginning of a line.</summary>
    public bool IsDocumentMark => _column == 0 && ((At() == '-' && At(1) == '-' && At(2) == '-') || (At() == '.' && At(1) == '.' && At(2) == '.')) && IsBlankOrEnd(3);

    /// <summary>Goes on by one character.</summary>
    public void Skip()
    {
        _offset += char.IsHighSurrogate(At()) ? 2 : 1;
        _characters++;
        _column++;
    }

    /// <summary>Goes on by some characters of the Basic Multilingual Plane.</summary>
    public void Skip(int count)
    {
        for (int i = 0; i < count; i++) Skip();
    }

    /// <summary>Goes on to the next line, where the current one ends.</summary>
    public void SkipLine() => _ = TakeBreak();

    /// <summary>Copies a character and goes on.</summary>
    public void Take(StringBuilder into)
    {
        if (char.IsHighSurrogate(At())) into.Append(At()).Append(At(1));
        else into.Append(At());
        Skip();
    }

    /// <summary>Copies a line break, as the line feed that most of them are read as, and goes on.</summary>
    public void TakeLine(StringBuilder into) => into.Append(TakeBreak());

    /// <summary>Goes on over blanks and a comment.</summary>
    public void SkipRestOfLine()
    {
        while (IsBlank()) Skip();
        if (At() != '#') return;
        while (!IsBreakOrEnd()) Skip();
    }

    /// <summary>At the end of the text an unfinished line counts as ended.</summary>
    public void EndLine()
    {
        if (_column == 0) return;
        _column = 0;
        _line++;
    }

    private string TakeBreak()
    {
        if (!IsBreak()) return "";
        char c = At();
        int length = c == '\r' && At(1) == '\n' ? 2 : 1;
        _offset += length;
        _characters += length;
        _column = 0;
        _line++;
        return c is '\u2028' or '\u2029' ? c.ToString() : "\n";
    }

    private void DecodePiece(int bytes)
    {
        while (_decoded < _text.Length)
        {
            bool isPair = char.IsHighSurrogate(_text[_decoded]) && _decoded + 1 < _text.Length && char.IsLowSurrogate(_text[_decoded + 1]);
            bytes -= isPair ? 4 : _text[_decoded] switch { < '\u0080' => 1, < '\u0800' => 2, _ => 3 };
            if (bytes < 0) return;
            if (!isPair) Refuse(_text[_decoded], _decoded);
            _decoded += isPair ? 2 : 1;
        }
    }

    private void Refuse(char c, int offset)
    {
        if (char.IsSurrogate(c)) throw YamlSyntaxException.Whole(RawBytes.Problem(_text, offset) ?? "invalid Unicode character", PlaceOf(offset));
        if (c is '\t' or '\n' or '\r' or (>= ' ' and <= '~') or '\u0085' or (>= '\u00a0' and <= '\ufffd')) return;
        throw YamlSyntaxException.Whole("control characters are not allowed", PlaceOf(offset));
    }

    private YamlMark PlaceOf(int offset)
    {
        int line = 0;
        int lineStart = Start;
        for (int i = Start; i < offset; i++)
        {
            if (_text[i] != '\n') continue;
            line++;
            lineStart = i + 1;
        }

        return new(offset, offset, line, offset - lineStart);
    }
}
