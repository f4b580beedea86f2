using System.CommandLine;
using System.CommandLine.Parsing;
using AuditSdk.Semantics.Fluentd;
using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Cli;

/// <summary>The programs that will read the files; on every verb.</summary>
internal static class TargetOptions
{
    private static readonly IReadOnlyList<string> Releases = ResourceCatalog.Kubernetes.Releases;

    public static Option<string> Kubernetes { get; } = new("--kubernetes")
    {
        Description = "The release of Kubernetes that will read the policy.",
        HelpName = "RELEASE",
        DefaultValueFactory = _ => Releases[^1],
        Recursive = true,
        Validators = { IsRelease },
    };

    public static Option<string> Fluentd { get; } = new("--fluentd")
    {
        Description = "The fluentd that will read the configuration.",
        HelpName = "VERSION",
        DefaultValueFactory = _ => "1.18",
        Recursive = true,
        Validators = { IsVersion },
    };

    private static void IsRelease(OptionResult result)
    {
        if (result.Tokens is [{ Value: var release }] && !Releases.Contains(release)) result.AddError($"--kubernetes {release} is no release that is known here; it is one of {string.Join(", ", Releases)}.");
    }

    private static void IsVersion(OptionResult result)
    {
        if (result.Tokens is [{ Value: var version }] && FluentdTarget.Parse(version) is null) result.AddError($"--fluentd {version} is no fluentd that is known here; write \"td-agent 4\", \"fluent-package 5\", or a version such as 1.18.");
    }
}
