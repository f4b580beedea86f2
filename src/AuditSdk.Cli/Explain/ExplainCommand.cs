using System.CommandLine;

namespace AuditSdk.Cli.Explain;

/// <summary><c>explain AUDnnnn</c>: the page of a check.</summary>
internal static class ExplainCommand
{
    public static Command Create(Terminal terminal)
    {
        Argument<string> id = new("ID") { Description = "The id of a finding, such as AUD1101." };
        Command command = new("explain", "Prints the page of a check: cause, why, example, fix.") { id };
        command.SetAction(parsed =>
        {
            Print(RulePages.Of(parsed.GetValue(id)!), terminal);
            return ExitCode.Fine;
        });
        return command;
    }

    private static void Print(string page, Terminal terminal)
    {
        bool isCode = false;
        foreach (string line in page.TrimEnd().Split('\n'))
        {
            isCode ^= line.StartsWith("```", StringComparison.Ordinal);
            bool isHeading = !isCode && line.StartsWith('#');
            terminal.Out.WriteLine(isHeading ? terminal.Heading(line) : line);
        }
    }
}
