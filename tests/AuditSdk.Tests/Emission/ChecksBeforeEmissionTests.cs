using AuditSdk.Emission;
using AuditSdk.Kubernetes;
using AuditSdk.Semantics.Documents;

namespace AuditSdk.Tests.Emission;

/// <summary>The build checks the real objects before it writes: what the compiler could not see is found, what it told is not told again.</summary>
public sealed class ChecksBeforeEmissionTests
{
    private const string EveryRuleIsNone = "AUD1004";

    private static readonly AuditPolicy LogNothing = new() { Rules = [new(Level.None)] };

    private readonly FindingSink _findings = new();

    [Fact]
    public void Finding_IsToldAtThePolicyAndTheFileIsWritten()
    {
        IEnumerable<EmittedFile> files = Run("");
        Finding finding = Assert.Single(_findings.Findings, f => f.Id == EveryRuleIsNone);
        Assert.Equal(FindingSeverity.Warning, finding.Severity);
        Assert.EndsWith("ChecksBeforeEmissionTests.cs", finding.Origin.File, StringComparison.Ordinal);
        Assert.Single(files);
    }

    [Fact]
    public void SeverityOfTheProject_IsTaken()
    {
        Assert.Empty(Run("AUD1004=error"));
        Assert.Equal(FindingSeverity.Error, Assert.Single(_findings.Findings, f => f.Id == EveryRuleIsNone).Severity);
    }

    [Fact]
    public void CheckThatIsSwitchedOff_IsSilent()
    {
        Assert.Single(Run("AUD1000=error AUD1004=none"));
        Assert.DoesNotContain(_findings.Findings, f => f.Id == EveryRuleIsNone);
    }

    [Fact]
    public void FindingThatTheCompilerTold_IsNotToldAgain()
    {
        (string, string, string?)? asked = null;
        Run("", (id, member, path) =>
        {
            if (id == EveryRuleIsNone) asked = (id, member, path);
            return true;
        });
        Assert.Equal((EveryRuleIsNone, "Cluster.Policy", null), asked);
        Assert.Empty(_findings.Findings);
    }

    [Theory]
    [InlineData("profile", "hard", "AUD9018")]
    [InlineData("kubernetes", "latest", "AUD9016")]
    public void PropertyThatMeansNothing_IsRefused(string name, string value, string id)
    {
        CheckSettings.Verify(new Dictionary<string, string> { [name] = value }, _findings);
        Finding finding = Assert.Single(_findings.Findings);
        Assert.Equal(id, finding.Id);
        Assert.Contains($"'{value}'", finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("profile", "")]
    [InlineData("profile", "default")]
    [InlineData("profile", "cis")]
    [InlineData("profile", "strict")]
    [InlineData("kubernetes", "1.34")]
    public void PropertyThatMeansSomething_IsTaken(string name, string value)
    {
        CheckSettings.Verify(new Dictionary<string, string> { [name] = value }, _findings);
        Assert.Empty(_findings.Findings);
    }

    private IReadOnlyList<EmittedFile> Run(string severities, Func<string, string, string?, bool>? isTold = null)
    {
        EmissionRegistry registry = new();
        registry.Add(new EmissionTarget("a.yaml", "Cluster.Policy", "Cluster.cs", 7, Severities: severities), () => LogNothing);
        EmissionRun run = new(new Dictionary<string, string>(), (id, member, path, _, _) => isTold?.Invoke(id, member, path) ?? false, _findings);
        run.Evaluate(Assert.Single(registry.Definitions), typeof(ChecksBeforeEmissionTests).Assembly);
        return _findings.HasErrors ? [] : [.. run.Files];
    }
}
