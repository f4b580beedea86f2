using AuditSdk.Semantics.Checks;
using AuditSdk.Semantics.Checks.Fluentd;
using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd;
using Xunit;

namespace AuditSdk.Testing;

/// <summary>What the checks say of a fluentd configuration.</summary>
public static class FluentdFindings
{
    /// <summary>The findings of one check; the text must be one that fluentd's parser takes.</summary>
    public static IReadOnlyList<Finding> Of(string id, string conf, CheckProfile profile = CheckProfile.Default)
    {
        IReadOnlyList<Finding> all = ConfFile.Check(conf, "fluent.conf", new FluentdCheckOptions { Profile = profile });
        Assert.DoesNotContain(all, f => f.Id == ConfFile.Syntax.Id);
        return [.. all.Where(f => f.Id == id)];
    }
}
