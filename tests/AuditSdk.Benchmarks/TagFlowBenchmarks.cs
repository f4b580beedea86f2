using System.Globalization;
using AuditSdk.Semantics.Checks.Fluentd;
using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd;
using BenchmarkDotNet.Attributes;

namespace AuditSdk.Benchmarks;

/// <summary>Every check of a pipeline of 1,000 matches behind a source that may send any tag; the bar of the flow of tags is 200 ms.</summary>
[MemoryDiagnoser]
public class TagFlowBenchmarks
{
    private FluentdElement _root = null!;

    /// <summary>Patterns of constant tags, that differ at once, that differ in their last part, and one that takes the tags of all.</summary>
    [Params("app.x{0}", "app{0}.**", "**.x{0}", "** app{0}")]
    public string Shape { get; set; } = "";

    [GlobalSetup]
    public void Setup()
    {
        IEnumerable<string> matches = Enumerable.Range(0, 1_000).Select(i => $"<match {Shape.Replace("{0}", i.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)}>\n@type null\n</match>\n");
        _root = ConfParser.Parse("<source>\n@type forward\nbind 127.0.0.1\n</source>\n" + string.Concat(matches), "f.conf").Root!;
    }

    [Benchmark(Description = "1,000 matches, the checks of routing")]
    public int Findings()
    {
        FluentdCheckContext context = new(_root, new FluentdCheckOptions());
        FindingSink sink = new();
        foreach (FluentdCheck check in FluentdChecks.All.Where(c => string.CompareOrdinal(c.Descriptor.Id, "AUD2030") < 0)) check.Check(context, sink);
        return sink.Findings.Count;
    }
}
