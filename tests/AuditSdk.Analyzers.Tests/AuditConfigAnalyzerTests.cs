using Microsoft.CodeAnalysis;

namespace AuditSdk.Analyzers.Tests;

/// <summary>A policy and its pipeline together.</summary>
public sealed class AuditConfigAnalyzerTests
{
    private const string Policy = """
            [EmitAs("audit-policy.yaml")] public static AuditPolicy Policy { get; } = new() { OmitStages = [Stage.RequestReceived], Rules = [new(Metadata)] };
        """;

    [Fact]
    public void FieldThatThePolicyLeavesOut_IsToldAtItsValue() => Checked.AssertMarks(Class("", Policy, """
            new Filter("audit", new GrepFilter { Regexps = [new() { Key = {|AUD3004:"$.requestObject.kind"|}, Pattern = "/Pod/" }] }),
        """));

    [Fact]
    public void FieldThatThePolicyWrites_Silent() => AssertSilent(Class("", Policy.Replace("[new(Metadata)]", "[new(Request) { Resources = [Core.Pods] }, new(Metadata)]", StringComparison.Ordinal), """
            new Filter("audit", new GrepFilter { Regexps = [new() { Key = "$.requestObject.kind", Pattern = "/Pod/" }] }),
        """));

    [Fact]
    public void PolicyThatIsNotKnown_Silent() => AssertSilent(Class("", """
            [EmitAs("audit-policy.yaml")] public static AuditPolicy Policy { get; } = new() { Rules = [.. System.Linq.Enumerable.Range(0, 2).Select(i => Rule(i))] };
            static PolicyRule Rule(int i) => System.IO.File.Exists("x") ? new(Request) : new(Metadata);
        """, """
            new Filter("audit", new GrepFilter { Regexps = [new() { Key = "$.requestObject.kind", Pattern = "/Pod/" }] }),
        """));

    [Fact]
    public void TailOfAnotherFile_IsToldByTheAttribute() => Checked.AssertMarks(Class("AuditLogPath = \"/var/log/kubernetes/kube-audit.log\"", Policy, "").Replace("\"/var/log/kubernetes/audit.log\"", "{|AUD3001:\"/var/log/kubernetes/audit.log\"|}", StringComparison.Ordinal));

    [Fact]
    public void TailOfAnotherFile_IsToldByTheProperty()
    {
        UserProject project = UserProject.Of(Class("", Policy, "")).Compiles();

        Assert.Contains(Checked.Of(project, "", ("AuditSdkAuditLogPath", "/var/log/kubernetes/kube-audit.log")), d => d.Id == "AUD3001");
        Assert.DoesNotContain(Checked.Of(project, "", ("AuditSdkAuditLogPath", "/var/log/kubernetes/audit.log")), d => d.Id == "AUD3001");
    }

    [Fact]
    public void WhatIsInNeither_IsToldAtThePolicy()
    {
        Diagnostic told = Assert.Single(Checked.Of(UserProject.Of(Class("AuditLogMaxBackup = 0, AuditLogMaxAge = 0", Policy, "")).Compiles()), d => d.Id == "AUD3003");

        Assert.Contains("Policy {", told.Location.SourceTree!.GetText().Lines.GetLineFromPosition(told.Location.SourceSpan.Start).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void TwoPoliciesInAClass_NobodyKnowsWhich() => AssertSilent(Class("", Policy + "\n" + Policy.Replace("Policy {", "Other {", StringComparison.Ordinal), """
            new Filter("audit", new GrepFilter { Regexps = [new() { Key = "$.requestObject.kind", Pattern = "/Pod/" }] }),
        """));

    [Fact]
    public void Suppressed_IsNotTold()
    {
        string source = Class("", "#pragma warning disable AUD3004 // Pods are logged by another policy.\n" + Policy, """
            new Filter("audit", new GrepFilter { Regexps = [new() { Key = "$.requestObject.kind", Pattern = "/Pod/" }] }),
        """);

        Assert.DoesNotContain(Checked.Of(UserProject.Of(source).Compiles()), d => d.Id == "AUD3004" && !d.IsSuppressed);
    }

    private static void AssertSilent(string source) => Assert.DoesNotContain(Checked.Of(UserProject.Of(source).Compiles()), d => d.Id.StartsWith("AUD3", StringComparison.Ordinal));

    private static string Class(string config, string policy, string filters) => $$"""
        [AuditConfig({{config}})] public static class Cluster
        {
        {{policy}}
            [EmitAs("td-agent.conf")] public static FluentdConfig Agent { get; } =
            [
                new Source(new TailInput { Path = "/var/log/kubernetes/audit.log", PosFile = "/var/lib/agent/audit.pos", Tag = "audit", ReadFromHead = true, Parse = new JsonParser() }),
        {{filters}}
                new Match("audit", new StdoutOutput()),
            ];
        }
        """;
}
