using System.Text;
using System.Text.Json;
using AuditSdk.Catalog.Tests.FactsToCatalog;

namespace AuditSdk.Catalog.Tests.FactsToSchema;

/// <summary>
/// The schemas by which fluentd configures plugins, one file a plugin: what the catalogs leave out because nobody writes it in C#, such as the order of parameters, which stops
/// the configuration first, defaults that are nil, sections that are there without being written, and what an output can do with a buffer.
/// </summary>
internal static class PluginSchemaFiles
{
    private const string Comment = "# Made from the recorded facts in tests/data by the tests of the catalog. Do not edit: change the facts.\n"
        + "# Versions are those recorded (1.3, 1.18, 1.19): 'since 1.18' came after 1.3 and is there in 1.18.\n";

    private static readonly (string Version, string File)[] Recorded = [("1.3", "1.3.3"), ("1.18", "1.18.0"), ("1.19", "1.19.3")];

    /// <summary>File name to text.</summary>
    public static IReadOnlyDictionary<string, string> Files()
    {
        SortedDictionary<string, string> files = new(StringComparer.Ordinal);
        JsonElement texts = JsonFacts.Read("fluentd", "parameter-texts.json");
        IEnumerable<(string Version, JsonElement Plugin)> plugins = Recorded.SelectMany(r => JsonFacts.Read("fluentd", $"plugins-{r.File}.json").EnumerateArray().Select(p => (r.Version, p)));
        foreach (IGrouping<string, (string Version, JsonElement Plugin)> plugin in plugins.GroupBy(p => $"{p.Plugin.Text("kind")}.{p.Plugin.Text("type")}"))
        {
            Writer writer = new(texts.TryGetProperty(plugin.Key, out JsonElement own) ? own : null);
            bool isOfGem = plugin.Any(p => p.Plugin.Text("source") != "core");
            // A recorded gem that does not load in an old fluentd says nothing about that gem's own old versions.
            string[] owner = isOfGem ? [.. plugin.Select(p => p.Version)] : [.. Recorded.Select(r => r.Version)];
            writer.Write([.. plugin], owner, 0, PluginHeader, p => p.Text("type")!, writer.Body);
            files[plugin.Key + ".schema"] = Comment + writer;
        }

        return files;
    }

    private static string PluginHeader(JsonElement plugin)
    {
        StringBuilder line = new($"plugin {plugin.Text("kind")} {plugin.Text("type")} class {plugin.Text("class")}");
        if (plugin.Text("source") is { } source && source != "core") line.Append(" gem ").Append(source);
        if (plugin.Flag("compat_api")) line.Append(" old-api");
        if (plugin.TryGetProperty("multi_workers_ready", out JsonElement ready) && ready.ValueKind == JsonValueKind.False) line.Append(" single-worker");
        if (plugin.TryGetProperty("emit", out JsonElement emit) && emit.ValueKind == JsonValueKind.Object)
        {
            line.Append(" emits ").Append(string.Join(',', emit.EnumerateObject().Where(e => e.Value.ValueKind == JsonValueKind.True).Select(e => e.Name)));
        }

        string[] helpers = [.. plugin.Items("helpers").Select(h => h.GetString()!)];
        if (helpers.Length > 0) line.Append(" helpers ").Append(string.Join(',', helpers));
        return line.ToString();
    }

    /// <summary>Writes things of several versions as lines with marks of the versions that have them.</summary>
    private sealed class Writer(JsonElement? texts)
    {
        private readonly StringBuilder _text = new();

        public override string ToString() => _text.ToString();

        // Things of one name together, in the order of the newest version; a line for each run of versions that say the same.
        public void Write(
            IReadOnlyList<(string Version, JsonElement Fact)> facts, IReadOnlyList<string> owner, int depth,
            Func<JsonElement, string> header, Func<JsonElement, string> name, Action<IReadOnlyList<(string Version, JsonElement Fact)>, int>? body)
        {
            IEnumerable<string> names = facts.Reverse().GroupBy(f => f.Version).SelectMany(g => g.Reverse()).Select(f => name(f.Fact)).Distinct();
            foreach (string each in names.ToArray())
            {
                foreach ((string line, List<(string Version, JsonElement Fact)> run) in Runs([.. facts.Where(f => name(f.Fact) == each)], header))
                {
                    _text.Append(' ', depth * 2).Append(line);
                    if (run[0].Version != owner[0]) _text.Append(" since ").Append(run[0].Version);
                    if (run[^1].Version != owner[^1]) _text.Append(" until ").Append(run[^1].Version);
                    _text.Append('\n');
                    body?.Invoke(run, depth + 1);
                }
            }
        }

        public void Body(IReadOnlyList<(string Version, JsonElement Fact)> bodies, int depth)
        {
            string[] owner = [.. bodies.Select(b => b.Version)];
            (string, JsonElement)[] arguments = [.. bodies.Where(b => b.Fact.TryGetProperty("argument", out JsonElement a) && a.ValueKind == JsonValueKind.Object).Select(b => (b.Version, b.Fact.GetProperty("argument")))];
            Write(arguments, owner, depth, a => Parameter("argument", a), a => a.Text("name")!, null);
            (string, JsonProperty)[] defaults = [.. bodies.SelectMany(b => b.Fact.TryGetProperty("defaults_without_param", out JsonElement d) && d.ValueKind == JsonValueKind.Object ? d.EnumerateObject().Select(p => (b.Version, p)) : [])];
            foreach ((string, JsonProperty Default) one in defaults.DistinctBy(d => d.Item2.Name)) _text.Append(' ', depth * 2).Append($"default {one.Default.Name} {DefaultText(one.Default.Value)}\n");
            Write([.. bodies.SelectMany(b => b.Fact.Items("params").Select(p => (b.Version, p)))], owner, depth, p => Parameter("param", p), p => p.Text("name")!, null);
            Write([.. bodies.SelectMany(b => b.Fact.Items("sections").Select(s => (b.Version, s)))], owner, depth, Section, s => s.Text("name")!, Body);
        }

        private static List<(string Line, List<(string Version, JsonElement Fact)> Run)> Runs(IReadOnlyList<(string Version, JsonElement Fact)> facts, Func<JsonElement, string> header)
        {
            List<(string Line, List<(string Version, JsonElement Fact)> Run)> runs = [];
            foreach ((string Version, JsonElement Fact) fact in facts)
            {
                string line = header(fact.Fact);
                if (runs.Count > 0 && runs[^1].Line == line) runs[^1].Run.Add(fact);
                else runs.Add((line, [fact]));
            }

            return runs;
        }

        private static string Section(JsonElement section)
        {
            StringBuilder line = new($"section {section.Text("name")}");
            if (section.Text("alias") is { } alias) line.Append(" alias ").Append(alias);
            if (section.Flag("required")) line.Append(" required");
            if (section.Flag("init")) line.Append(" init");
            if (section.Flag("multi")) line.Append(" multi");
            return line.ToString();
        }

        private string Parameter(string keyword, JsonElement fact)
        {
            string name = fact.Text("name")!;
            StringBuilder line = new($"{keyword} {name} {fact.Text("type")}");
            string[] values = [.. fact.Items("values").Select(v => v.GetString()!)];
            if (values.Length > 0) line.Append(" values ").Append(Quoted(string.Join(',', values)));
            if (fact.Text("value_type") is { } element) line.Append(" of ").Append(element);
            if (!fact.Flag("required")) line.Append(Default(fact));
            if (fact.Text("alias") is { } alias) line.Append(" alias ").Append(alias);
            if (fact.Flag("secret")) line.Append(" secret");
            string told = texts?.Text(name) ?? "";
            if (fact.Flag("deprecated")) line.Append(" deprecated ").Append(Quoted(told));
            if (fact.Flag("removed")) line.Append(" removed ").Append(Quoted(told));
            return line.ToString();
        }

        private static string Default(JsonElement fact)
            => !fact.TryGetProperty("default", out JsonElement value) || value.ValueKind == JsonValueKind.Null ? " nil"
                : value.ValueKind == JsonValueKind.Object && value.TryGetProperty("computed", out _) ? " computed"
                : " default " + DefaultText(value);

        private static string DefaultText(JsonElement value) => Quoted(value.ValueKind switch
        {
            JsonValueKind.Null => "",
            JsonValueKind.String => value.GetString()!,
            _ => VersionMerge.Default(value) ?? (value.ValueKind == JsonValueKind.Array ? "[]" : "{}"),
        });

        private static string Quoted(string text)
            => text.Length > 0 && text[0] != '#' && text.All(c => c is > ' ' and not '"' and not '\\' and < '\u007f')
                ? text
                : "\"" + text.Replace("\\", "\\\\").Replace("\"", "\\\"").Replace("\n", "\\n").Replace("\r", "\\r").Replace("\t", "\\t") + "\"";
    }
}
