using AuditSdk.Semantics.Checks;
using AuditSdk.Semantics.Checks.Fluentd;
using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd;
using Xunit;

namespace AuditSdk.Testing;

/// <summary>What the checks say of a fluentd configuration.</summary>
public static class FluentdFindings
{
    /// <summary>The findings of one check, each of them on a line of the text.</summary>
    public static IReadOnlyList<Finding> Of(string id, string text, CheckProfile profile = CheckProfile.Default, string? target = null)
    {
        FluentdCheckOptions options = new() { Profile = profile, Target = FluentdTarget.Parse(target)! };
        IReadOnlyList<Finding> all = ConfFile.Check(text, "fluent.conf", options);
        Assert.All(all, f => Assert.Equal("fluent.conf", f.Origin.File));
        Assert.All(all.Where(f => f.Id == id), f => Assert.InRange(f.Origin.Line, 1, text.Split('\n').Length));
        return [.. all.Where(f => f.Id == id)];
    }
}
