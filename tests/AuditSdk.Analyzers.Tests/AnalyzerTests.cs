using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace AuditSdk.Analyzers.Tests;

public sealed class AnalyzerTests
{
    private const string Silent = "new() { Rules = [new(None)] }";

    [Theory]
    [InlineData("AuditPolicy Policy { get; } = {|AUD1004:new()|} { Rules = [new(None)] };")]
    [InlineData("AuditPolicy Policy => {|AUD1004:new AuditPolicy|} { Rules = [new(None)] };")]
    [InlineData("AuditPolicy Policy() => {|AUD1004:new AuditPolicy()|}\n{\n    Rules = [new(None)],\n};")]
    [InlineData("AuditPolicy Policy { get { return {|AUD1004:Base with|} { Name = \"n\" }; } } static AuditPolicy Base => new() { Rules = [new(None)] };")]
    [InlineData("AuditPolicy Policy => Base; static AuditPolicy Base => {|AUD1004:new()|} { Rules = [new(None)] };")]
    [InlineData("(string, AuditPolicy)[] Policies => [(\"a\", {|AUD1004:new()|} { Rules = [new(None)] }), (\"b\", new() { Rules = [new(Metadata)] })];")]
    public void Definition_HasItsFindings(string member)
        => Checked.AssertMarks($$"""[AuditConfig] public static class Cluster { [EmitAs("p.yaml")] public static {{member}} }""");

    [Theory]
    [InlineData("[EmitAs(\"p.yaml\")] public static AuditPolicy Policy => new() { Rules = [new(None), .. Environment.GetCommandLineArgs().Select(a => new PolicyRule(None))] };")]
    [InlineData("[EmitAs(\"p.yaml\")] public static AuditPolicy Policy => Environment.MachineName == \"x\" ? new() { Rules = [new(None)] } : new() { Rules = [new(None)] };")]
    [InlineData("public static AuditPolicy NotMarked => new() { Rules = [new(None)] };")]
    [InlineData("[EmitAs(\"p.conf\")] public static FluentdConfig Agent => new([]);")]
    [InlineData("[EmitAs(\"p.yaml\")] public static AuditPolicy? Nothing => null;")]
    public void WhatIsNotSureOrNotMarked_HasNone(string member)
        => Checked.AssertMarks($$"""[AuditConfig] public static class Cluster { {{member}} }""");

    [Fact]
    public void DefinitionInAnotherFile_IsToldWhereItIsUsed()
    {
        ImmutableArray<Diagnostic> found = Checked.AssertMarks(
            """[AuditConfig] public static class Cluster { [EmitAs("p.yaml")] public static AuditPolicy Policy => {|AUD1004:Shared.Policy|}; }""",
            $$"""static class Shared { public static AuditPolicy Policy => {{Silent}}; }""");

        Location definition = Assert.Single(Assert.Single(found).AdditionalLocations);
        Assert.Equal("/infra/File1.cs", definition.SourceTree!.FilePath);
        Assert.Equal("new()", definition.SourceTree.ToString().Substring(definition.SourceSpan.Start, definition.SourceSpan.Length));
    }

    [Fact]
    public void FindingOfAFleet_IsToldOnce()
    {
        Diagnostic found = Assert.Single(Checked.AssertMarks(Fleet("")));

        Assert.DoesNotContain("policy of", found.GetMessage(), StringComparison.Ordinal);
    }

    [Fact]
    public void FindingOfOneOfAFleet_NamesIt()
    {
        Diagnostic found = Assert.Single(Checked.AssertMarks(Fleet(".. name == \"b\" ? [new PolicyRule(Metadata)] : new PolicyRule[0]")));

        Assert.EndsWith(" (In the policy of 'a'.)", found.GetMessage(), StringComparison.Ordinal);
    }

    [Fact]
    public void FindingInWhatDefinitionsShare_IsToldOnce()
    {
        Diagnostic found = Assert.Single(Checked.AssertMarks("""
            [AuditConfig] public static class Cluster
            {
                [EmitAs("p.yaml")] public static AuditPolicy P => new() { Rules = Common };
                [EmitAs("r.yaml")] public static AuditPolicy R => new() { Rules = [new(Metadata) { Users = ["a"] }, .. Common] };
                static readonly PolicyRule[] Common = [new(None) { Verbs = [{|AUD1049:"gett"|}] }, new(Metadata)];
            }
            """));

        Assert.Equal("Cluster.P\trules[0].verbs[0]\nCluster.R\trules[1].verbs[0]", found.Properties["told"]);
    }

    [Fact]
    public void RuleThatDefinitionsShare_IsNamedByItsPlaceWhereItsNumbersDiffer()
    {
        Diagnostic found = Assert.Single(Checked.AssertMarks("""
            [AuditConfig] public static class Cluster
            {
                [EmitAs("p.yaml")] public static AuditPolicy P => new() { Rules = Common };
                [EmitAs("r.yaml")] public static AuditPolicy R => new() { Rules = [new(None) { Users = ["a"] }, .. Common] };
                static readonly PolicyRule[] Common = [new(Metadata), {|AUD1001:new(Request)|} { Users = ["b"] }];
            }
            """), d => d.Id == "AUD1001");

        Assert.Contains("the rule at (5,44) takes every request of the rule at (5,59). The rule at (5,44) decides Metadata", found.GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
        Assert.Equal("Cluster.P\trules[1]\nCluster.R\trules[2]", found.Properties["told"]);
    }

    [Fact]
    public void RuleBehindAnUnknownNumberOfRules_HasNoNumber()
    {
        ImmutableArray<Diagnostic> found = Checked.AssertMarks("""
            [AuditConfig] public static class Cluster
            {
                [EmitAs("p.yaml")] public static AuditPolicy P => new() { Rules = [
                    new(None) { Verbs = [{|AUD1049:"lst"|}] }, .. Loop(), new(None) { Verbs = [{|AUD1049:"gett"|}] }, new(Metadata),
                    {|AUD1001:new(Request)|} { Users = ["a"] }] };
                static List<PolicyRule> Loop() { List<PolicyRule> rules = []; for (int i = 0; i < 3; i++) rules.Add(new(None) { Users = ["u" + i] }); return rules; }
            }
            """);

        Assert.Equal(["Cluster.P\trules[0].verbs[0]", "Cluster.P\trules[*].verbs[*]\t4", "Cluster.P\trules[*]\t5"], found.Where(d => d.Id is "AUD1001" or "AUD1049").Select(d => d.Properties["told"]));
        Diagnostic unreachable = Assert.Single(found, d => d.Id == "AUD1001");
        Assert.DoesNotContain("rules[", unreachable.GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
        Assert.Contains("the rule at (5,9)", unreachable.GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
        Assert.DoesNotContain("rules[", unreachable.Properties.GetValueOrDefault("title") ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public void Descriptors_SayWhatTheChecksSay()
    {
        Assert.Equal(AuditSdk.Semantics.Checks.Policy.PolicyChecks.All.Count, new AuditPolicyAnalyzer().SupportedDiagnostics.Length);
        Assert.All(AuditSdk.Semantics.Checks.Policy.PolicyChecks.All, check =>
        {
            DiagnosticDescriptor descriptor = Assert.Single(new AuditPolicyAnalyzer().SupportedDiagnostics, d => d.Id == check.Descriptor.Id);
            Assert.Equal(check.Descriptor.Title, descriptor.Title.ToString(System.Globalization.CultureInfo.InvariantCulture));
            Assert.Equal(check.Descriptor.Severity.ToString(), descriptor.DefaultSeverity.ToString());
            Assert.Equal($"docs/rules/{check.Descriptor.Id}.md", descriptor.HelpLinkUri);
        });
    }

    private static string Fleet(string more) => $$"""
        [AuditConfig] public static class Cluster
        {
            [EmitAs("{name}.yaml")] public static IEnumerable<(string, AuditPolicy)> Policies => new[] { "a", "b" }.Select(name => (name, Of(name)));
            static AuditPolicy Of(string name) => {|AUD1004:new()|} { Rules = [new(None), {{more}}] };
        }
        """;
}
