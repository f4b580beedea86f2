using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd;

namespace AuditSdk.Semantics.Checks.Fluentd.Ruby;

/// <summary>Ruby that Ruby cannot parse.</summary>
internal static class RubyIsBroken
{
    /// <summary>AUD2092.</summary>
    public static CheckDescriptor Descriptor { get; } = new("AUD2092", "Ruby in a record cannot be parsed", FindingSeverity.Error);

    /// <summary>Looks at the records of record_transformer with enable_ruby; only what is certain is told.</summary>
    public static void Check(FluentdCheckContext context, FindingSink findings)
    {
        foreach ((string text, Origin origin) in RecordExpressions.In(context, isRuby: true))
        {
            if (Broken(text) is not { } code) continue;
            findings.Add(Descriptor.At(origin, $"Ruby cannot parse '{code}', and the first event through the filter ends the whole fluentd. Mend the expression."));
        }
    }

    // A value that is one expression is run as it is; else each runs to the brace that closes it.
    private static string? Broken(string text)
    {
        int first = text.IndexOf("${", StringComparison.Ordinal);
        if (first == 0 && text[text.Length - 1] == '}' && text.IndexOf("${", 2, StringComparison.Ordinal) < 0)
        {
            string code = text.Substring(2, text.Length - 3);
            bool isFound = RubyCode.TryFindEnd(code + "}", 0, out int end, out bool isSure);
            return isSure && (!isFound || end != code.Length || IsIncomplete(code)) ? code : null;
        }

        for (int at = first; at >= 0;)
        {
            bool isFound = RubyCode.TryFindEnd(text, at + 2, out int end, out bool isSure);
            if (!isSure) return null;
            if (!isFound) return text.Substring(at);
            string code = text.Substring(at + 2, end - at - 2);
            if (IsIncomplete(code)) return code;
            at = text.IndexOf("${", end, StringComparison.Ordinal);
        }

        return null;
    }

    // "1.." is a range without an end.
    private static bool IsIncomplete(string code) => RubyCode.LooksIncomplete(code) && !code.TrimEnd().EndsWith("..", StringComparison.Ordinal);
}
