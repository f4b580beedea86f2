using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd;

namespace AuditSdk.Semantics.Checks.Fluentd.Values;

/// <summary>Two lines for one parameter.</summary>
internal static class ParameterIsWrittenTwice
{
    /// <summary>AUD2063.</summary>
    public static CheckDescriptor Descriptor { get; } = new("AUD2063", "A parameter is written twice", FindingSeverity.Warning);

    /// <summary>Looks for equal names in each section.</summary>
    public static void Check(FluentdCheckContext context, FindingSink findings)
    {
        foreach (FluentdElement section in context.Root.All)
        {
            foreach (IGrouping<string, FluentdParameter> same in section.Parameters.Where(p => p.RubyKey is null && IsName(p.Key)).GroupBy(p => p.Key, StringComparer.Ordinal))
            {
                FluentdParameter[] all = [.. same];
                if (all.Length < 2) continue;
                FluentdParameter last = all[all.Length - 1];
                Finding finding = Descriptor.At(all[0].Origin, $"'{same.Key}' is written again below, and only the last one counts{(last.Value.Literal is { Length: > 0 } text ? $": '{text}'" : "")}. Keep one.");
                findings.Add(finding with { Related = ValueList.From(all.Skip(1).Select(p => p.Origin)), Remedy = context.Remove($"Delete the first '{same.Key}', which does not count", all[0]) });
            }
        }
    }

    // Lines of a template language that nobody has expanded are no parameters.
    private static bool IsName(string key) => key.All(c => char.IsLetterOrDigit(c) || c is '_' or '@' or '.' or '-' or '$') && (char.IsLetter(key[0]) || key[0] is '_' or '@' or '$');
}
