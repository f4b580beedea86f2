using AuditSdk.Catalog.Tests.FactsToCatalog;
using AuditSdk.Catalog.Tests.FactsToSchema;
using Xunit.Sdk;

namespace AuditSdk.Catalog.Tests;

public class CommittedCatalogTests
{
    private static readonly string[] ByHand = ["additions.catalog"];
    private static readonly string[] SchemasByHand = ["parser.in_http.schema"];
    private static readonly string Schemas = Path.Combine(SourceTree.Root, "src", "AuditSdk.Semantics", "Fluentd", "Plugins", "Schema");

    /// <summary>To make the catalogs anew after a change of the facts, let each .received.catalog take the place of its neighbour.</summary>
    [Fact]
    public void CommittedCatalogs_AreWhatTheFactsSay()
    {
        List<string> differences = [];
        Compare(KubernetesCatalog.Text(), Path.Combine(CommittedCatalogs.Folder, "kubernetes.catalog"), differences);
        IReadOnlyDictionary<string, string> fluentd = FluentdCatalogs.Files(FluentdFacts.Recorded);
        foreach ((string name, string text) in fluentd) Compare(text, Path.Combine(CommittedCatalogs.Folder, "fluentd", name), differences);

        Assert.True(differences.Count == 0, string.Join('\n', differences));
        Assert.Equal(fluentd.Keys.Concat(ByHand).Order(StringComparer.Ordinal), CommittedCatalogs.FluentdFiles.Order(StringComparer.Ordinal));
    }

    /// <summary>As above, with .received.schema.</summary>
    [Fact]
    public void CommittedSchemas_AreWhatTheFactsSay()
    {
        List<string> differences = [];
        IReadOnlyDictionary<string, string> files = PluginSchemaFiles.Files();
        foreach ((string name, string text) in files) Compare(text, Path.Combine(Schemas, name), differences);

        Assert.True(differences.Count == 0, string.Join('\n', differences));
        Assert.Equal(files.Keys.Concat(SchemasByHand).Order(StringComparer.Ordinal), Directory.EnumerateFiles(Schemas, "*.schema").Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void CommittedSchemas_NameReleases()
    {
        IEnumerable<string> lines = Directory.EnumerateFiles(Schemas, "*.schema").SelectMany(File.ReadLines).Where(l => !l.StartsWith('#'));
        string[][] marks = [.. lines.Select(l => l.Split(' ')).SelectMany(w => w.Index().Where(x => x.Item is "since" or "before" or "until" && x.Index > 2).Select(x => new[] { x.Item, w[x.Index + 1] }))];

        Assert.InRange(marks.Length, 300, 1000);
        Assert.All(marks, m => Assert.Matches("^(since|before) 1\\.[0-9]+\\.[0-9]+$", string.Join(' ', m)));
    }

    // All files before failing, so that one run makes all received files.
    private static void Compare(string text, string file, List<string> differences)
    {
        try
        {
            Snapshot.MatchFile(text, file);
        }
        catch (FailException difference)
        {
            differences.Add(difference.Message);
        }
    }
}
