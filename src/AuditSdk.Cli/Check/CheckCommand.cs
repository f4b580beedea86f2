using System.CommandLine;
using AuditSdk.Semantics.Checks;
using AuditSdk.Semantics.Checks.Policy;
using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Cli.Check;

/// <summary><c>check FILE...</c>: every check on policies.</summary>
internal static class CheckCommand
{
    private static readonly Dictionary<string, Action<IReadOnlyList<Finding>, Terminal>> Formats = new(StringComparer.Ordinal)
    {
        ["text"] = TextReport.Write,
        ["json"] = JsonReport.Write,
        ["sarif"] = SarifReport.Write,
        ["github"] = GitHubReport.Write,
    };

    public static Command Create(Terminal terminal)
    {
        Argument<string[]> files = new("FILE") { Description = "Audit policies, in YAML or JSON.", Arity = ArgumentArity.OneOrMore };
        Option<string> kind = new("--kind") { Description = "What the files are; otherwise their content tells.", HelpName = "policy" };
        kind.AcceptOnlyFromAmong("policy");
        Option<string> format = new("--format") { Description = "How findings are written.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong([.. Formats.Keys]);
        Option<string> profile = new("--profile") { HelpName = "default|cis|strict", DefaultValueFactory = _ => "default", Description = "default: mistakes, losses, leaks, noise. cis: what the CIS Kubernetes Benchmark asks for as well. strict: also what is only worth knowing." };
        profile.AcceptOnlyFromAmong("default", "cis", "strict");
        Command command = new("check", "Runs every check on audit policies.") { files, kind, format, profile };
        command.SetAction((parsed, cancellation) =>
        {
            PolicyCheckOptions options = new() { Release = parsed.GetValue(TargetOptions.Kubernetes)!, Profile = CheckProfiles.Parse(parsed.GetValue(profile))!.Value };
            return Task.FromResult(Run(parsed.GetValue(files)!, parsed.GetValue(kind) is not null, Formats[parsed.GetValue(format)!], options, terminal, cancellation));
        });
        return command;
    }

    private static int Run(string[] files, bool isPolicy, Action<IReadOnlyList<Finding>, Terminal> write, PolicyCheckOptions options, Terminal terminal, CancellationToken cancellation)
    {
        List<Finding> findings = [];
        int code = ExitCode.Fine;
        foreach (string file in files)
        {
            try
            {
                string text = InputFile.ReadPolicy(file);
                if (!isPolicy && FluentdConf.Looks(text)) throw new UsageException($"{file} looks like a fluentd configuration, and only audit policies are checked. With --kind policy it is checked as one.");
                findings.AddRange(PolicyFile.Check(text, file, options, cancellation));
            }
            catch (Exception exception) when (exception is InputException or UsageException)
            {
                // The others are checked all the same.
                terminal.Error.WriteLine("auditsdk: " + exception.Message);
                code = Math.Max(code, exception is InputException ? ExitCode.BadInput : ExitCode.BadUsage);
            }
        }

        write(findings, terminal);
        terminal.Error.WriteLine(Summary(findings, files.Length));
        return code == ExitCode.Fine && findings.Exists(f => f.Severity == FindingSeverity.Error) ? ExitCode.Errors : code;
    }

    private static string Summary(List<Finding> findings, int files)
    {
        string In = files == 1 ? "in 1 file" : $"in {files} files";
        int Of(FindingSeverity severity) => findings.Count(f => f.Severity == severity);
        string Counted(int count, string word) => count == 1 ? $"1 {word}" : $"{count} {word}s";
        return $"{Counted(Of(FindingSeverity.Error), "error")}, {Counted(Of(FindingSeverity.Warning), "warning")}, {Of(FindingSeverity.Info)} info {In}";
    }
}
