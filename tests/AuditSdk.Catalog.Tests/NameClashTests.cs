using System.Text.RegularExpressions;

namespace AuditSdk.Catalog.Tests;

public partial class NameClashTests
{
    // What a C# file with implicit usings sees.
    private static readonly string[] Namespaces = ["System", "System.IO", "System.Linq", "System.Net.Http", "System.Threading", "System.Threading.Tasks", "System.Collections.Generic"];

    private static readonly HashSet<string> Taken =
    [
        .. new[] { typeof(object), typeof(Enumerable), typeof(HttpClient), typeof(HashSet<int>), typeof(Console), typeof(Uri), typeof(Thread) }
            .SelectMany(t => t.Assembly.GetExportedTypes()).Where(t => Namespaces.Contains(t.Namespace)).Select(t => t.Name.Split('`')[0]),
    ];

    [Fact]
    public void EnumsAndPluginClasses_NeverClashWithTheRuntimeOrTheLibrary()
    {
        IEnumerable<string> names = CommittedCatalogs.Merged.Enums.Select(e => e.Name).Concat(CommittedCatalogs.Merged.Plugins.Select(p => p.ClassName));

        HashSet<string> taken = [.. Taken, .. WrittenByHand("Fluentd")];
        Assert.Empty(names.Intersect(taken));
    }

    [Fact]
    public void GroupClasses_NeverClashWithResourcesModelsOrTheUsersOwnWords()
    {
        string[] classes = [.. CommittedCatalogs.Merged.Groups.Select(g => g.ClassName)];
        HashSet<string> others = [.. CommittedCatalogs.Merged.Groups.SelectMany(g => g.Resources).Select(r => r.MemberName), .. CommittedCatalogs.Merged.Enums.Select(e => e.Name), .. CommittedCatalogs.Merged.Plugins.Select(p => p.ClassName)];

        Assert.Equal(classes.Length, classes.Distinct().Count());
        Assert.Empty(classes.Intersect([.. Taken, .. others, .. WrittenByHand("Fluentd"), .. WrittenByHand("Kubernetes")]));
        Assert.Empty(classes.Intersect(["Policy", "Agent", "Source", "Match", "Filter", "Label", "Verb", "Level", "Stage"]));
    }

    [Fact]
    public void Groups_HaveTheNamesThatUsersWrite()
        => Snapshot.Match(string.Concat(CommittedCatalogs.Merged.Groups.Select(g => $"{g.ClassName} = \"{g.Name}\": {string.Join(' ', g.Resources.Select(r => r.MemberName + string.Concat(r.Subresources.Select(s => "." + s.MemberName))))}\n")));

    // The stand-in for the settings of the process goes once they are generated.
    private static HashSet<string> WrittenByHand(string folder)
    {
        IEnumerable<string> files = Directory.EnumerateFiles(Path.Combine(SourceTree.Root, "src", "AuditSdk", folder), "*.cs").Where(f => Path.GetFileName(f) != "SystemSettings.cs");
        return [.. files.SelectMany(f => TypeName().Matches(File.ReadAllText(f))).Select(m => m.Groups[1].Value)];
    }

    [GeneratedRegex(@"^\s*(?:public|internal) [a-z ]*(?:record struct|class|record|struct|enum|interface) ([A-Za-z]+)", RegexOptions.Multiline)]
    private static partial Regex TypeName();
}
