using System.CommandLine;
using System.Text.Json;
using AuditSdk.Semantics.Fluentd.Tags;

namespace AuditSdk.Cli.Fluentd;

/// <summary><c>match</c>: whether patterns match tags, line by line.</summary>
internal static class MatchCommand
{
    public static Command Create(Terminal terminal)
    {
        Command command = new("match", "Reads lines {\"pattern\":\"a.**\",\"tag\":\"a.b\"} and says of each whether <match PATTERN> takes the tag.");
        command.SetAction((_, cancellation) =>
        {
            int number = 0;
            while (terminal.In.ReadLine() is { } line)
            {
                cancellation.ThrowIfCancellationRequested();
                number++;
                if (!string.IsNullOrWhiteSpace(line)) terminal.Out.WriteLine(Answer(line.TrimStart('\ufeff'), number));
            }

            return Task.FromResult(ExitCode.Fine);
        });
        return command;
    }

    private static string Answer(string line, int number)
    {
        (string argument, string tag) = Read(line, number);
        TagPattern? pattern = TagPattern.Parse(argument, out string? error);
        return JsonText.Of(isIndented: false, json =>
        {
            json.WriteStartObject();
            if (pattern?.Matches(tag) is { } matches) json.WriteBoolean("match", matches);
            else json.WriteString("error", error ?? "The pattern is a regular expression that is Ruby's alone.");
            json.WriteEndObject();
        });
    }

    private static (string Pattern, string Tag) Read(string line, int number)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(line);
            if (document.RootElement is { ValueKind: JsonValueKind.Object } asked && Text(asked, "pattern") is { } pattern && Text(asked, "tag") is { } tag) return (pattern, tag);
        }
        catch (JsonException)
        {
        }

        throw new InputException($"line {number} is no question: write {{\"pattern\":\"a.**\",\"tag\":\"a.b\"}}.");
    }

    private static string? Text(JsonElement asked, string name) => asked.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
