using System.Text;
using AuditSdk.Semantics.Documents;

namespace AuditSdk.Semantics.Fluentd.Acceptance;

/// <summary>Values with Ruby that can be told without running any: fluentd's <c>use_nil</c> and <c>use_default</c>, and variables of an environment that is given.</summary>
internal static class RubyValues
{
    public static ConfValue Of(FluentdValue value, Origin origin, Func<string, string?>? environment)
    {
        if (value.Literal is { } literal) return ConfValue.Of(literal, origin) with { Secret = value.Secret };
        ConfValue unknown = new(null, false, origin);
        if (value.Parts is not { } parts) return unknown;
        StringBuilder text = new();
        foreach (FluentdValuePart part in parts)
        {
            if (!part.IsRuby) text.Append(part.Text);
            else if (Word(part.Text.Trim(), environment) is not { } word) return unknown;
            else if (word.Word is not null) return new ConfValue(null, true, origin) { IsDefault = word.Word == "use_default" };
            else text.Append(word.Text);
        }

        return ConfValue.Of(text.ToString(), origin);
    }

    // Text to put in place, or one of fluentd's words for the whole value; null where only Ruby can tell.
    private static (string? Text, string? Word)? Word(string code, Func<string, string?>? environment)
    {
        if (code is "use_nil" or "use_default") return (null, code);
        int or = code.IndexOf("||", StringComparison.Ordinal);
        string name = Variable((or < 0 ? code : code.Substring(0, or)).Trim());
        if (environment is null || name.Length == 0) return null;
        if (environment(name) is { } found) return (found, null);
        if (or < 0) return ("", null);
        string other = code.Substring(or + 2).Trim();
        if (Quoted(other) is { } text) return (text, null);
        return other is "use_nil" or "use_default" ? (null, other) : null;
    }

    // NAME of ENV['NAME'].
    private static string Variable(string code)
        => code.StartsWith("ENV[", StringComparison.Ordinal) && code[code.Length - 1] == ']' ? Quoted(code.Substring(4, code.Length - 5).Trim()) ?? "" : "";

    private static string? Quoted(string code)
    {
        if (code.Length < 2 || code[0] is not ('\'' or '"') || code[code.Length - 1] != code[0]) return null;
        string text = code.Substring(1, code.Length - 2);
        return text.IndexOfAny(['\\', '#', code[0]]) < 0 ? text : null;
    }
}
