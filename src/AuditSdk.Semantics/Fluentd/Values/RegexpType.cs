namespace AuditSdk.Semantics.Fluentd.Values;

/// <summary>
/// A regular expression: bare, or between slashes with at most two letters behind the last, of which i and m count. With one slash only the pattern is empty and matches everything.
/// </summary>
internal static class RegexpType
{
    public static FluentdReading Read(FluentdDatum datum)
    {
        string text = datum.ToText();
        if (text.Length == 0 || text[0] != '/') return Compiled(text, 0, isExact: true);
        int slash = text.LastIndexOf('/');
        if (slash < text.Length - 3) return FluentdReading.Refused($"invalid regexp: missing right slash: {text}");
        string letters = text.Substring(slash + 1);
        int options = (letters.IndexOf('i') >= 0 ? 1 : 0) | (letters.IndexOf('m') >= 0 ? 4 : 0);
        return Compiled(slash == 0 ? "" : text.Substring(1, slash - 1), options, slash > 0 && letters.All(c => c is 'i' or 'm'));
    }

    private static FluentdReading Compiled(string pattern, int options, bool isExact)
        => RubyPattern.Error(pattern) is { } error ? FluentdReading.Refused($"{error}: /{RubyPattern.Slashed(pattern)}/{((options & 4) != 0 ? "m" : "")}{((options & 1) != 0 ? "i" : "")}") : new(new FluentdDatum.Regexp(pattern, options | (RubyPattern.HasFixedEncoding(pattern) ? 16 : 0)), isExact);
}
