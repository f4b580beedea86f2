using System.Text.RegularExpressions;
using AuditSdk.Analyzers.Tests.Fixes;
using AuditSdk.Semantics.Checks.Fluentd;
using AuditSdk.Semantics.Fluentd;
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

    // Every plugin has a type, and a raw one declares it: of its sections that are raw too neither holds.
    private static readonly Dictionary<string, string> RawSections = new()
    {
        ["AUD2101"] = "new Source(new RawInput(\"forward\")), new Match(\"**\", new RawOutput(\"copy\") { ExtraSections = [new RawSection(\"store\")] })",
        ["AUD2102"] = "new Source(new RawInput(\"forward\")), new Match(\"**\", new RawOutput(\"file\") { Extra = new() { [\"path\"] = \"/a\" }, ExtraSections = [new RawSection(\"format\") { Extra = new() { [\"@type\"] = \"jsno\" } }] })",
    };

    public static TheoryData<string> Ids => [.. FluentdChecks.All.Select(c => c.Descriptor.Id).Where(id => !OfFilesOnly.ContainsKey(id))];

    public static TheoryData<string> IdsOfFiles => [.. OfFilesOnly.Keys];

    [Theory]
    [MemberData(nameof(Ids))]
    public void BadExampleInCSharp_IsReported(string id) => Assert.Contains(id, Reported(id));

    [Theory]
    [MemberData(nameof(IdsOfFiles))]
    public void BadExampleOfFilesOnly_IsNotReportedFromCSharp(string id) => Assert.DoesNotContain(id, Reported(id));

    // Typed, and raw where the types cannot say it.
    private static string[] Reported(string id)
    {
        if (RawSections.TryGetValue(id, out string? own)) return [.. OfSource(FixedPipeline.Source(own))];
        FluentdElement? root = ConfParser.Parse(Bad().Match(File.ReadAllText(Path.Combine(SourceTree.Root, "docs", "rules", id + ".md"))).Groups[1].Value, null, _ => []).Root;
        return root is null ? [] : [.. new[] { false, true }.SelectMany(raw => new CSharpPipeline(raw).Directives(root.Nodes) is { } directives ? OfSource(FixedPipeline.Source(directives)) : []).Distinct()];
    }

    private static IEnumerable<string> OfSource(string source)
    {
        UserProject project = UserProject.Of(source);
        return project.Compilation.GetDiagnostics().Any(d => d.Severity == DiagnosticSeverity.Error) ? [] : Checked.Of(project, "", ("AuditSdkProfile", "strict")).Select(d => d.Id);
    }

    [GeneratedRegex("\nBad:\n\n(?:```sh\n.*?```\n\n)?```conf\n(.*?)```\n", RegexOptions.Singleline)]
    private static partial Regex Bad();
}
