namespace AuditSdk.Semantics.Kubernetes.Files.Yaml;

/// <summary>Text to tokens, by the rules of go-yaml v2. It is a YAML of its own: <c>[a?b]</c> and <c>%YAML 1.2</c> are refused, a tab may stand in flow style, <c>[?a]</c> is a mapping.</summary>
internal sealed partial class YamlScanner(string text)
{
    private const int MaxDepth = 10_000;
    private const int MaxKeyLength = 1024;

    private readonly YamlCursor _at = new(text);
    private readonly List<YamlToken> _queue = [];
    private readonly Stack<int> _indents = new();
    private readonly List<SimpleKey> _keys = [default];

    // The keys that may turn out to begin at a token of the queue, by the number of that token.
    private readonly Dictionary<int, int> _keyOfToken = [];

    private int _taken;
    private int _indent = -1;
    private int _flowDepth;
    private bool _mayStartKey = true;
    private bool _isStarted;
    private bool _isEnded;

    /// <summary>The next token, which stays.</summary>
    public YamlToken Peek()
    {
        while (NeedsMore()) Fetch();
        return _queue[0];
    }

    /// <summary>The next token, which goes.</summary>
    public YamlToken Take()
    {
        YamlToken token = Peek();
        _queue.RemoveAt(0);
        _taken++;
        return token;
    }

    // A token that may begin a key waits until it is known whether a ':' follows.
    private bool NeedsMore()
    {
        if (_queue.Count == 0) return !_isEnded;
        return _keyOfToken.TryGetValue(_taken, out int level) && level < _keys.Count && IsStillPossible(level);
    }

    private void Fetch()
    {
        if (!_isStarted)
        {
            _isStarted = true;
            Add(YamlTokenKind.StreamStart, _at.Mark);
            return;
        }

        SkipToToken();
        Unroll(_at.Column);
        _ = _at.At(3);
        if (_at.IsEnd()) FetchEnd();
        else if (_at.Column == 0 && _at.At() == '%') FetchDirective();
        else if (_at.IsDocumentMark) FetchDocumentMark();
        else FetchByCharacter(_at.At());
    }

    private void FetchByCharacter(char c)
    {
        switch (c)
        {
            case '[': FetchFlowStart(YamlTokenKind.FlowSequenceStart); break;
            case '{': FetchFlowStart(YamlTokenKind.FlowMappingStart); break;
            case ']': FetchFlowEnd(YamlTokenKind.FlowSequenceEnd); break;
            case '}': FetchFlowEnd(YamlTokenKind.FlowMappingEnd); break;
            case ',': FetchFlowEntry(); break;
            case '-' when _at.IsBlankOrEnd(1): FetchBlockEntry(); break;
            case '?' when _flowDepth > 0 || _at.IsBlankOrEnd(1): FetchKey(); break;
            case ':' when _flowDepth > 0 || _at.IsBlankOrEnd(1): FetchValue(); break;
            case '*': FetchNamed(YamlTokenKind.Alias); break;
            case '&': FetchNamed(YamlTokenKind.Anchor); break;
            case '!': FetchTag(); break;
            case '|' or '>' when _flowDepth == 0: FetchBlockScalar(isLiteral: c == '|'); break;
            case '\'' or '"': FetchQuoted(c); break;
            case '#' or '|' or '>' or '%' or '@' or '`' or '\t':
                throw YamlSyntaxException.Scanning("found character that cannot start any token", _at.Mark);
            default: FetchPlain(); break;
        }
    }

    private void SkipToToken()
    {
        while (true)
        {
            if (_at.Mark.Offset == _at.Start && _at.At() == '\ufeff') _at.Skip();
            while (_at.At() == ' ' || (_at.At() == '\t' && (_flowDepth > 0 || !_mayStartKey))) _at.Skip();
            if (_at.At() == '#')
            {
                while (!_at.IsBreakOrEnd()) _at.Skip();
            }

            if (!_at.IsBreak()) return;
            _at.SkipLine();
            if (_flowDepth == 0) _mayStartKey = true;
        }
    }

    private void FetchEnd()
    {
        _at.EndLine();
        Unroll(-1);
        ForgetKey();
        _mayStartKey = false;
        _isEnded = true;
        Add(YamlTokenKind.StreamEnd, _at.Mark);
    }

    private void FetchDocumentMark()
    {
        Unroll(-1);
        ForgetKey();
        _mayStartKey = false;
        YamlTokenKind kind = _at.At() == '-' ? YamlTokenKind.DocumentStart : YamlTokenKind.DocumentEnd;
        AddAfterSkipping(kind, 3);
    }

    private void FetchFlowStart(YamlTokenKind kind)
    {
        RememberKey();
        _keys.Add(new SimpleKey(IsPossible: false, IsRequired: false, NextNumber, _at.Mark));
        if (++_flowDepth > MaxDepth) throw YamlSyntaxException.Scanning($"exceeded max depth of {MaxDepth}", _at.Mark);
        _mayStartKey = true;
        AddAfterSkipping(kind, 1);
    }

    private void FetchFlowEnd(YamlTokenKind kind)
    {
        ForgetKey();
        if (_flowDepth > 0)
        {
            _flowDepth--;
            _keyOfToken.Remove(_keys[_keys.Count - 1].Token);
            _keys.RemoveAt(_keys.Count - 1);
        }

        _mayStartKey = false;
        AddAfterSkipping(kind, 1);
    }

    private void FetchFlowEntry()
    {
        ForgetKey();
        _mayStartKey = true;
        AddAfterSkipping(YamlTokenKind.FlowEntry, 1);
    }

    private void FetchBlockEntry()
    {
        // In flow style the grammar refuses it.
        if (_flowDepth == 0) StartBlock(YamlTokenKind.BlockSequenceStart, "block sequence entries are not allowed in this context");
        ForgetKey();
        _mayStartKey = true;
        AddAfterSkipping(YamlTokenKind.BlockEntry, 1);
    }

    private void FetchKey()
    {
        if (_flowDepth == 0) StartBlock(YamlTokenKind.BlockMappingStart, "mapping keys are not allowed in this context");
        ForgetKey();
        _mayStartKey = _flowDepth == 0;
        AddAfterSkipping(YamlTokenKind.Key, 1);
    }

    private void FetchValue()
    {
        int level = _keys.Count - 1;
        if (IsStillPossible(level))
        {
            SimpleKey key = _keys[level];
            Insert(key.Token - _taken, new YamlToken(YamlTokenKind.Key, key.Mark, key.Mark));
            Roll(key.Mark, key.Token - _taken, YamlTokenKind.BlockMappingStart);
            _keys[level] = key with { IsPossible = false };
            _keyOfToken.Remove(key.Token);
            _mayStartKey = false;
        }
        else
        {
            if (_flowDepth == 0) StartBlock(YamlTokenKind.BlockMappingStart, "mapping values are not allowed in this context");
            _mayStartKey = _flowDepth == 0;
        }

        AddAfterSkipping(YamlTokenKind.Value, 1);
    }

    private void StartBlock(YamlTokenKind kind, string refusal)
    {
        if (!_mayStartKey) throw YamlSyntaxException.Scanning(refusal, _at.Mark);
        Roll(_at.Mark, -1, kind);
    }

    private void Roll(YamlMark mark, int position, YamlTokenKind kind)
    {
        if (_flowDepth > 0 || _indent >= mark.Column) return;
        _indents.Push(_indent);
        _indent = mark.Column;
        if (_indents.Count > MaxDepth) throw YamlSyntaxException.Scanning($"exceeded max depth of {MaxDepth}", _at.Mark);
        Insert(position, new YamlToken(kind, mark, mark));
    }

    private void Unroll(int column)
    {
        if (_flowDepth > 0) return;
        while (_indent > column)
        {
            Add(YamlTokenKind.BlockEnd, _at.Mark);
            _indent = _indents.Pop();
        }
    }

    private int NextNumber => _taken + _queue.Count;

    private void RememberKey()
    {
        if (!_mayStartKey) return;
        bool isRequired = _flowDepth == 0 && _indent == _at.Column;
        SimpleKey key = new(IsPossible: true, isRequired, NextNumber, _at.Mark);
        ForgetKey();
        _keys[_keys.Count - 1] = key;
        _keyOfToken[key.Token] = _keys.Count - 1;
    }

    private void ForgetKey()
    {
        SimpleKey key = _keys[_keys.Count - 1];
        if (!key.IsPossible) return;
        if (key.IsRequired) throw KeyWithoutColon();
        _keys[_keys.Count - 1] = key with { IsPossible = false };
        _keyOfToken.Remove(key.Token);
    }

    // A key stands on one line, and its ':' within 1,024 characters.
    private bool IsStillPossible(int level)
    {
        SimpleKey key = _keys[level];
        if (!key.IsPossible) return false;
        if (key.Mark.Line >= _at.Line && key.Mark.Characters + MaxKeyLength >= _at.Characters) return true;
        if (key.IsRequired) throw KeyWithoutColon();
        _keys[level] = key with { IsPossible = false };
        return false;
    }

    private YamlSyntaxException KeyWithoutColon() => YamlSyntaxException.Scanning("could not find expected ':'", _at.Mark);

    private void Add(YamlTokenKind kind, YamlMark mark) => _queue.Add(new YamlToken(kind, mark, mark));

    private void AddAfterSkipping(YamlTokenKind kind, int characters)
    {
        YamlMark start = _at.Mark;
        _at.Skip(characters);
        _queue.Add(new YamlToken(kind, start, _at.Mark));
    }

    private void Insert(int position, YamlToken token) => _queue.Insert(position < 0 ? _queue.Count : position, token);

    private readonly record struct SimpleKey(bool IsPossible, bool IsRequired, int Token, YamlMark Mark);
}
