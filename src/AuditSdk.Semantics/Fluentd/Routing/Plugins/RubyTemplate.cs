using System.Text;
using System.Text.RegularExpressions;
using AuditSdk.Semantics.Fluentd.Routing.Records;

namespace AuditSdk.Semantics.Fluentd.Routing.Plugins;

/// <summary>A value of record_transformer with <c>enable_ruby</c>, where its Ruby is of the plainest: it looks things up and chooses between them. Nothing is run.</summary>
internal sealed class RubyTemplate
{
    private static readonly Regex Writes = new(@"(?<![=!<>])=(?![=~>])|<<|[a-z]!|\b(?:delete|store|update|replace|clear|push|pop|shift|unshift|insert|concat|append|prepend|keep_if|delete_if|delete_at|send|eval|instance_eval)\b", RegexOptions.CultureInvariant);

    private readonly string _code;
    private readonly IReadOnlyList<object> _pieces;
    private readonly bool _isText;

    private RubyTemplate(string code, IReadOnlyList<object> pieces, bool isText) => (_code, _pieces, _isText) = (code, pieces, isText);

    /// <summary>The template; null where only Ruby can read it.</summary>
    /// <param name="text">The value as written.</param>
    /// <param name="isTyped">True where a value that is one expression keeps its type.</param>
    public static RubyTemplate? Of(string text, bool isTyped)
    {
        int first = text.IndexOf("${", StringComparison.Ordinal);
        bool isOne = isTyped && first == 0 && text[text.Length - 1] == '}' && text.IndexOf("${", 2, StringComparison.Ordinal) < 0;
        if (isOne) return RubyLookup.Parse(text, 2, text.Length - 1, out int end) is { } one && end == text.Length - 1 ? new(text.Substring(2, text.Length - 3), [one], isText: false) : null;
        List<object> pieces = [];
        int at = 0;
        for (int next = first; next >= 0; next = text.IndexOf("${", at, StringComparison.Ordinal))
        {
            pieces.Add(text.Substring(at, next - at));
            if (RubyLookup.Parse(text, next + 2, text.Length, out at) is not { } lookup || at >= text.Length || text[at] != '}') return null;
            pieces.Add(lookup);
            at++;
        }

        pieces.Add(text.Substring(at));
        bool isPlain = pieces.TrueForAll(p => p is not string s || s.IndexOfAny(['\\', '#', '[', ']']) < 0);
        return isPlain ? new($"%Q[{text.Replace("${", "#{")}]", pieces, isText: true) : null;
    }

    /// <summary>True where a text, if it is Ruby, seems to change nothing.</summary>
    public static bool OnlyReads(string text) => text.IndexOf("${", StringComparison.Ordinal) < 0 || !Writes.IsMatch(text);

    /// <summary>The value.</summary>
    /// <exception cref="RaisedException">It cannot be made.</exception>
    public RubyValue? Value(TemplateContext context)
    {
        try
        {
            if (!_isText) return ((RubyLookup)_pieces[0]).Value(context);
            StringBuilder text = new();
            foreach (object piece in _pieces)
            {
                string added = piece as string ?? RubyValue.Text(((RubyLookup)piece).Value(context), context.Flow.Budget);
                context.Flow.Budget.Take(added.Length);
                text.Append(added);
            }

            return RubyValue.Of(text.ToString());
        }
        catch (RaisedException e)
        {
            throw new RaisedException("RuntimeError", $"failed to expand `{_code}` : error = {e.Error.Message}");
        }
        catch (UndecidedException) when (context.Flow.Budget.IsLeft)
        {
            return RubyUnknown.Value;
        }
    }
}
