using System.Text;
using AuditSdk.Semantics.Fluentd.Routing.Records;

namespace AuditSdk.Semantics.Fluentd;

/// <summary>The lines around an error as fluentd prints them, by its own arithmetic: the position in bytes, the lines in characters.</summary>
internal static class ConfSample
{
    public static string Message(string message, ConfScanner scanner)
    {
        string? file = scanner.FileName;
        string name = file is null ? "" : file.Substring(file.LastIndexOfAny(['/', '\\']) + 1);
        return $"{message} at {name} {Lines(scanner.Text, scanner.Position)}";
    }

    private static string Lines(string text, int end)
    {
        int position = Encoding.UTF8.GetByteCount(text.Substring(0, Math.Min(end, text.Length)));
        string? above = null;
        for (int start = 0, number = 1; start < text.Length; number++)
        {
            string line = LineAt(text, start);
            start += line.Length;
            int size = line.Length - line.Count(char.IsLowSurrogate);
            if (size < position)
            {
                position -= size;
                above = line;
                continue;
            }

            StringBuilder sample = new($"line {number},{position}\n");
            if (above is not null) sample.Append($"{number - 1,3}: {above}");
            sample.Append($"{number,3}: {line}").Append($"\n     {new string('-', position)}^\n");
            if (start < text.Length) sample.Append($"{number + 1,3}: {LineAt(text, start)}");
            return sample.ToString();
        }

        // With more bytes than characters its count runs past all lines, and it prints them as Ruby shows an array.
        return $"[{string.Join(", ", All(text).Select(RubyInspect.Of))}]";
    }

    private static IEnumerable<string> All(string text)
    {
        for (int start = 0; start < text.Length;)
        {
            string line = LineAt(text, start);
            start += line.Length;
            yield return line;
        }
    }

    private static string LineAt(string text, int start)
    {
        int feed = text.IndexOf('\n', start);
        return text.Substring(start, (feed < 0 ? text.Length : feed + 1) - start);
    }
}
