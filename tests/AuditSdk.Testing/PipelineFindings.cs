using System.Globalization;
using AuditSdk.Semantics.Checks;
using AuditSdk.Semantics.Checks.Fluentd;
using AuditSdk.Semantics.Checks.Pipeline;
using AuditSdk.Semantics.Checks.Policy;
using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd;
using AuditSdk.Semantics.Kubernetes;
using Xunit;

namespace AuditSdk.Testing;

/// <summary>What the checks say of a policy and its pipeline together.</summary>
public static class PipelineFindings
{
    /// <summary>All findings.</summary>
    /// <param name="policy">The policy, in YAML.</param>
    /// <param name="conf">The pipeline.</param>
    /// <param name="flags">Flags of kube-apiserver, one a line.</param>
    /// <param name="release">The Kubernetes release; default: the newest.</param>
    public static IReadOnlyList<Finding> Of(string policy, string conf, string flags = "", string? release = null)
    {
        PolicyCheckOptions policies = new();
        if (release is not null) policies = policies with { Release = release };
        PolicyDocument document = PolicyFile.Read(policy, "policy.yaml", policies.Release).Document!;
        FluentdElement root = ConfParser.Parse(conf, "fluent.conf").Root!;
        Assert.NotNull(document);
        Assert.NotNull(root);
        IReadOnlyList<Finding> all = PipelineChecks.Run(document, root, new PipelineCheckOptions { Policy = policies, Pipeline = new FluentdCheckOptions { Profile = CheckProfile.Default }, AuditLog = LogOf(flags) });
        Assert.All(all.Where(f => f.Origin.File is not null), f => Assert.InRange(f.Origin.Line, 1, conf.Split('\n').Length));
        return all;
    }

    private static AuditLogSettings LogOf(string flags)
    {
        Dictionary<string, string> values = flags.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split('=')).ToDictionary(p => p[0], p => p[1], StringComparer.Ordinal);
        int? Number(string flag) => values.TryGetValue(flag, out string? value) ? int.Parse(value, CultureInfo.InvariantCulture) : null;
        return new AuditLogSettings { Path = values.GetValueOrDefault("--audit-log-path"), MaxSize = Number("--audit-log-maxsize"), MaxBackup = Number("--audit-log-maxbackup"), MaxAge = Number("--audit-log-maxage") };
    }
}
