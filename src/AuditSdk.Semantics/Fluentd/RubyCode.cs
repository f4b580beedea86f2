namespace AuditSdk.Semantics.Fluentd;

/// <summary>
/// Where embedded Ruby ends. fluentd tries one <c>}</c> after the other until Ruby can parse the code before it. Here nothing runs: only Ruby's strings, brackets and
/// interpolations are read, and what cannot be told without its grammar is called unsure.
/// </summary>
internal static class RubyCode
{
    private const int DeepestNesting = 64;

    /// <summary>True where fluentd's scanner ends the interpolation exactly behind the code, whatever the code does.</summary>
    public static bool IsContained(string code)
    {
        foreach (char c in code)
        {
            if (c < ' ' || c == '\u007f') return false;
        }

        string closed = code + "}";
        return TryFindEnd(closed, 0, out int end, out bool isSure) && isSure && end == code.Length && !LooksIncomplete(code);
    }

    /// <summary>True for code that ends where an operand must follow, which Ruby refuses.</summary>
    public static bool LooksIncomplete(string code)
    {
        string end = code.TrimEnd(' ', '\t', '\r', '\n');
        return end.Length > 0 && "+-*&|^=<>,.:\\".IndexOf(end[end.Length - 1]) >= 0;
    }

    /// <summary>Finds the <c>}</c> that closes an interpolation.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">The position behind <c>#{</c>.</param>
    /// <param name="end">The position of the <c>}</c>.</param>
    /// <param name="isSure">False where a word was met that only Ruby's grammar can tell apart.</param>
    public static bool TryFindEnd(string text, int start, out int end, out bool isSure)
    {
        Scanner scanner = new(text, start);
        bool found = scanner.Code('}', 0);
        end = scanner.Position;
        isSure = scanner.IsSure;
        return found;
    }

    private sealed class Scanner
    {
        private readonly string _text;
        private readonly int _start;

        public Scanner(string text, int start) => (_text, _start, Position) = (text, start, start);

        public int Position { get; private set; }

        public bool IsSure { get; private set; } = true;

        // Ends on the closing character of its bracket.
        public bool Code(char close, int depth)
        {
            if (depth > DeepestNesting) return false;
            for (; Position < _text.Length; Position++)
            {
                char c = _text[Position];
                if (c == close) return true;
                if (c is ')' or ']' or '}') return false;
                if (!Word(c, depth)) return false;
            }

            return false;
        }

        private bool Word(char c, int depth)
        {
            switch (c)
            {
                case '(' or '[' or '{':
                    Position++;
                    return Code(c == '(' ? ')' : c == '[' ? ']' : '}', depth + 1);
                case '\'':
                    return Quoted(c, interpolates: false, depth);
                case '"' or '`':
                    return Quoted(c, interpolates: true, depth);
                case '/' when StartsOperand():
                    return Quoted(c, interpolates: true, depth);
                case '/' or '%' when !FollowsValue():
                case '?' when !IsTernaryOrName():
                case '<' when At(Position + 1) == '<':
                case '$' when !(char.IsLetterOrDigit(At(Position + 1)) || At(Position + 1) == '_'):
                    IsSure = false;
                    return true;
                case '#':
                    IsSure = false;
                    return Comment();
                default:
                    return true;
            }
        }

        private bool Quoted(char quote, bool interpolates, int depth)
        {
            for (Position++; Position < _text.Length; Position++)
            {
                char c = _text[Position];
                if (c == quote) return true;
                if (c == '\\')
                {
                    Position++;
                }
                else if (interpolates && c == '#' && At(Position + 1) == '{')
                {
                    Position += 2;
                    if (!Code('}', depth + 1)) return false;
                }
            }

            return false;
        }

        private bool Comment()
        {
            int line = _text.IndexOf('\n', Position);
            Position = line < 0 ? _text.Length : line;
            return line >= 0;
        }

        // A slash here begins a regular expression: no value stands before it.
        private bool StartsOperand()
        {
            int i = Position - 1;
            while (i >= _start && IsBlank(i)) i--;
            return i < _start || "(,=~!|&{[;?:<>+-*".IndexOf(_text[i]) >= 0;
        }

        // Behind a name and a blank it may be either: "x / y", "if /y/".
        private bool FollowsValue()
        {
            if (IsNamePart(At(Position - 1))) return true;
            int i = Position - 1;
            while (i >= _start && IsBlank(i)) i--;
            if (i < _start || _text[i] is ')' or ']' or '"' or '\'') return i >= _start;
            int end = i;
            while (i >= _start && IsNamePart(_text[i])) i--;
            return i < end && char.IsDigit(_text[i + 1]);
        }

        private bool IsTernaryOrName()
        {
            char next = At(Position + 1);
            return next is ' ' || (IsNamePart(At(Position - 1)) && next is ')' or '.' or ',' or '}' or ']');
        }

        private static bool IsNamePart(char c) => char.IsLetterOrDigit(c) || c == '_';

        private bool IsBlank(int position) => At(position) is ' ' or '\t';

        private char At(int position) => position >= 0 && position < _text.Length ? _text[position] : '\0';
    }
}
