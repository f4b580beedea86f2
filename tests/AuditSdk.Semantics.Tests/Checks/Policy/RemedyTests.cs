using System.Text.RegularExpressions;
using AuditSdk.Semantics.Checks;
using AuditSdk.Semantics.Checks.Policy;
using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Semantics.Tests.Checks.Policy;

/// <summary>What a finding offers as its remedy takes the finding away.</summary>
public sealed partial class RemedyTests
{
    public static TheoryData<string> Pages => [.. Directory.EnumerateFiles(Path.Combine(SourceTree.Root, "docs", "rules"), "AUD1*.md").Where(f => !Path.GetFileName(f).StartsWith("AUD11", StringComparison.Ordinal) && Bad().IsMatch(File.ReadAllText(f))).Select(f => Path.GetFileNameWithoutExtension(f)!)];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Remedy_TakesItsFindingAway(string page)
    {
        string text = Bad().Match(File.ReadAllText(Path.Combine(SourceTree.Root, "docs", "rules", page + ".md"))).Groups[1].Value;
        PolicyDocument policy = PolicyFile.Read(text, null, "1.36").Document!;
        PolicyCheckOptions options = new() { Profile = CheckProfile.Strict };

        IReadOnlyList<Finding> found = PolicyChecks.Run(policy, options);
        foreach (Finding finding in found)
        {
            if (finding.Remedy is not PolicyEdit edit) continue;
            PolicyDocument corrected = PolicyEditor.Apply(policy, edit);

            int left = PolicyChecks.Run(corrected, options).Count(f => f.Id == finding.Id);
            Assert.True(left < found.Count(f => f.Id == finding.Id), $"{finding.Id} stays after: {edit.Title}");
        }
    }

    [GeneratedRegex("\nBad:\n\n```yaml\n(.*?)```\n", RegexOptions.Singleline)]
    private static partial Regex Bad();
}
