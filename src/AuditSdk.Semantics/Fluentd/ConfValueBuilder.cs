using System.Text;
using AuditSdk.Semantics.Documents;

namespace AuditSdk.Semantics.Fluentd;

/// <summary>Puts a value together: neighbouring texts are one part, Ruby is a part of its own.</summary>
internal sealed class ConfValueBuilder
{
    private readonly List<FluentdValuePart> _parts = [];
    private readonly StringBuilder _text = new();

    public void Append(char c) => _text.Append(c);

    public void Append(string source, int start, int length) => _text.Append(source, start, length);

    public void AppendRuby(string code)
    {
        Flush();
        _parts.Add(new FluentdValuePart(code, IsRuby: true));
    }

    public FluentdValue ToValue()
    {
        if (_parts.Count == 0) return FluentdValue.Text(_text.ToString());
        Flush();
        return new FluentdValue(ValueList.From(_parts));
    }

    private void Flush()
    {
        if (_text.Length > 0) _parts.Add(new FluentdValuePart(_text.ToString(), IsRuby: false));
        _text.Clear();
    }
}
