using AuditSdk.Catalog.Tests.FactsToCatalog;
using Xunit.Sdk;

namespace AuditSdk.Catalog.Tests;

public class CommittedCatalogTests
{
    private static readonly string[] ByHand = ["additions.catalog"];

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
