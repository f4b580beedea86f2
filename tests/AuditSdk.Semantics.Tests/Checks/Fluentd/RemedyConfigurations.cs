using System.Text.Json;
using System.Text.RegularExpressions;
using AuditSdk.Semantics.Fluentd;
using AuditSdk.Semantics.Tests.Fluentd;
using AuditSdk.Semantics.Tests.Fluentd.Routing;

namespace AuditSdk.Semantics.Tests.Checks.Fluentd;

/// <summary>A configuration whose findings may offer changes.</summary>
/// <param name="Text">Its text.</param>
/// <param name="Recorded">The events that fluentd was sent with it.</param>
internal sealed record RemedyConfiguration(string Text, IReadOnlyList<SentEvent> Recorded);

/// <summary>The configurations with which changes are tried: bad examples of pages, what fluentd was asked to take, what it was sent events with, and what the samples write.</summary>
internal static partial class RemedyConfigurations
{
    public static IReadOnlyDictionary<string, RemedyConfiguration> All { get; } = Pages().Concat(Unsent()).Concat(Sent()).Concat(Samples())
        .Where(c => ConfParser.Parse(c.Value.Text, null, _ => []).Root is not null)
        .ToDictionary(c => c.Key, c => c.Value);

    public static FluentdElement Root(string name) => ConfParser.Parse(All[name].Text, name, _ => []).Root!;

    public static string Page(string id) => File.ReadAllText(Path.Combine(SourceTree.Root, "docs", "rules", id + ".md"));

    /// <summary>The bad examples, by the ids of their pages.</summary>
    public static IEnumerable<KeyValuePair<string, RemedyConfiguration>> Pages()
        => from file in Directory.EnumerateFiles(Path.Combine(SourceTree.Root, "docs", "rules"), "AUD2*.md").Order(StringComparer.Ordinal)
           let text = Bad().Match(File.ReadAllText(file)).Groups[1].Value
           where text.Length > 0 && ConfParser.Parse(text, null, _ => []).Root is not null
           select new KeyValuePair<string, RemedyConfiguration>(Path.GetFileNameWithoutExtension(file), new(text, []));

    // Broken or not.
    private static IEnumerable<KeyValuePair<string, RemedyConfiguration>> Unsent()
        => from file in new[] { "config-errors", "placeholders" }
           from recorded in ConfVectors.Read(file + ".json", "cases").Index()
           select new KeyValuePair<string, RemedyConfiguration>($"{file} {recorded.Index}", new(recorded.Item.GetProperty("config").GetString()!, []));

    private static IEnumerable<KeyValuePair<string, RemedyConfiguration>> Sent()
        => from file in new[] { "routing", "rewrite-tag-filter", "runtime-behaviour" }
           from recorded in ConfVectors.Read(file + ".json", "cases").Index()
           select new KeyValuePair<string, RemedyConfiguration>($"{file} {recorded.Index}", new(recorded.Item.GetProperty("config").GetString()!, [.. Events(recorded.Item)]));

    // Of runtime-behaviour.json a case has one tag, and its events are records.
    private static IEnumerable<SentEvent> Events(JsonElement recorded)
        => from e in recorded.GetProperty("events").EnumerateArray()
           let tag = e.TryGetProperty("tag", out JsonElement own) ? own : recorded.GetProperty("tag")
           let label = e.TryGetProperty("label", out JsonElement given) ? given.GetString()! : ""
           select new SentEvent(label, tag.GetString()!, Recorder.Record(e.TryGetProperty("record", out JsonElement record) ? record : e.GetProperty("in")));

    private static IEnumerable<KeyValuePair<string, RemedyConfiguration>> Samples()
        => from folder in Directory.EnumerateDirectories(Path.Combine(SourceTree.Root, "samples")).Order(StringComparer.Ordinal)
           let file = Path.Combine(folder, "expected", "td-agent.conf")
           where File.Exists(file)
           select new KeyValuePair<string, RemedyConfiguration>("sample " + Path.GetFileName(folder), new(File.ReadAllText(file), []));

    [GeneratedRegex("\nBad:\n\n```conf\n(.*?)```\n", RegexOptions.Singleline)]
    private static partial Regex Bad();
}
