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
        + "# 'since 1.12.0' is not there before that release, 'before 1.16.0' no more from that one on. What is said of a plugin of a gem is of fluentd's own part in it.\n";

    private static readonly string[] Recorded = ["1.3.3", "1.18.0", "1.19.3"];

    /// <summary>File name to text.</summary>
    public static IReadOnlyDictionary<string, string> Files()
    {
        SortedDictionary<string, string> files = new(StringComparer.Ordinal);
        JsonElement texts = JsonFacts.Read("fluentd", "parameter-texts.json");
        IEnumerable<(Version Version, JsonElement Plugin)> plugins = Recorded.SelectMany(r => JsonFacts.Read("fluentd", $"plugins-{r}.json").EnumerateArray().Select(p => (Version.Parse(r), p)));
        foreach (IGrouping<string, (Version Version, JsonElement Plugin)> plugin in plugins.GroupBy(p => $"{p.Plugin.Text("kind")}.{p.Plugin.Text("type")}"))
        {
            Writer writer = new(new CoreChanges(plugin.Key), texts.TryGetProperty(plugin.Key, out JsonElement own) ? own : null);
            writer.Plugin([.. plugin]);
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

    /// <summary>Writes what the recorded versions say as lines with marks of the releases that have them.</summary>
    private sealed class Writer(CoreChanges changes, JsonElement? texts)
    {
        private readonly StringBuilder _text = new();

        public override string ToString() => _text.ToString();

        public void Plugin(IReadOnlyList<(Version Version, JsonElement Fact)> recorded)
            => Write("", recorded, new Scope(Spell.All, Spell.All), 0, PluginHeader, (inside, depth) => Body("", recorded, inside, depth));

        // A line for each run of releases that say the same.
        private void Write(string path, IReadOnlyList<(Version Version, JsonElement Fact)> recorded, Scope scope, int depth, Func<JsonElement, string> header, Action<Scope, int>? body)
        {
            List<(Spell Spell, string Line)> runs = Runs(changes.Spells(path, recorded).Select(s => (s, header(s.Fact))));
            if (runs.Count == 1 && recorded.Select(r => header(r.Fact)).Distinct().Skip(1).Any()) throw new InvalidOperationException($"Nothing is said of when this became another: {runs[0].Line}");
            Spell whole = runs[0].Spell with { Before = runs[^1].Spell.Before };
            foreach ((Spell spell, string line) in runs.Where(r => r.Spell.Overlaps(scope.Run)))
            {
                _text.Append(' ', depth * 2).Append(line);
                if (spell.Since > scope.Whole.Since) _text.Append(" since ").Append(spell.Since);
                if (spell.Before < scope.Whole.Before) _text.Append(" before ").Append(spell.Before);
                _text.Append('\n');
                body?.Invoke(new Scope(spell, whole), depth + 1);
            }
        }

        private void Body(string path, IReadOnlyList<(Version Version, JsonElement Fact)> recorded, Scope scope, int depth)
        {
            Named[] arguments = ByName([.. recorded.Where(b => b.Fact.TryGetProperty("argument", out JsonElement a) && a.ValueKind == JsonValueKind.Object).Select(b => (b.Version, b.Fact.GetProperty("argument")))]);
            foreach (Named argument in arguments) Write($"{path}<{argument.Name}>", argument.Facts, scope, depth, a => Parameter("argument", argument.Name, a), null);
            (Version, JsonProperty)[] defaults = [.. recorded.SelectMany(b => b.Fact.TryGetProperty("defaults_without_param", out JsonElement d) && d.ValueKind == JsonValueKind.Object ? d.EnumerateObject().Select(p => (b.Version, p)) : [])];
            foreach ((Version, JsonProperty Default) one in defaults.DistinctBy(d => d.Item2.Name)) _text.Append(' ', depth * 2).Append($"default {one.Default.Name} {DefaultText(one.Default.Value)}\n");
            Named[] parameters = ByName([.. recorded.SelectMany(b => b.Fact.Items("params").Select(p => (b.Version, p)))]);
            IEnumerable<Named> unrecorded = changes.Unrecorded(path, [.. parameters.Select(p => p.Name)]).Select(n => new Named(n, []));
            foreach (Named parameter in parameters.Concat(unrecorded)) Write(path + parameter.Name, parameter.Facts, scope, depth, p => Parameter("param", parameter.Name, p), null);
            foreach (Named section in ByName([.. recorded.SelectMany(b => b.Fact.Items("sections").Select(s => (b.Version, s)))]))
            {
                string inside = $"{path}{section.Name}/";
                Write(inside, section.Facts, scope, depth, Section, (inner, deeper) => Body(inside, section.Facts, inner, deeper));
            }
        }

        // Things of one name together, in the order of the newest version.
        private static Named[] ByName(IReadOnlyList<(Version Version, JsonElement Fact)> facts)
            => [.. facts.Reverse().GroupBy(f => f.Version).SelectMany(g => g.Reverse()).Select(f => f.Fact.Text("name")!).Distinct().Select(n => new Named(n, [.. facts.Where(f => f.Fact.Text("name") == n)]))];

        private static List<(Spell Spell, string Line)> Runs(IEnumerable<(Spell Spell, string Line)> spells)
        {
            List<(Spell Spell, string Line)> runs = [];
            foreach ((Spell spell, string line) in spells)
            {
                if (runs.Count > 0 && runs[^1].Line == line && runs[^1].Spell.Before == spell.Since) runs[^1] = (runs[^1].Spell with { Before = spell.Before }, line);
                else runs.Add((spell, line));
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

        private string Parameter(string keyword, string name, JsonElement fact)
        {
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
    // The releases of the line around, and those of all lines of its name.
    private sealed record Scope(Spell Run, Spell Whole);

    private sealed record Named(string Name, IReadOnlyList<(Version Version, JsonElement Fact)> Facts);
}
