using System.Text.RegularExpressions;

namespace AuditSdk.Architecture.Tests;

/// <summary>Every id that the sources can report has a page, and every page an id.</summary>
public sealed partial class ErrorPageTests
{
    [Fact]
    public void EveryIdInTheSources_HasAPageAndEveryPageAnId()
    {
        IEnumerable<string> sources = new[] { "src", "generators" }
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(SourceTree.Root, folder), "*.*", SearchOption.AllDirectories))
            .Where(file => Path.GetExtension(file) is ".cs" or ".targets" or ".props" && !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("\\obj\\", StringComparison.Ordinal));
        SortedSet<string> reported = new(sources.SelectMany(file => Id().Matches(File.ReadAllText(file))).Select(m => m.Value), StringComparer.Ordinal);
        SortedSet<string> pages = new(Directory.EnumerateFiles(Path.Combine(SourceTree.Root, "docs", "rules"), "AUD*.md").Select(f => Path.GetFileNameWithoutExtension(f)!), StringComparer.Ordinal);

        Assert.Equal(pages, reported);
    }

    [Fact]
    public void EveryPage_SaysCauseWhyExampleAndFix()
        => Assert.All(Directory.EnumerateFiles(Path.Combine(SourceTree.Root, "docs", "rules"), "AUD*.md"), file =>
        {
            string page = File.ReadAllText(file);
            Assert.StartsWith($"# {Path.GetFileNameWithoutExtension(file)}: ", page, StringComparison.Ordinal);
            Assert.All(["## Cause", "## Why", "## Example", "## Fix"], heading => Assert.Contains("\n" + heading + "\n", page, StringComparison.Ordinal));
        });

    [GeneratedRegex("AUD[0-9]{4}")]
    private static partial Regex Id();
}
