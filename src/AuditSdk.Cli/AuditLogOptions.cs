using System.CommandLine;
using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Cli;

/// <summary>What is known of the log that kube-apiserver writes, by the names of its flags.</summary>
internal static class AuditLogOptions
{
    private static readonly Option<string?> Path = new("--audit-log-path") { HelpName = "FILE", Description = "The file that kube-apiserver writes its audit log to; a policy and a configuration given together are checked against it." };
    private static readonly Option<int?> MaxSize = Number("--audit-log-maxsize", "MIB", "The size at which it is rotated.");
    private static readonly Option<int?> MaxBackup = Number("--audit-log-maxbackup", "COUNT", "How many rotated logs are kept; 0 for any number.");
    private static readonly Option<int?> MaxAge = Number("--audit-log-maxage", "DAYS", "How long rotated logs are kept; 0 for ever.");

    public static IEnumerable<Option> All => [Path, MaxSize, MaxBackup, MaxAge];

    public static AuditLogSettings Of(ParseResult parsed)
        => new() { Path = parsed.GetValue(Path), MaxSize = parsed.GetValue(MaxSize), MaxBackup = parsed.GetValue(MaxBackup), MaxAge = parsed.GetValue(MaxAge) };

    private static Option<int?> Number(string name, string unit, string description) => new(name)
    {
        HelpName = unit,
        Description = description,
        Validators = { result => { if (result.Tokens is [{ Value: ['-', ..] }]) result.AddError($"{name} cannot be negative: kube-apiserver refuses it."); } },
    };
}
