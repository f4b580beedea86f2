using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Semantics.Tests.Kubernetes.Files;

public sealed class CorpusTests
{
    // Some of these files are templates or hold the policy inside another document; the server refuses those, and so do we.
    [SkippableFact]
    public void RealPolicies_AreReadOrRefused()
    {
        string[] files = [.. Directory.EnumerateFiles(SourceTree.Corpus("policies"), "*.yaml")];
        PolicyReading[] readings = [.. files.Select(f => PolicyFile.Read(File.ReadAllText(f), f, "1.36"))];
        Assert.All(readings, r => Assert.True(r.IsRefused || r.Document!.Rules.Value.Count > 0));
        Assert.True(readings.Count(r => !r.IsRefused) > files.Length / 2, "most of them are policies as they are");
    }
}
