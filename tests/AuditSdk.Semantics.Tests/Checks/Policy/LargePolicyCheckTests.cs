using AuditSdk.Benchmarks.Policies;
using AuditSdk.Semantics.Checks;
using AuditSdk.Semantics.Checks.Policy;
using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes;
using static AuditSdk.Testing.PolicyBuilder;

namespace AuditSdk.Semantics.Tests.Checks.Policy;

/// <summary>What a policy without end, or made to blow the analysis up, may cost.</summary>
public sealed class LargePolicyCheckTests
{
    private const long Budget = 400_000;

    [Theory]
    [InlineData(CheckProfile.Default)]
    [InlineData(CheckProfile.Strict)]
    public void PolicyThatBlowsUp_IsCheckedWithinOneBudget(CheckProfile profile)
    {
        PolicyCheckContext context = new(GeneratedPolicies.BlowUp(300), new() { WorkBudget = Budget, Profile = profile });
        context.Prepare();
        foreach (PolicyCheck check in PolicyChecks.All) context.FindingsOf(check);

        // Every question may end a step late.
        Assert.InRange(context.Analysis.WorkUsed, Budget / 4, 2 * Budget);
    }

    [Fact]
    public void LeakBehindRulesThatBlowUp_IsStillFound()
    {
        PolicyDocument blowUp = GeneratedPolicies.BlowUp(300);
        Node<PolicyRuleNode> leak = Node<PolicyRuleNode>.Of(Rule("Request", users: ["leaker"], verbs: ["update"], resources: [Entry("", ["secrets"])]));
        PolicyDocument policy = blowUp with { Rules = Node<ValueList<Node<PolicyRuleNode>>>.Of(ValueList.From(new[] { leak }.Concat(blowUp.Rules.Value))) };

        Assert.Contains(PolicyChecks.Run(policy, new() { WorkBudget = Budget }), f => f.Id == "AUD1080" && f.Path == "rules[0].level");
    }

    [Fact]
    public void FindingsWithoutEnd_AreCountedAndNotListed()
    {
        string[] names = [.. Enumerable.Range(0, 150).Select(i => "Foo" + i)];

        IReadOnlyList<Finding> findings = [.. PolicyChecks.Run(PolicyOf(Rule("Metadata", resources: [Entry("example.com", names)])), new()).Where(f => f.Id == "AUD1020")];

        Assert.Equal(101, findings.Count);
        Assert.Equal("50 more findings of AUD1020 from here on are not listed: No resource has this name.", findings[100].Message);
        Assert.Equal("rules[0].resources[0].resources[100]", findings[100].Path);
    }

    [Fact]
    public void OneHundredFindings_AreListed()
    {
        string[] names = [.. Enumerable.Range(0, 100).Select(i => "Foo" + i)];

        Assert.Equal(100, PolicyChecks.Run(PolicyOf(Rule("Metadata", resources: [Entry("example.com", names)])), new()).Count(f => f.Id == "AUD1020"));
    }
}
