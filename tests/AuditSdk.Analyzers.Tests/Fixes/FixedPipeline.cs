using AuditSdk.Analyzers.Lifting.Fluentd;
using AuditSdk.Analyzers.Remedies;
using AuditSdk.Analyzers.Tests.Lifting;
using AuditSdk.Fluentd;
using AuditSdk.Semantics.Checks;
using AuditSdk.Semantics.Checks.Fluentd;
using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd;
using Microsoft.CodeAnalysis;

namespace AuditSdk.Analyzers.Tests.Fixes;

/// <summary>A pipeline in C# before a fix and after it.</summary>
internal static class FixedPipeline
{
    /// <summary>A tail of the audit log with nothing to say of, tagged <c>audit</c>.</summary>
    public const string Tail = "new Source(new TailInput { Path = \"/var/log/kubernetes/audit.log\", PosFile = \"/var/lib/fluent/audit.pos\", Tag = \"audit\", ReadFromHead = true, Parse = new JsonParser() })";

    /// <summary>A class with these directives, and more members behind them.</summary>
    public static string Source(string directives, string members = "")
        => $"[AuditConfig(Fluentd = \"1.18\")] public static class Cluster\n{{\n    [EmitAs(\"td-agent.conf\")] public static FluentdConfig Agent {{ get; }} =\n    [\n        {directives}\n    ];{members}\n}}\n";

    /// <summary>Asserts that the fix of the first finding of a check gives directives, that they compile, and that their tree is the one that the edit makes.</summary>
    public static void AssertDirectives(string id, string before, string after, string members = "") => AssertGives(id, Source(before, members), Source(after, members));

    public static void AssertGives(string id, string before, string after)
    {
        UserProject project = UserProject.Of(before).Compiles();
        (Diagnostic diagnostic, FluentdEdit edit, LiftedPipeline pipeline) = Finding(id, project);

        string text = Assert.Single(Fixed.By(project, diagnostic) ?? []);

        Assert.Equal(after, text);
        LiftedPipeline corrected = Assert.Single(Lifted.Pipelines(UserProject.Of(text).Compiles()));
        Assert.Equal(Text(FluentdEditor.Apply(pipeline.Root, edit)), Text(corrected.Root));
        Assert.Equal(Text(corrected.Root), Text(Mapped(text)));
        Assert.NotEqual(Text(pipeline.Root), Text(corrected.Root));
    }

    /// <summary>Asserts that no fix is offered for the finding of a check.</summary>
    public static void AssertNone(string id, string directives, string members = "")
    {
        UserProject project = UserProject.Of(Source(directives, members)).Compiles();

        Assert.Null(Fixed.By(project, Finding(id, project).Diagnostic));
    }

    /// <summary>Asserts that the fixes of all findings of a check, made at once, give directives that compile.</summary>
    public static void AssertAll(string id, string before, string after)
    {
        UserProject project = UserProject.Of(Source(before)).Compiles();

        string text = Fixed.ByAll(project, [.. Findings(id, project).Select(f => f.Diagnostic)]);

        Assert.Equal(Source(after), text);
        UserProject.Of(text).Compiles();
    }

    /// <summary>Makes one fix after the other until none is offered, each of them as the edit says; the titles, and the sources at the end.</summary>
    public static (IReadOnlyList<string> Titles, string[] Sources) Mended(string[] sources)
    {
        List<string> titles = [];
        while (titles.Count < 20)
        {
            UserProject project = UserProject.Of(sources).Compiles();
            LiftedPipeline pipeline = Assert.Single(Lifted.Pipelines(project));
            string[] ids = [.. FluentdChecks.Run(pipeline.Root, new FluentdCheckOptions()).Where(f => f.Remedy is FluentdEdit).Select(f => f.Id).Distinct()];
            var offered = ids.SelectMany(id => Findings(id, project, CheckProfile.Default)).Select(f => (f.Edit, Sources: Fixed.By(project, f.Diagnostic))).FirstOrDefault(f => f.Sources is not null);
            if (offered.Sources is null) break;
            titles.Add(offered.Edit.Title);
            sources = offered.Sources;
            Assert.Equal(Text(FluentdEditor.Apply(pipeline.Root, offered.Edit)), Text(Assert.Single(Lifted.Pipelines(UserProject.Of(sources).Compiles())).Root));
        }

        return (titles, sources);
    }

    private static (Diagnostic Diagnostic, FluentdEdit Edit, LiftedPipeline Pipeline) Finding(string id, UserProject project) => Findings(id, project)[0];

    private static (Diagnostic Diagnostic, FluentdEdit Edit, LiftedPipeline Pipeline)[] Findings(string id, UserProject project, CheckProfile profile = CheckProfile.Strict)
    {
        LiftedPipeline pipeline = Lifted.Pipelines(project)[0];
        FluentdCheckOptions options = new() { Profile = profile, Types = ValueList.From(pipeline.Types) };
        IReadOnlyList<Finding> found = FluentdChecks.Run(pipeline.Root, options);
        Finding[] meant = [.. found.Where(f => f.Id == id)];
        Assert.True(meant.Length > 0, string.Join('\n', found.Select(f => f.Id + " " + f.Message)));
        DiagnosticDescriptor descriptor = new FluentdPipelineAnalyzer().SupportedDiagnostics.Single(d => d.Id == id);
        return [.. meant.Select(f => Assert.IsAssignableFrom<FluentdEdit>(f.Remedy)).Select(e => (Diagnostic.Create(descriptor, Location.Create(project.Compilation.SyntaxTrees[1], default), EditProperties.Of(e, pipeline), ""), e, pipeline))];
    }

    // What the build makes of the real objects.
    private static FluentdElement Mapped(string source) => FluentdMap.Map(Assert.Single(UserProject.Of(source).Run<FluentdConfig>()).Document, new FindingSink());

    // Parameters and sections are each one's own: in which order C# sets them says nothing.
    private static string Text(FluentdElement root) => ConfWriter.Write(Ordered(root), FluentdTarget.Default, new FindingSink());

    private static FluentdElement Ordered(FluentdElement section) => section with
    {
        Nodes = ValueList.From(section.Nodes.Select(n => n is FluentdElement inner ? Ordered(inner) : n)
            .OrderBy(n => n is FluentdParameter parameter ? "0" + parameter.Key : n is FluentdElement { Name: not ("match" or "filter" or "label" or "source" or "rule") } inner ? "1" + inner.Name : "2", StringComparer.Ordinal)),
    };
}
