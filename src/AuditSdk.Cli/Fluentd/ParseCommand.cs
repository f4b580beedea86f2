using System.CommandLine;
using System.Text.Json;
using AuditSdk.Semantics.Fluentd;

namespace AuditSdk.Cli.Fluentd;

/// <summary><c>parse CONF</c>: the tree of a configuration as fluentd has it in memory.</summary>
internal static class ParseCommand
{
    public static Command Create(Terminal terminal)
    {
        Argument<string> conf = new("CONF") { Description = "A fluentd configuration." };
        Command command = new("parse", "Shows the tree of a fluentd configuration as JSON, included files in it; Ruby stays as it is written.") { conf };
        command.SetAction(parsed =>
        {
            FluentdElement root = Read(parsed.GetValue(conf)!);
            terminal.Out.WriteLine(JsonText.Of(isIndented: true, json => Write(root, json)));
            return ExitCode.Fine;
        });
        return command;
    }

    /// <summary>The tree of a file.</summary>
    /// <exception cref="InputException">The file is not there, no text, or fluentd's parser refuses it or a file that it includes.</exception>
    internal static FluentdElement Read(string path)
    {
        ConfParseResult result = ConfParser.Parse(InputFile.Read(path), path, IncludedFiles.Read);
        if (result.Root is { } root) return root;
        ConfParseError error = result.Error!;
        throw new InputException($"{error.Origin.File}:{error.Origin.Line}:{error.Origin.Column}: fluentd does not read it: {error.Message}.");
    }

    private static void Write(FluentdElement element, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("name", element.Name);
        json.WriteString("arg", element.Argument);
        json.WriteStartArray("attrs");
        foreach ((string key, FluentdValue value) in Attributes(element))
        {
            json.WriteStartArray();
            json.WriteStringValue(key);
            Write(value, json);
            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteStartArray("elements");
        foreach (FluentdElement child in element.Elements) Write(child, json);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    // fluentd keeps one value a key: the last, at the place of the first.
    private static IEnumerable<(string Key, FluentdValue Value)> Attributes(FluentdElement element)
        => element.Parameters.GroupBy(p => p.Key, StringComparer.Ordinal).Select(g => (g.Key, g.Last().Value));

    // Either of the two words anywhere in a text is the whole value.
    private static void Write(FluentdValue value, Utf8JsonWriter json)
    {
        string? special = value.Parts?.Where(p => p.IsRuby).Select(p => p.Text.Trim() switch { "use_nil" => "nil", "use_default" => "default", _ => null }).FirstOrDefault(s => s is not null);
        if (special is null)
        {
            json.WriteStringValue(value.Source);
            return;
        }

        json.WriteStartObject();
        json.WriteString("special", special);
        json.WriteEndObject();
    }
}
