using System.Globalization;
using AuditSdk.Semantics.Documents;

namespace AuditSdk.Semantics.Fluentd;

/// <summary>JSON as fluentd keeps it, growing at its end: of equal names in an object the last value counts, at the place of the first.</summary>
internal sealed class JsonDump
{
#if NET
    private static readonly System.Buffers.SearchValues<char> Halves = System.Buffers.SearchValues.Create([.. Enumerable.Range(0xd800, 0x800).Select(static c => (char)c)]);
#endif

    private const int FewMembers = 8;

    // The members of all open objects, the innermost last; the Ruby in the text by its ends, its code without "#{ }".
    private readonly List<(Place Start, Place Key, Place End)> _members = [];
    private readonly List<(int Start, int End)> _rubies = [];
    private char[] _text = new char[256];
    private int _length;

    /// <summary>An end that the text had: characters, and pieces of Ruby in them.</summary>
    public readonly record struct Place(int Text, int Rubies);

    public Place Here => new(_length, _rubies.Count);

    public void Append(char c)
    {
        Reserve(1);
        _text[_length++] = c;
    }

    public void Append(string text) => Append(text, 0, text.Length);

    public void Append(string source, int start, int length)
    {
        Reserve(length);
        source.CopyTo(start, _text, _length, length);
        _length += length;
    }

    public void AppendEscaped(char c)
    {
        if (RubyJson.Escape(c) is { } escape) Append(escape);
        else Append(c);
    }

    public void AppendRuby(string code)
    {
        int start = _length;
        Append(code);
        _rubies.Add((start, _length));
    }

    /// <summary>True where the text from a place on has half a character.</summary>
    public bool HasHalfCharacter(int from)
    {
#if NET
        if (_text.AsSpan(from, _length - from).IndexOfAny(Halves) < 0) return false;
#endif
        return Surrogates.IndexOfLone(new string(_text, from, _length - from)) >= 0;
    }

    /// <summary>Begins an object; the answer is for its end.</summary>
    public int OpenObject() => _members.Count;

    /// <summary>The text since a place is a member of the innermost object.</summary>
    public void AddMember(Place start, Place key) => _members.Add((start, key, Here));

    /// <summary>Ends an object, before its bracket.</summary>
    public void CloseObject(int first)
    {
        if (_members.Count - first > 1 && HasEqualNames(first)) KeepLastOfEqualNames(first);
        _members.RemoveRange(first, _members.Count - first);
    }

    /// <summary>The whole.</summary>
    public FluentdValue ToValue()
    {
        if (_rubies.Count == 0) return FluentdValue.Text(new string(_text, 0, _length));
        List<FluentdValuePart> parts = [];
        int at = 0;
        foreach ((int start, int end) in _rubies)
        {
            if (start > at) parts.Add(new FluentdValuePart(new string(_text, at, start - at), IsRuby: false));
            parts.Add(new FluentdValuePart(new string(_text, start, end - start), IsRuby: true));
            at = end;
        }

        parts.Add(new FluentdValuePart(new string(_text, at, _length - at), IsRuby: false));
        return new FluentdValue(ValueList.From(parts));
    }

    private bool HasEqualNames(int first)
    {
        if (_members.Count - first > FewMembers)
        {
            HashSet<string> names = new(StringComparer.Ordinal);
            for (int i = first; i < _members.Count; i++)
            {
                if (!names.Add(Name(i))) return true;
            }

            return false;
        }

        for (int i = first + 1; i < _members.Count; i++)
        {
            for (int j = first; j < i; j++)
            {
                if (IsSameName(i, j)) return true;
            }
        }

        return false;
    }

    private void KeepLastOfEqualNames(int first)
    {
        Dictionary<string, int> lasts = new(StringComparer.Ordinal);
        for (int i = first; i < _members.Count; i++) lasts[Name(i)] = i;
        Place start = _members[first].Start;
        JsonDump kept = new();
        for (int i = first; i < _members.Count; i++)
        {
            string name = Name(i);
            if (!lasts.TryGetValue(name, out int last)) continue;
            lasts.Remove(name);
            if (kept._length > 0) kept.Append(',');
            kept.Append(this, _members[last].Start, _members[last].End);
        }

        (_length, int rubies) = (start.Text, start.Rubies);
        _rubies.RemoveRange(rubies, _rubies.Count - rubies);
        Append(kept, default, kept.Here);
    }

    private void Append(JsonDump source, Place start, Place end)
    {
        Reserve(end.Text - start.Text);
        for (int i = start.Rubies; i < end.Rubies; i++) _rubies.Add((source._rubies[i].Start + _length - start.Text, source._rubies[i].End + _length - start.Text));
        Array.Copy(source._text, start.Text, _text, _length, end.Text - start.Text);
        _length += end.Text - start.Text;
    }

    // What Ruby makes of a name is not known; such a name is like no other.
    private string Name(int member)
    {
        (Place start, Place key, _) = _members[member];
        return key.Rubies > start.Rubies ? member.ToString(CultureInfo.InvariantCulture) : new(_text, start.Text, key.Text - start.Text);
    }

    private bool IsSameName(int a, int b)
    {
        (Place start, Place key, _) = _members[a];
        (Place otherStart, Place otherKey, _) = _members[b];
        int length = key.Text - start.Text;
        if (length != otherKey.Text - otherStart.Text || key.Rubies > start.Rubies || otherKey.Rubies > otherStart.Rubies) return false;
        for (int i = 0; i < length; i++)
        {
            if (_text[start.Text + i] != _text[otherStart.Text + i]) return false;
        }

        return true;
    }

    private void Reserve(int length)
    {
        if (length > _text.Length - _length) Array.Resize(ref _text, Math.Max(_text.Length * 2, _length + length));
    }
}
