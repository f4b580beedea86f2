using System.CommandLine;
using System.CommandLine.Help;
using AuditSdk.Cli.Check;
using AuditSdk.Cli.Eval;
using AuditSdk.Cli.Explain;
using AuditSdk.Cli.Fluentd;

namespace AuditSdk.Cli;

/// <summary>The verbs, and how they end.</summary>
internal static class CommandLine
{
    /// <summary>Runs a command line.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(string[] args, Terminal terminal, CancellationToken cancellation = default)
    {
        // A RootCommand would take its name from the file that runs.
        Command root = new("auditsdk", "Checks and evaluates Kubernetes audit policies and fluentd configurations.")
        {
            new HelpOption(),
            new VersionOption(),
            TargetOptions.Kubernetes,
            TargetOptions.Fluentd,
            CheckCommand.Create(terminal),
            EvalCommand.Create(terminal),
            ParseCommand.Create(terminal),
            MatchCommand.Create(terminal),
            RouteCommand.Create(terminal),
            ExplainCommand.Create(terminal),
        };
        ParseResult result = root.Parse(args);
        if (result.Errors.Count > 0) return BadUsage(result, root, terminal);
        InvocationConfiguration configuration = new() { Output = terminal.Out, Error = terminal.Error, EnableDefaultExceptionHandler = false };
        try
        {
            return await result.InvokeAsync(configuration, cancellation);
        }
        catch (UsageException usage)
        {
            return Fail(terminal, usage.Message, ExitCode.BadUsage);
        }
        catch (InputException input)
        {
            return Fail(terminal, input.Message, ExitCode.BadInput);
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Interrupted;
        }
    }

    private static int BadUsage(ParseResult result, Command root, Terminal terminal)
    {
        foreach (string message in result.Errors.Select(e => e.Message).Distinct(StringComparer.Ordinal)) terminal.Error.WriteLine("auditsdk: " + message);
        string verb = result.CommandResult.Command == root ? "" : result.CommandResult.Command.Name + " ";
        terminal.Error.WriteLine($"auditsdk {verb}--help shows what it takes.");
        return ExitCode.BadUsage;
    }

    private static int Fail(Terminal terminal, string message, int code)
    {
        terminal.Error.WriteLine("auditsdk: " + message);
        return code;
    }
}
