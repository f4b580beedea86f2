using System.CommandLine;
using AuditSdk.Cli.Fluentd;
using AuditSdk.Semantics.Checks;
using AuditSdk.Semantics.Checks.Fluentd;
using AuditSdk.Semantics.Checks.Pipeline;
using AuditSdk.Semantics.Checks.Policy;
using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd;
using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Cli.Check;

/// <summary><c>check FILE...</c>: every check on policies and configurations of fluentd.</summary>
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
        Argument<string[]> files = new("FILE") { Description = "Audit policies, in YAML or JSON, and fluentd configurations.", Arity = ArgumentArity.OneOrMore };
        Option<string> kind = new("--kind") { Description = "What the files are; otherwise their content tells.", HelpName = "policy|fluentd" };
        kind.AcceptOnlyFromAmong("policy", "fluentd");
        Option<string> format = new("--format") { Description = "How findings are written.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong([.. Formats.Keys]);
        Option<string> profile = new("--profile") { HelpName = "default|cis|strict", DefaultValueFactory = _ => "default", Description = "default: mistakes, losses, leaks, noise. cis: what the CIS Kubernetes Benchmark asks for as well. strict: also what is only worth knowing." };
        profile.AcceptOnlyFromAmong("default", "cis", "strict");
        Option<string[]> plugin = new("--plugin") { HelpName = "NAME", Description = "A type of fluentd plugin of your own; may be repeated." };
        Command command = new("check", "Runs every check on audit policies and fluentd configurations.") { files, kind, format, profile, plugin };
        foreach (Option option in AuditLogOptions.All) command.Add(option);
        command.SetAction((parsed, cancellation) =>
        {
            CheckProfile asked = CheckProfiles.Parse(parsed.GetValue(profile))!.Value;
            FileChecks checks = new(
                parsed.GetValue(kind),
                new PipelineCheckOptions
                {
                    Policy = new PolicyCheckOptions { Release = parsed.GetValue(TargetOptions.Kubernetes)!, Profile = asked },
                    Pipeline = new FluentdCheckOptions { Target = FluentdTarget.Parse(parsed.GetValue(TargetOptions.Fluentd))!, Profile = asked, Types = ValueList.From(parsed.GetValue(plugin) ?? []) },
                    AuditLog = AuditLogOptions.Of(parsed),
                });
            return Task.FromResult(Run(parsed.GetValue(files)!, checks, Formats[parsed.GetValue(format)!], terminal, cancellation));
        });
        return command;
    }

    private static int Run(string[] files, FileChecks checks, Action<IReadOnlyList<Finding>, Terminal> write, Terminal terminal, CancellationToken cancellation)
    {
        List<Finding> findings = [];
        int code = ExitCode.Fine;
        foreach (string file in files)
        {
            try
            {
                findings.AddRange(checks.Run(file, cancellation));
            }
            catch (InputException input)
            {
                // The others are checked all the same.
                terminal.Error.WriteLine("auditsdk: " + input.Message);
                code = ExitCode.BadInput;
            }
        }

        if (code == ExitCode.Fine) findings.AddRange(checks.RunTogether(cancellation));
        write(findings, terminal);
        terminal.Error.WriteLine(Summary(findings, files.Length));
        return code == ExitCode.Fine && findings.Exists(f => f.Severity == FindingSeverity.Error) ? ExitCode.Errors : code;
    }

    /// <summary>The checks of files of either kind.</summary>
    private sealed class FileChecks(string? kind, PipelineCheckOptions options)
    {
        private readonly List<string> _policies = [];
        private readonly List<string> _configurations = [];

        public IReadOnlyList<Finding> Run(string file, CancellationToken cancellation)
        {
            string text = InputFile.ReadPolicy(file);
            bool isConf = kind is null ? FluentdConf.Looks(text) : kind == "fluentd";
            (isConf ? _configurations : _policies).Add(file);
            return isConf
                ? ConfFile.Check(InputFile.Read(file), file, options.Pipeline, IncludedFiles.Read, cancellation)
                : PolicyFile.Check(text, file, options.Policy, cancellation);
        }

        /// <summary>Of more than one of a kind, nobody knows which belong together.</summary>
        public IEnumerable<Finding> RunTogether(CancellationToken cancellation)
            => _policies is [var policy] && _configurations is [var conf] ? FilePair.Check(policy, conf, options, cancellation) : [];
    }

    private static string Summary(List<Finding> findings, int files)
    {
        string In = files == 1 ? "in 1 file" : $"in {files} files";
        int Of(FindingSeverity severity) => findings.Count(f => f.Severity == severity);
        string Counted(int count, string word) => count == 1 ? $"1 {word}" : $"{count} {word}s";
        return $"{Counted(Of(FindingSeverity.Error), "error")}, {Counted(Of(FindingSeverity.Warning), "warning")}, {Of(FindingSeverity.Info)} info {In}";
    }
}
