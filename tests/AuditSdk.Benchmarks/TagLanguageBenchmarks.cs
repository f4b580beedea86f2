using System.Globalization;
using AuditSdk.Semantics.Fluentd.Tags;
using BenchmarkDotNet.Attributes;

namespace AuditSdk.Benchmarks;

/// <summary>What the earlier patterns leave of each of 1,000: the core of the tag-flow analysis, whose bar is 200 ms. And one tag against one pattern.</summary>
[MemoryDiagnoser]
public class TagLanguageBenchmarks
{
    private readonly TagPattern _pattern = TagPattern.Parse("audit.{prod,test}.**", out _)!;
    private TagPattern[] _patterns = [];

    /// <summary>Patterns that differ at once, after a wildcard, or in their last part.</summary>
    [Params("audit.ns{0}.**", "audit.*.x{0}.**", "**.x{0}")]
    public string Shape { get; set; } = "";

    [GlobalSetup]
    public void Setup() => _patterns = [.. Enumerable.Range(0, 1_000).Select(i => TagPattern.Parse(Shape.Replace("{0}", i.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal), out _)!)];

    [Benchmark(Description = "1,000 matches, an example of each")]
    public int LeftOfEach()
    {
        TagLanguages languages = new();
        TagLanguage source = languages.StartingWith("audit.");
        TagLanguage taken = languages.None;
        int reached = 0;
        foreach (TagPattern pattern in _patterns)
        {
            TagLanguage match = languages.Of(pattern)!;
            if (source.And(match).Except(taken).ShortestExample(1_000_000).State == TagExampleState.Found) reached++;
            taken = taken.Or(match);
        }

        return reached;
    }

    [Benchmark(Description = "one tag, one pattern")]
    public bool? OneTag() => _pattern.Matches("audit.prod.kube-system");
}
