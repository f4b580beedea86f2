using System.Text;

namespace AuditSdk.Semantics.Kubernetes.Files.Yaml;

/// <summary>Plain, quoted and block scalars.</summary>
internal sealed partial class YamlScanner
{
    private void FetchPlain()
    {
        RememberKey();
        _mayStartKey = false;
        int indent = _indent + 1;
        YamlMark start = _at.Mark;
        YamlMark end = start;
        StringBuilder value = new();
        Folding gap = new();
        while (!_at.IsDocumentMark && _at.At() != '#')
        {
            while (!_at.IsBlankOrEnd() && !EndsPlain())
            {
                gap.FlushInto(value);
                _at.Take(value);
                end = _at.Mark;
            }

            if (!_at.IsBlank() && !_at.IsBreak()) break;
            while (_at.IsBlank() || _at.IsBreak())
            {
                if (gap.HasBreak && _at.Column < indent && _at.At() == '\t') throw Refused("found a tab character that violates indentation");
                gap.Take(_at);
            }

            if (_flowDepth == 0 && _at.Column < indent) break;
        }

        _queue.Add(new YamlToken(YamlTokenKind.Scalar, start, end) { Text = value.ToString(), IsPlain = true });
        if (gap.HasBreak) _mayStartKey = true;
    }

    private bool EndsPlain() => (_at.At() == ':' && _at.IsBlankOrEnd(1)) || (_flowDepth > 0 && _at.At() is ',' or '?' or '[' or ']' or '{' or '}');

    private void FetchQuoted(char quote)
    {
        RememberKey();
        _mayStartKey = false;
        YamlMark start = _at.Mark;
        _at.Skip();
        StringBuilder value = new();
        while (true)
        {
            if (_at.IsDocumentMark) throw Refused("found unexpected document indicator");
            if (_at.IsEnd()) throw Refused("found unexpected end of stream");
            Folding gap = new();
            while (!_at.IsBlankOrEnd() && !gap.HasBreak)
            {
                if (quote == '\'' && _at.At() == '\'' && _at.At(1) == '\'')
                {
                    value.Append('\'');
                    _at.Skip(2);
                }
                else if (_at.At() == quote)
                {
                    break;
                }
                else if (quote == '"' && _at.At() == '\\')
                {
                    if (_at.IsBreak(1)) gap.TakeEscapedBreak(_at);
                    else TakeEscape(value);
                }
                else
                {
                    _at.Take(value);
                }
            }

            if (_at.At() == quote) break;
            while (_at.IsBlank() || _at.IsBreak()) gap.Take(_at);
            gap.FlushInto(value);
        }

        _at.Skip();
        _queue.Add(new YamlToken(YamlTokenKind.Scalar, start, _at.Mark) { Text = value.ToString() });
    }

    private void TakeEscape(StringBuilder into)
    {
        char c = _at.At(1);
        int digits = c switch { 'x' => 2, 'u' => 4, 'U' => 8, _ => 0 };
        string meaning = c switch
        {
            '0' => "\0",
            'a' => "\a",
            'b' => "\b",
            't' or '\t' => "\t",
            'n' => "\n",
            'v' => "\v",
            'f' => "\f",
            'r' => "\r",
            'e' => "\u001b",
            ' ' or '"' or '\'' or '\\' => c.ToString(),
            'N' => "\u0085",
            '_' => "\u00a0",
            'L' => "\u2028",
            'P' => "\u2029",
            'x' or 'u' or 'U' => "",
            _ => throw Refused("found unknown escape character"),
        };
        _at.Skip(2);
        into.Append(meaning);
        if (digits > 0) TakeCode(digits, into);
    }

    private void TakeCode(int digits, StringBuilder into)
    {
        long code = 0;
        for (int i = 0; i < digits; i++)
        {
            int digit = Hex(_at.At(i));
            if (digit < 0) throw Refused("did not find expected hexdecimal number");
            code = (code << 4) + digit;
        }

        if (code is (>= 0xD800 and <= 0xDFFF) or > 0x10FFFF) throw Refused("found invalid Unicode character escape code");
        into.Append(char.ConvertFromUtf32((int)code));
        _at.Skip(digits);
    }

    private void FetchBlockScalar(bool isLiteral)
    {
        ForgetKey();
        _mayStartKey = true;
        YamlMark start = _at.Mark;
        _at.Skip();
        (char chomping, int increment) = BlockHeader();
        YamlMark end = _at.Mark;
        int indent = increment == 0 ? 0 : Math.Max(_indent, 0) + increment;
        StringBuilder value = new();
        StringBuilder lastBreak = new();
        StringBuilder emptyLines = new();
        bool wasBlank = false;
        end = SkipEmptyLines(ref indent, emptyLines);
        while (_at.Column == indent && !_at.IsEnd())
        {
            bool isBlank = _at.IsBlank();
            bool isFolded = !isLiteral && !wasBlank && !isBlank && lastBreak.Length > 0 && lastBreak[0] == '\n';
            if (!isFolded) value.Append(lastBreak);
            else if (emptyLines.Length == 0) value.Append(' ');
            value.Append(emptyLines);
            lastBreak.Clear();
            emptyLines.Clear();
            wasBlank = isBlank;
            while (!_at.IsBreakOrEnd()) _at.Take(value);
            _at.TakeLine(lastBreak);
            end = SkipEmptyLines(ref indent, emptyLines);
        }

        if (chomping != '-') value.Append(lastBreak);
        if (chomping == '+') value.Append(emptyLines);
        _queue.Add(new YamlToken(YamlTokenKind.Scalar, start, end) { Text = value.ToString() });
    }

    private (char Chomping, int Increment) BlockHeader()
    {
        char chomping = TakeChomping();
        int increment = 0;
        if (_at.At() is >= '0' and <= '9')
        {
            if (_at.At() == '0') throw Refused("found an indentation indicator equal to 0");
            increment = _at.At() - '0';
            _at.Skip();
            if (chomping == ' ') chomping = TakeChomping();
        }

        _at.SkipRestOfLine();
        if (!_at.IsBreakOrEnd()) throw Refused("did not find expected comment or line break");
        _at.SkipLine();
        return (chomping, increment);
    }

    private char TakeChomping()
    {
        if (_at.At() is not ('+' or '-')) return ' ';
        char chomping = _at.At();
        _at.Skip();
        return chomping;
    }

    private YamlMark SkipEmptyLines(ref int indent, StringBuilder breaks)
    {
        YamlMark end = _at.Mark;
        int deepest = 0;
        while (true)
        {
            while ((indent == 0 || _at.Column < indent) && _at.At() == ' ') _at.Skip();
            deepest = Math.Max(deepest, _at.Column);
            if ((indent == 0 || _at.Column < indent) && _at.At() == '\t') throw Refused("found a tab character where an indentation space is expected");
            if (!_at.IsBreak()) break;
            _at.TakeLine(breaks);
            end = _at.Mark;
        }

        if (indent == 0) indent = Math.Max(Math.Max(deepest, _indent + 1), 1);
        return end;
    }

    /// <summary>Blanks and line breaks between two words of a scalar: a single break is read as a space, more of them as one less.</summary>
    private sealed class Folding
    {
        private readonly StringBuilder _blanks = new();
        private readonly StringBuilder _first = new();
        private readonly StringBuilder _others = new();

        public bool HasBreak { get; private set; }

        public void Take(YamlCursor at)
        {
            if (at.IsBlank())
            {
                if (HasBreak) at.Skip();
                else at.Take(_blanks);
            }
            else if (HasBreak)
            {
                at.TakeLine(_others);
            }
            else
            {
                _blanks.Clear();
                at.TakeLine(_first);
                HasBreak = true;
            }
        }

        public void TakeEscapedBreak(YamlCursor at)
        {
            at.Skip();
            at.SkipLine();
            HasBreak = true;
        }

        public void FlushInto(StringBuilder value)
        {
            if (!HasBreak) value.Append(_blanks);
            else if (_first.Length == 0 || _first[0] != '\n') value.Append(_first).Append(_others);
            else if (_others.Length == 0) value.Append(' ');
            else value.Append(_others);
            _blanks.Clear();
            _first.Clear();
            _others.Clear();
            HasBreak = false;
        }
    }
}
