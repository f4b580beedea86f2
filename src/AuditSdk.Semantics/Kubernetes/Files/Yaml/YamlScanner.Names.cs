using System.Globalization;
using System.Text;

namespace AuditSdk.Semantics.Kubernetes.Files.Yaml;

/// <summary>Directives, tags, anchors and aliases.</summary>
internal sealed partial class YamlScanner
{
    private const string TagCharacters = ";/?:@&=+$,.!~*'()[]%";

    private void FetchDirective()
    {
        Unroll(-1);
        ForgetKey();
        _mayStartKey = false;
        YamlMark start = _at.Mark;
        _at.Skip();
        string name = TakeWord();
        if (name.Length == 0) throw Refused("could not find expected directive name");
        if (!_at.IsBlankOrEnd()) throw Refused("found unexpected non-alphabetical character");
        YamlToken token = name switch
        {
            "YAML" => Version(start),
            "TAG" => TagDirective(start),
            _ => throw Refused("found unknown directive name"),
        };
        _at.SkipRestOfLine();
        if (!_at.IsBreakOrEnd()) throw Refused("did not find expected comment or line break");
        _at.SkipLine();
        _queue.Add(token);
    }

    private YamlToken Version(YamlMark start)
    {
        SkipBlanks();
        string major = VersionNumber();
        if (_at.At() != '.') throw Refused("did not find expected digit or '.' character");
        _at.Skip();
        return new YamlToken(YamlTokenKind.VersionDirective, start, _at.Mark) { Text = major, Suffix = VersionNumber() };
    }

    private string VersionNumber()
    {
        StringBuilder digits = new();
        while (_at.At() is >= '0' and <= '9')
        {
            if (digits.Length == 2) throw Refused("found extremely long version number");
            _at.Take(digits);
        }

        if (digits.Length == 0) throw Refused("did not find expected version number");
        return int.Parse(digits.ToString(), CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture);
    }

    private YamlToken TagDirective(YamlMark start)
    {
        SkipBlanks();
        string handle = TagHandle(isDirective: true);
        if (!_at.IsBlank()) throw Refused("did not find expected whitespace");
        SkipBlanks();
        string prefix = TagUri("");
        if (!_at.IsBlankOrEnd()) throw Refused("did not find expected whitespace or line break");
        return new YamlToken(YamlTokenKind.TagDirective, start, _at.Mark) { Text = handle, Suffix = prefix };
    }

    private void FetchNamed(YamlTokenKind kind)
    {
        RememberKey();
        _mayStartKey = false;
        YamlMark start = _at.Mark;
        _at.Skip();
        string name = TakeWord();
        bool isEnded = _at.IsBlankOrEnd() || _at.At() is '?' or ':' or ',' or ']' or '}' or '%' or '@' or '`';
        if (name.Length == 0 || !isEnded) throw Refused("did not find expected alphabetic or numeric character");
        _queue.Add(new YamlToken(kind, start, _at.Mark) { Text = name });
    }

    private void FetchTag()
    {
        RememberKey();
        _mayStartKey = false;
        YamlMark start = _at.Mark;
        (string handle, string suffix) = _at.At(1) == '<' ? VerbatimTag() : ShortTag();
        if (!_at.IsBlankOrEnd()) throw Refused("did not find expected whitespace or line break");
        _queue.Add(new YamlToken(YamlTokenKind.Tag, start, _at.Mark) { Text = handle, Suffix = suffix });
    }

    private (string Handle, string Suffix) VerbatimTag()
    {
        _at.Skip(2);
        string uri = TagUri("");
        if (_at.At() != '>') throw Refused("did not find the expected '>'");
        _at.Skip();
        return ("", uri);
    }

    // "!!int" is the handle "!!" and a suffix; "!own" is the handle "!" and a suffix; "!" alone has no handle.
    private (string Handle, string Suffix) ShortTag()
    {
        string handle = TagHandle(isDirective: false);
        if (handle.Length > 1 && handle[handle.Length - 1] == '!') return (handle, TagUri(""));
        string suffix = TagUri(handle);
        return suffix.Length == 0 ? ("", handle) : ("!", suffix);
    }

    private string TagHandle(bool isDirective)
    {
        if (_at.At() != '!') throw Refused("did not find expected '!'");
        StringBuilder handle = new();
        _at.Take(handle);
        while (_at.IsWord()) _at.Take(handle);
        if (_at.At() == '!') _at.Take(handle);
        else if (isDirective && handle.Length > 1) throw Refused("did not find expected '!'");
        return handle.ToString();
    }

    private string TagUri(string head)
    {
        StringBuilder uri = new(head.Length > 1 ? head.Substring(1) : "");
        bool isThere = head.Length > 0;
        while (_at.IsWord() || (!_at.IsEnd() && TagCharacters.IndexOf(_at.At()) >= 0))
        {
            if (_at.At() == '%') TakeEscapedCharacter(uri);
            else _at.Take(uri);
            isThere = true;
        }

        return isThere ? uri.ToString() : throw Refused("did not find expected tag URI");
    }

    private void TakeEscapedCharacter(StringBuilder into)
    {
        List<byte> octets = [];
        int length = 1;
        for (int i = 0; i < length; i++)
        {
            if (_at.At() != '%' || Hex(_at.At(1)) < 0 || Hex(_at.At(2)) < 0) throw Refused("did not find URI escaped octet");
            byte octet = (byte)((Hex(_at.At(1)) << 4) + Hex(_at.At(2)));
            if (i == 0) length = Utf8Length(octet);
            else if ((octet & 0xC0) != 0x80) throw Refused("found an incorrect trailing UTF-8 octet");
            octets.Add(octet);
            _at.Skip(3);
        }

        into.Append(Encoding.UTF8.GetString([.. octets]));
    }

    private int Utf8Length(byte first) => first switch
    {
        < 0x80 => 1,
        >= 0xC0 and < 0xE0 => 2,
        >= 0xE0 and < 0xF0 => 3,
        >= 0xF0 and < 0xF8 => 4,
        _ => throw Refused("found an incorrect leading UTF-8 octet"),
    };

    private string TakeWord()
    {
        StringBuilder word = new();
        while (_at.IsWord()) _at.Take(word);
        return word.ToString();
    }

    private void SkipBlanks()
    {
        while (_at.IsBlank()) _at.Skip();
    }

    private YamlSyntaxException Refused(string problem) => YamlSyntaxException.Scanning(problem, _at.Mark);

    private static int Hex(char c) => c switch
    {
        >= '0' and <= '9' => c - '0',
        >= 'A' and <= 'F' => c - 'A' + 10,
        >= 'a' and <= 'f' => c - 'a' + 10,
        _ => -1,
    };
}
