using System.Text;
using AuditSdk.Semantics.Documents;

namespace AuditSdk.Cli;

/// <summary>Where a command reads and writes: data from <see cref="In"/> and to <see cref="Out"/>, words for people to <see cref="Error"/>.</summary>
internal sealed record Terminal(TextReader In, TextWriter Out, TextWriter Error, bool HasColour)
{
    private const string Reset = "\u001b[0m";

    /// <summary>The process's own. Colour is for a person at a terminal who did not switch it off.</summary>
    public static Terminal OfProcess()
    {
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        Console.InputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        bool isQuiet = IsSet("NO_COLOR") || IsSet("CI") || Console.IsOutputRedirected;
        return new Terminal(Console.In, Console.Out, Console.Error, !isQuiet);
    }

    /// <summary>A severity's word in its colour.</summary>
    public string Word(FindingSeverity severity) => severity switch
    {
        FindingSeverity.Error => Coloured("error", "\u001b[31m"),
        FindingSeverity.Warning => Coloured("warning", "\u001b[33m"),
        _ => Coloured("info", "\u001b[36m"),
    };

    /// <summary>A heading.</summary>
    public string Heading(string text) => Coloured(text, "\u001b[1m");

    private string Coloured(string text, string colour) => HasColour ? colour + text + Reset : text;

    private static bool IsSet(string variable) => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(variable));
}
