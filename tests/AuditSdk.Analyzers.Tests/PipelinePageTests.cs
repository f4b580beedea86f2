using System.Text.RegularExpressions;
using AuditSdk.Analyzers.Tests.Fixes;
using AuditSdk.Semantics.Checks.Fluentd;
using AuditSdk.Semantics.Checks.Pipeline;
using AuditSdk.Semantics.Fluentd;
using AuditSdk.Semantics.Kubernetes;
using Microsoft.CodeAnalysis;

namespace AuditSdk.Analyzers.Tests;

/// <summary>The bad example of each page of a check of pipelines, written in C#, is reported there: no check is lost on the way from C#.</summary>
public sealed partial class PipelinePageTests
{
    // What C# cannot say, and why.
    private static readonly Dictionary<string, string> OfFilesOnly = new()
    {
        ["AUD2063"] = "a property is set once, and a name of Extra that is there already is the build's to refuse",
        ["AUD2087"] = "the numbers of a Worker are numbers",
        ["AUD2089"] = "a Label writes the @ itself",
        ["AUD2114"] = "a LabelSection has a label and a Worker a number",
    };

    private static readonly Dictionary<string, string> Flags = new()
    {
        ["audit-log-path"] = "AuditLogPath",
        ["audit-log-maxsize"] = "AuditLogMaxSize",
        ["audit-log-maxbackup"] = "AuditLogMaxBackup",
        ["audit-log-maxage"] = "AuditLogMaxAge",
    };

    // Every plugin has a type, and a raw one declares it: of its sections that are raw too neither holds.
    private static readonly Dictionary<string, string> RawSections = new()
    {
        ["AUD2101"] = "new Source(new RawInput(\"forward\")), new Match(\"**\", new RawOutput(\"copy\") { ExtraSections = [new RawSection(\"store\")] })",
        ["AUD2102"] = "new Source(new RawInput(\"forward\")), new Match(\"**\", new RawOutput(\"file\") { Extra = new() { [\"path\"] = \"/a\" }, ExtraSections = [new RawSection(\"format\") { Extra = new() { [\"@type\"] = \"jsno\" } }] })",
    };

    public static TheoryData<string> Ids => [.. FluentdChecks.All.Select(c => c.Descriptor.Id).Where(id => !OfFilesOnly.ContainsKey(id))];

    public static TheoryData<string> IdsOfFiles => [.. OfFilesOnly.Keys];

    public static TheoryData<string> IdsOfPairs => [.. PipelineChecks.All.Select(c => c.Descriptor.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void BadExampleInCSharp_IsReported(string id) => Assert.Contains(id, Reported(id));

    [Theory]
    [MemberData(nameof(IdsOfFiles))]
    public void BadExampleOfFilesOnly_IsNotReportedFromCSharp(string id) => Assert.DoesNotContain(id, Reported(id));

    [Theory]
    [MemberData(nameof(IdsOfPairs))]
    public void BadPolicyAndPipelineInOneClass_AreReported(string id)
    {
        string policy = CSharpPolicy.Of(PolicyFile.Read(Block(id, "yaml"), null, "1.36").Document!)!;
        string directives = new CSharpPipeline(IsRaw: false).Directives(Parsed(id)!.Nodes)!;
        string flags = string.Join(", ", Flag().Matches(Block(id, "sh")).Select(f => $"{Flags[f.Groups[1].Value]} = {(int.TryParse(f.Groups[2].Value, out _) ? f.Groups[2].Value : $"\"{f.Groups[2].Value}\"")}"));
        string source = policy.Replace("[AuditConfig(Kubernetes = \"1.36\")]", $"[AuditConfig({flags})]", StringComparison.Ordinal).TrimEnd().TrimEnd('}')
            + $"    [EmitAs(\"td-agent.conf\")] public static FluentdConfig Agent {{ get; }} = [{directives}];\n}}\n";

        Assert.Contains(id, Checked.Of(UserProject.Of(source).Compiles()).Select(d => d.Id));
    }

    // Typed, and raw where the types cannot say it.
    private static IEnumerable<string> Reported(string id)
    {
        if (RawSections.TryGetValue(id, out string? own)) return OfSource(FixedPipeline.Source(own));
        return Parsed(id) is { } root ? new[] { false, true }.SelectMany(raw => new CSharpPipeline(raw).Directives(root.Nodes) is { } directives ? OfSource(FixedPipeline.Source(directives)) : []) : [];
    }

    private static IEnumerable<string> OfSource(string source)
    {
        UserProject project = UserProject.Of(source);
        return project.Compilation.GetDiagnostics().Any(d => d.Severity == DiagnosticSeverity.Error) ? [] : Checked.Of(project, "", ("AuditSdkProfile", "strict")).Select(d => d.Id);
    }

    private static FluentdElement? Parsed(string id) => ConfParser.Parse(Block(id, "conf"), null, _ => []).Root;

    // Of a bad example, which has a block for each file.
    private static string Block(string id, string language)
    {
        string example = Bad().Match(File.ReadAllText(Path.Combine(SourceTree.Root, "docs", "rules", id + ".md"))).Groups[1].Value;
        return Regex.Match(example, $"```{language}\n(.*?)```", RegexOptions.Singleline).Groups[1].Value;
    }

    [GeneratedRegex("\nBad:\n\n((?:```[a-z]+\n.*?```\n\n)+)", RegexOptions.Singleline)]
    private static partial Regex Bad();

    [GeneratedRegex("^--([a-z-]+)=(.*)$", RegexOptions.Multiline)]
    private static partial Regex Flag();
}
