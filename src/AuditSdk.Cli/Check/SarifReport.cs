using System.Text.Json;
using AuditSdk.Semantics.Checks;
using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd;
using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Cli.Check;

/// <summary>Findings as SARIF 2.1.0.</summary>
internal static class SarifReport
{
    public static void Write(IReadOnlyList<Finding> findings, Terminal terminal)
    {
        CheckDescriptor[] rules = [.. CheckCategory.All.SelectMany(c => c.Checks).Concat(PolicyFile.Descriptors).Append(ConfFile.Syntax).Append(ConfFile.EmptyInclude).OrderBy(d => d.Id, StringComparer.Ordinal)];
        terminal.Out.WriteLine(JsonText.Of(isIndented: true, json =>
        {
            json.WriteStartObject();
            json.WriteString("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
            json.WriteString("version", "2.1.0");
            json.WriteStartArray("runs");
            json.WriteStartObject();
            Tool(rules, json);
            json.WriteString("columnKind", "utf16CodeUnits");
            json.WriteStartArray("results");
            foreach (Finding finding in findings) Result(finding, Array.FindIndex(rules, r => r.Id == finding.Id), json);
            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
        }));
    }

    private static void Tool(CheckDescriptor[] rules, Utf8JsonWriter json)
    {
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "auditsdk");
        json.WriteString("semanticVersion", typeof(SarifReport).Assembly.GetName().Version!.ToString(3));
        json.WriteStartArray("rules");
        foreach (CheckDescriptor rule in rules)
        {
            json.WriteStartObject();
            json.WriteString("id", rule.Id);
            Text("shortDescription", rule.Title, json);
            Text("help", $"auditsdk explain {rule.Id}", json);
            json.WriteStartObject("defaultConfiguration");
            json.WriteString("level", SeverityWord.Sarif(rule.Severity));
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Result(Finding finding, int rule, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("ruleId", finding.Id);
        if (rule >= 0) json.WriteNumber("ruleIndex", rule);
        json.WriteString("level", SeverityWord.Sarif(finding.Severity));
        Text("message", finding.Message, json);
        json.WriteStartArray("locations");
        Location(finding.Origin, finding.Path, json);
        json.WriteEndArray();
        if (finding.Related.Count > 0)
        {
            json.WriteStartArray("relatedLocations");
            foreach (Origin related in finding.Related) Location(related, null, json);
            json.WriteEndArray();
        }

        Properties(finding, json);
        json.WriteEndObject();
    }

    private static void Properties(Finding finding, Utf8JsonWriter json)
    {
        json.WriteStartObject("properties");
        if (finding.Remedy is not null) json.WriteString("fix", finding.Remedy.Title);
        if (finding.Counterexample is not null) json.WriteString("counterexample", finding.Counterexample);
        if (finding.IsRefusal) json.WriteBoolean("refused", true);
        if (finding.Detail is not null) json.WriteString("detail", finding.Detail);
        json.WriteEndObject();
    }

    private static void Location(Origin origin, string? path, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteStartObject("physicalLocation");
        json.WriteStartObject("artifactLocation");
        json.WriteString("uri", UriOf(origin.File ?? ""));
        json.WriteEndObject();
        if (origin.Line > 0)
        {
            json.WriteStartObject("region");
            json.WriteNumber("startLine", origin.Line);
            if (origin.Column > 0) json.WriteNumber("startColumn", origin.Column);
            if (origin.Length > 0)
            {
                json.WriteNumber("charOffset", origin.Start);
                json.WriteNumber("charLength", origin.Length);
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
        if (path is not null)
        {
            json.WriteStartArray("logicalLocations");
            json.WriteStartObject();
            json.WriteString("fullyQualifiedName", path);
            json.WriteEndObject();
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void Text(string name, string text, Utf8JsonWriter json)
    {
        json.WriteStartObject(name);
        json.WriteString("text", text);
        json.WriteEndObject();
    }

    private static string UriOf(string file)
        => Path.IsPathFullyQualified(file) ? new Uri(file).AbsoluteUri : string.Join('/', file.Split('/', '\\').Select(Uri.EscapeDataString));
}
