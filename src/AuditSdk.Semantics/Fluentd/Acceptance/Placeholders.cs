using System.Globalization;
using System.Text.RegularExpressions;

namespace AuditSdk.Semantics.Fluentd.Acceptance;

/// <summary>What <c>placeholder_validate!</c> refuses: placeholders of a text and chunk keys of the buffer have to belong together (plugin/output.rb of 1.18).</summary>
internal static class Placeholders
{
    private static readonly (double Seconds, string Title, string Example)[] Units = [(1, "second", "%S"), (60, "minute", "%M"), (3600, "hour", "%H"), (86400, "day", "%d")];

    /// <summary>The first thing that does not belong together; null where all does.</summary>
    /// <param name="output">The output's chunk keys.</param>
    /// <param name="name">The parameter, for the message.</param>
    /// <param name="text">Its text.</param>
    /// <param name="checksTime">False to leave out time.</param>
    /// <param name="checksKeys">False to leave out tag and keys.</param>
    public static IEnumerable<(FluentdCause Cause, string Message, string? Subject)> Errors(OutputState output, string name, string text, bool checksTime = true, bool checksKeys = true)
    {
        string parameter = $"Parameter '{name}: {text}'";
        if (checksTime && Time(output, parameter, text) is { } time) yield return time;
        if (!checksKeys) yield break;
        if (Tag(output, parameter, text) is { } tag) yield return tag;
        if (output.Keys is not null && Keys(output.Keys, parameter, text) is { } keys) yield return keys;
    }

    /// <summary>The chunk keys that a text asks for, but tag, sorted.</summary>
    public static IReadOnlyList<string> KeysOf(string text)
        => [.. Regex.Matches(text, @"\$\{([-_.@$a-zA-Z0-9]+)\}", RegexOptions.CultureInvariant).Cast<Match>().Select(m => m.Groups[1].Value).Where(k => k is not ("tag" or "chunk_id")).OrderBy(k => k, StringComparer.Ordinal)];

    /// <summary>True where a text asks for the tag or a part of it.</summary>
    public static bool HasTag(string text) => Regex.IsMatch(text, @"\$\{tag(\[-?[0-9]+\])?\}", RegexOptions.CultureInvariant);

    /// <summary>The seconds of the finest unit of time that a text asks for; null where it asks for none.</summary>
    public static double? Unit(string text) => FinestUnit(text)?.Item1;

    private static (FluentdCause, string, string?)? Time(OutputState output, string parameter, string text)
    {
        (double Seconds, string Title, string Example)? unit = FinestUnit(text);
        double? timekey = output.ByTime ? output.Timekey : null;
        if (output.ByTime && timekey is null) return null;
        string whole = timekey is { } seconds ? Math.Truncate(seconds).ToString(CultureInfo.InvariantCulture) : "";
        if (unit is null && timekey is not null) return (FluentdCause.ChunkKeyWithoutPlaceholder, $"{parameter} doesn't have timestamp placeholders for timekey {whole}", "time");
        if (unit is not null && timekey is null) return (FluentdCause.PlaceholderWithoutChunkKey, $"{parameter} has timestamp placeholders, but chunk key 'time' is not configured", "time");
        if (unit is { } has && timekey < has.Seconds) return (FluentdCause.ChunkKeyWithoutPlaceholder, $"{parameter} doesn't have timestamp placeholder for {has.Title}('{has.Example}') for timekey {whole}", "time");
        return null;
    }

    private static (FluentdCause, string, string?)? Tag(OutputState output, string parameter, string text)
    {
        if (output.Keys is null) return null;
        bool hasTag = HasTag(text);
        if (output.ByTag && !hasTag) return (FluentdCause.ChunkKeyWithoutPlaceholder, $"{parameter} doesn't have tag placeholder", "tag");
        if (!output.ByTag && hasTag) return (FluentdCause.PlaceholderWithoutChunkKey, $"{parameter} has tag placeholders, but chunk key 'tag' is not configured", "tag");
        return null;
    }

    private static (FluentdCause, string, string?)? Keys(IReadOnlyList<string> chunkKeys, string parameter, string text)
    {
        IReadOnlyList<string> keys = KeysOf(text);
        string[] unnamed = [.. chunkKeys.Where(k => !keys.Contains(k)).OrderBy(k => k, StringComparer.Ordinal)];
        if (unnamed.Length > 0) return (FluentdCause.ChunkKeyWithoutPlaceholder, $"{parameter} doesn't have enough placeholders for keys {string.Join(",", unnamed)}", unnamed[0]);
        string[] unknown = [.. keys.Where(k => !chunkKeys.Contains(k))];
        if (unknown.Length > 0) return (FluentdCause.PlaceholderWithoutChunkKey, $"{parameter} has placeholders, but chunk keys doesn't have keys {string.Join(",", unknown)}", unknown[0]);
        return null;
    }

    // fluentd writes the first of January 2016 by the text and then a second, minute, hour and day later: the first that changes something is the unit.
    private static (double, string, string)? FinestUnit(string text)
    {
        string directives = TimeDirectives.Of(text);
        return directives.Any(d => "SsTXcrQ".IndexOf(d) >= 0) ? Units[0]
            : directives.Any(d => "MR".IndexOf(d) >= 0) ? Units[1]
            : directives.Any(d => "HkIl".IndexOf(d) >= 0) ? Units[2]
            : directives.Any(d => "dejaAuwDFxv".IndexOf(d) >= 0) ? Units[3]
            : null;
    }
}

/// <summary>The directives of Ruby's strftime in a text.</summary>
internal static class TimeDirectives
{
    private const string Known = "YCymBbhjdeHkIlPpMSLNzZAauwGgVUWstTnDFxvXrRc+%";

    /// <summary>Their letters in order; <c>%%</c> and what strftime does not know are not among them.</summary>
    public static string Of(string text)
    {
        System.Text.StringBuilder letters = new();
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] != '%') continue;
            int end = i + 1;
            while (end < text.Length && "-0^#_:".IndexOf(text[end]) >= 0) end++;
            while (end < text.Length && text[end] is >= '0' and <= '9') end++;
            string known = end == text.Length ? "" : text[end] == 'E' ? "cCxXyY" : text[end] == 'O' ? "deHIklmMSuUVwWy" : Known;
            if (known != Known) end++;
            if (end >= text.Length || known.IndexOf(text[end]) < 0) continue;
            if (text[end] is not ('%' or 'n' or 't')) letters.Append(text[end]);
            i = end;
        }

        return letters.ToString();
    }
}
