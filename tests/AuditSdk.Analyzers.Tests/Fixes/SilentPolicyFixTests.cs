using System.Text.Json;
using AuditSdk.Analyzers.Lifting;
using AuditSdk.Analyzers.Remedies;
using AuditSdk.Analyzers.Tests.Lifting;
using AuditSdk.Semantics.Checks;
using AuditSdk.Semantics.Checks.Policy;
using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Analyzers.Tests.Fixes;

/// <summary>
/// The recorded policies that kube-apiserver takes and that do not do what they seem to, written in C#: every change that a finding on them names is made in the source,
/// gives the policy that the change means, and changes no decision but those of the rules it is about.
/// </summary>
public sealed class SilentPolicyFixTests
{
    private static readonly PolicyCheckOptions Strict = new() { Profile = CheckProfile.Strict };

    private static readonly JsonElement[] Silent = [.. JsonDocument.Parse(File.ReadAllText(SourceTree.Vectors("silent.json"))).RootElement.GetProperty("cases").EnumerateArray()];

    public static TheoryData<string> Cases { get; } = new(Silent.Select(Id));

    [Theory]
    [MemberData(nameof(Cases))]
    public void EveryRemedy_IsMadeInSource(string id)
    {
        if (CSharpPolicy.Of(PolicyOf(id)) is not { } source) return; // C# has no way to make this mistake
        LiftedPolicy policy = Lifted.One(UserProject.Of(source).Compiles());
        IReadOnlyList<Finding> findings = PolicyChecks.Run(policy.Document, Strict);
        foreach (Finding finding in findings.Where(f => f.Remedy is PolicyEdit))
        {
            PolicyEdit edit = (PolicyEdit)finding.Remedy!;
            string after = Assert.Single(Fixed.By(edit, source) ?? throw new InvalidOperationException($"{finding.Id} has no fix for {edit} in\n{source}"));
            PolicyDocument expected = PolicyEditor.Apply(policy.Document, edit);
            PolicyDocument actual = Lifted.One(UserProject.Of(after).Compiles()).Document;

            Assert.Equal(Lifted.Text(expected), Lifted.Text(actual));
            Assert.True(PolicyChecks.Run(actual, Strict).Count(f => f.Id == finding.Id) < findings.Count(f => f.Id == finding.Id), $"{finding.Id} is still found after {edit}");
            AssertChangesOnlyWhatItSays(edit, policy.Document, actual);
        }
    }

    [Fact]
    public void SilentPolicies_HaveFixesOfEveryKindThatChecksName()
    {
        SortedSet<string> kinds = new(StringComparer.Ordinal);
        foreach (string id in Silent.Select(Id))
        {
            if (CSharpPolicy.Of(PolicyOf(id)) is not { } source) continue;
            LiftedPolicy policy = Lifted.One(UserProject.Of(source));
            foreach (Finding finding in PolicyChecks.Run(policy.Document, Strict))
            {
                if (finding.Remedy is PolicyEdit edit && EditPlaces.Of(edit, policy) is not null) kinds.Add(edit.GetType().Name);
            }
        }

        Assert.Superset(new HashSet<string> { "AddResources", "AddValues", "InsertRule", "MoveRule", "RemoveField", "RemoveRule", "RemoveValue", "ReplaceText" }, kinds);
    }

    // A rule that decides nothing may go and nothing changes; a rule that comes decides what changes, and one that is changed is the old or the new decider of it.
    private static void AssertChangesOnlyWhatItSays(PolicyEdit edit, PolicyDocument before, PolicyDocument after)
    {
        PolicyDifference difference = PolicyDifference.Of(before, after, new PolicyAnalysisOptions(), default);
        Assert.True(difference.IsComplete);
        foreach (DifferenceRegion region in difference.Regions) Assert.True(IsMeant(edit, region), $"{edit} changes {region}");
        if (edit is RemoveRule) Assert.Empty(difference.Regions);
    }

    private static bool IsMeant(PolicyEdit edit, DifferenceRegion region) => edit switch
    {
        InsertRule insert => region.OtherRule == insert.Before,
        MoveRule move => region.OtherRule == move.Before,
        RemoveRule => false,
        ReplaceText { Path.Rule: var rule } => IsOf(rule, region),
        ReplaceResource { Path.Rule: var rule } => IsOf(rule, region),
        ReplaceField { Rule: var rule } => IsOf(rule, region),
        RemoveValue { Path.Rule: var rule } => IsOf(rule, region),
        RemoveField { Path.Rule: var rule } => IsOf(rule, region),
        AddValues { Path.Rule: var rule } => IsOf(rule, region),
        AddResources { Rule: var rule } => IsOf(rule, region),
        _ => false,
    };

    private static bool IsOf(int rule, DifferenceRegion region) => rule < 0 || region.Rule == rule || region.OtherRule == rule;

    private static string Id(JsonElement silent) => silent.GetProperty("id").GetString()!;

    private static PolicyDocument PolicyOf(string id) => PolicyFile.Read(Silent.Single(c => Id(c) == id).GetProperty("text").GetString()!, null, "1.36").Document ?? new PolicyDocument();
}
