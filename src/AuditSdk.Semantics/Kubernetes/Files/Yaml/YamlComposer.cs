using System.Runtime.CompilerServices;

namespace AuditSdk.Semantics.Kubernetes.Files.Yaml;

/// <summary>Tokens to the tree of the first document, by the grammar of go-yaml v2.</summary>
internal sealed class YamlComposer(string text)
{
    private readonly YamlScanner _scanner = new(text);
    private readonly Dictionary<string, YamlNode> _anchors = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _tagPrefixes = new(StringComparer.Ordinal);

    /// <summary>The first document; null where the file has none.</summary>
    /// <exception cref="YamlSyntaxException">go-yaml refuses the text.</exception>
    public YamlNode? FirstDocument()
    {
        _scanner.Take();
        YamlToken token = _scanner.Peek();
        if (token.Kind == YamlTokenKind.StreamEnd) return null;
        bool isExplicit = token.Kind is YamlTokenKind.VersionDirective or YamlTokenKind.TagDirective or YamlTokenKind.DocumentStart;
        ReadDirectives();
        YamlNode root = isExplicit ? ExplicitDocument() : Node(isBlock: true);

        // The parser looks one token beyond the document, and refuses it where that is no token.
        _ = _scanner.Peek();
        return root;
    }

    /// <summary>Where something follows the first document, which the server never looks at; null where nothing does.</summary>
    public YamlMark? WhatFollows()
    {
        YamlMark? separator = null;
        try
        {
            while (true)
            {
                YamlToken token = _scanner.Peek();
                if (token.Kind == YamlTokenKind.StreamEnd) return null;
                if (token.Kind == YamlTokenKind.DocumentStart) separator ??= token.Start;
                else if (token.Kind != YamlTokenKind.DocumentEnd) return separator ?? token.Start;
                _scanner.Take();
            }
        }
        catch (YamlSyntaxException refused)
        {
            return separator ?? refused.Place;
        }
    }

    private YamlNode ExplicitDocument()
    {
        YamlToken token = _scanner.Peek();
        if (token.Kind != YamlTokenKind.DocumentStart) throw YamlSyntaxException.Parsing("did not find expected <document start>", token.Start);
        _scanner.Take();
        token = _scanner.Peek();
        bool isEmpty = token.Kind is YamlTokenKind.VersionDirective or YamlTokenKind.TagDirective or YamlTokenKind.DocumentStart or YamlTokenKind.DocumentEnd or YamlTokenKind.StreamEnd;
        return isEmpty ? Empty(token.Start) : Node(isBlock: true);
    }

    private void ReadDirectives()
    {
        bool hasVersion = false;
        for (YamlToken token = _scanner.Peek(); token.Kind is YamlTokenKind.VersionDirective or YamlTokenKind.TagDirective; token = _scanner.Peek())
        {
            if (token.Kind == YamlTokenKind.VersionDirective)
            {
                if (hasVersion) throw YamlSyntaxException.Parsing("found duplicate %YAML directive", token.Start);
                if (token.Text != "1" || token.Suffix != "1") throw YamlSyntaxException.Parsing("found incompatible YAML document", token.Start);
                hasVersion = true;
            }
            else if (_tagPrefixes.ContainsKey(token.Text))
            {
                throw YamlSyntaxException.Parsing("found duplicate %TAG directive", token.Start);
            }
            else
            {
                _tagPrefixes.Add(token.Text, token.Suffix);
            }

            _scanner.Take();
        }

        if (!_tagPrefixes.ContainsKey("!")) _tagPrefixes.Add("!", "!");
        if (!_tagPrefixes.ContainsKey("!!")) _tagPrefixes.Add("!!", YamlTag.Prefix);
    }

    private YamlNode Node(bool isBlock, bool mayBeIndentless = false)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        YamlToken token = _scanner.Peek();
        if (token.Kind == YamlTokenKind.Alias) return Alias(_scanner.Take());
        YamlMark start = token.Start;
        (string? anchor, string tag, YamlMark propertiesEnd) = Properties(start);
        token = _scanner.Peek();
        switch (token.Kind)
        {
            case YamlTokenKind.BlockEntry when mayBeIndentless:
                return IndentlessSequence(Open(YamlNodeKind.Sequence, start, token, tag, anchor));
            case YamlTokenKind.Scalar:
                return Scalar(_scanner.Take(), start, tag, anchor);
            case YamlTokenKind.FlowSequenceStart:
                return FlowSequence(Open(YamlNodeKind.Sequence, start, token, tag, anchor), _scanner.Take().Start);
            case YamlTokenKind.FlowMappingStart:
                return FlowMapping(Open(YamlNodeKind.Mapping, start, token, tag, anchor), _scanner.Take().Start);
            case YamlTokenKind.BlockSequenceStart when isBlock:
                return BlockSequence(Open(YamlNodeKind.Sequence, start, token, tag, anchor), _scanner.Take().Start);
            case YamlTokenKind.BlockMappingStart when isBlock:
                return BlockMapping(Open(YamlNodeKind.Mapping, start, token, tag, anchor), _scanner.Take().Start);
        }

        if (anchor is null && tag.Length == 0) throw YamlSyntaxException.Parsing("did not find expected node content", token.Start, start);
        return Named(anchor, new YamlNode(YamlNodeKind.Scalar, start, propertiesEnd) { Tag = tag, IsImplicit = tag.Length == 0 });
    }

    private (string? Anchor, string Tag, YamlMark End) Properties(YamlMark start)
    {
        string? anchor = null;
        YamlToken? tag = null;
        YamlMark end = start;
        for (YamlToken token = _scanner.Peek(); ; token = _scanner.Peek())
        {
            if (token.Kind == YamlTokenKind.Anchor && anchor is null) anchor = token.Text;
            else if (token.Kind == YamlTokenKind.Tag && tag is null) tag = token;
            else break;
            end = _scanner.Take().End;
        }

        return (anchor, tag is null ? "" : LongTag(tag, start), end);
    }

    private string LongTag(YamlToken tag, YamlMark start)
    {
        if (tag.Text.Length == 0) return tag.Suffix;
        string? longTag = _tagPrefixes.TryGetValue(tag.Text, out string? prefix) ? prefix + tag.Suffix : null;
        return string.IsNullOrEmpty(longTag) ? throw YamlSyntaxException.Parsing("found undefined tag handle", tag.Start, start) : longTag!;
    }

    private YamlNode Alias(YamlToken token)
    {
        if (!_anchors.TryGetValue(token.Text, out YamlNode? target)) throw YamlSyntaxException.Whole($"unknown anchor '{token.Text}' referenced", token.Start);
        return new YamlNode(YamlNodeKind.Alias, token.Start, token.End) { Value = token.Text, Target = target };
    }

    private YamlNode Scalar(YamlToken token, YamlMark start, string tag, string? anchor)
    {
        bool isImplicit = (tag.Length == 0 && token.IsPlain) || tag == "!";
        return Named(anchor, new YamlNode(YamlNodeKind.Scalar, start, token.End) { Tag = tag, Value = token.Text, IsImplicit = isImplicit });
    }

    private YamlNode Open(YamlNodeKind kind, YamlMark start, YamlToken token, string tag, string? anchor)
        => Named(anchor, new YamlNode(kind, start, token.End) { Tag = tag });

    private YamlNode Named(string? anchor, YamlNode node)
    {
        if (anchor is not null) _anchors[anchor] = node;
        return node;
    }

    private static YamlNode Empty(YamlMark mark) => new(YamlNodeKind.Scalar, mark, mark) { IsImplicit = true };

    private YamlNode BlockSequence(YamlNode node, YamlMark context)
    {
        while (true)
        {
            YamlToken token = _scanner.Peek();
            if (token.Kind == YamlTokenKind.BlockEnd) return Close(node);
            if (token.Kind != YamlTokenKind.BlockEntry) throw YamlSyntaxException.Parsing("did not find expected '-' indicator", token.Start, context);
            YamlMark mark = _scanner.Take().End;
            bool isEmpty = _scanner.Peek().Kind is YamlTokenKind.BlockEntry or YamlTokenKind.BlockEnd;
            Append(node, isEmpty ? Empty(mark) : Node(isBlock: true));
        }
    }

    private YamlNode IndentlessSequence(YamlNode node)
    {
        while (_scanner.Peek().Kind == YamlTokenKind.BlockEntry)
        {
            YamlMark mark = _scanner.Take().End;
            bool isEmpty = _scanner.Peek().Kind is YamlTokenKind.BlockEntry or YamlTokenKind.Key or YamlTokenKind.Value or YamlTokenKind.BlockEnd;
            Append(node, isEmpty ? Empty(mark) : Node(isBlock: true));
        }

        return node;
    }

    private YamlNode BlockMapping(YamlNode node, YamlMark context)
    {
        while (true)
        {
            YamlToken token = _scanner.Peek();
            if (token.Kind == YamlTokenKind.BlockEnd) return Close(node);
            if (token.Kind != YamlTokenKind.Key) throw YamlSyntaxException.Parsing("did not find expected key", token.Start, context);
            YamlMark mark = _scanner.Take().End;
            Append(node, BlockMappingPart(mark));
            token = _scanner.Peek();
            Append(node, token.Kind == YamlTokenKind.Value ? BlockMappingPart(_scanner.Take().End) : Empty(token.Start));
        }
    }

    private YamlNode BlockMappingPart(YamlMark mark)
        => _scanner.Peek().Kind is YamlTokenKind.Key or YamlTokenKind.Value or YamlTokenKind.BlockEnd ? Empty(mark) : Node(isBlock: true, mayBeIndentless: true);

    private YamlNode FlowSequence(YamlNode node, YamlMark context)
    {
        for (bool isFirst = true; _scanner.Peek().Kind != YamlTokenKind.FlowSequenceEnd; isFirst = false)
        {
            if (!isFirst)
            {
                if (_scanner.Peek().Kind != YamlTokenKind.FlowEntry) throw YamlSyntaxException.Parsing("did not find expected ',' or ']'", _scanner.Peek().Start, context);
                _scanner.Take();
                if (_scanner.Peek().Kind == YamlTokenKind.FlowSequenceEnd) break;
            }

            Append(node, _scanner.Peek().Kind == YamlTokenKind.Key ? SinglePair(_scanner.Take()) : Node(isBlock: false));
        }

        return Close(node);
    }

    // "[a: b]" is a mapping in a list. Where the key is empty, go-yaml swallows the token behind it.
    private YamlNode SinglePair(YamlToken key)
    {
        YamlNode pair = new(YamlNodeKind.Mapping, key.Start, key.End);
        YamlToken token = _scanner.Peek();
        bool isEmpty = token.Kind is YamlTokenKind.Value or YamlTokenKind.FlowEntry or YamlTokenKind.FlowSequenceEnd;
        Append(pair, isEmpty ? Empty(_scanner.Take().End) : Node(isBlock: false));
        if (_scanner.Peek().Kind == YamlTokenKind.Value)
        {
            _scanner.Take();
            token = _scanner.Peek();
            bool hasValue = token.Kind is not (YamlTokenKind.FlowEntry or YamlTokenKind.FlowSequenceEnd);
            Append(pair, hasValue ? Node(isBlock: false) : Empty(token.Start));
        }
        else
        {
            Append(pair, Empty(_scanner.Peek().Start));
        }

        return pair;
    }

    private YamlNode FlowMapping(YamlNode node, YamlMark context)
    {
        for (bool isFirst = true; _scanner.Peek().Kind != YamlTokenKind.FlowMappingEnd; isFirst = false)
        {
            if (!isFirst)
            {
                if (_scanner.Peek().Kind != YamlTokenKind.FlowEntry) throw YamlSyntaxException.Parsing("did not find expected ',' or '}'", _scanner.Peek().Start, context);
                _scanner.Take();
                if (_scanner.Peek().Kind == YamlTokenKind.FlowMappingEnd) break;
            }

            if (_scanner.Peek().Kind == YamlTokenKind.Key)
            {
                _scanner.Take();
                Append(node, FlowMappingPart(isKey: true));
                bool hasValue = _scanner.Peek().Kind == YamlTokenKind.Value;
                if (hasValue) _scanner.Take();
                Append(node, hasValue ? FlowMappingPart(isKey: false) : Empty(_scanner.Peek().Start));
            }
            else
            {
                Append(node, Node(isBlock: false));
                Append(node, Empty(_scanner.Peek().Start));
            }
        }

        return Close(node);
    }

    private YamlNode FlowMappingPart(bool isKey)
    {
        YamlToken token = _scanner.Peek();
        bool isEmpty = token.Kind is YamlTokenKind.FlowEntry or YamlTokenKind.FlowMappingEnd || (isKey && token.Kind == YamlTokenKind.Value);
        return isEmpty ? Empty(token.Start) : Node(isBlock: false);
    }

    private static void Append(YamlNode parent, YamlNode child)
    {
        parent.Children.Add(child);
        parent.End = child.End;
    }

    private YamlNode Close(YamlNode node)
    {
        YamlToken end = _scanner.Take();
        if (end.Kind is YamlTokenKind.FlowSequenceEnd or YamlTokenKind.FlowMappingEnd) node.End = end.End;
        return node;
    }
}
