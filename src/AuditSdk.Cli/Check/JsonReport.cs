using System.Text.Json;
using AuditSdk.Semantics.Documents;

namespace AuditSdk.Cli.Check;

/// <summary>Findings as an array of objects.</summary>
internal static class JsonReport
{
    public static void Write(IReadOnlyList<Finding> findings, Terminal terminal) => terminal.Out.WriteLine(JsonText.Of(isIndented: true, json =>
    {
        json.WriteStartArray();
        foreach (Finding finding in findings) Write(finding, json);
        json.WriteEndArray();
    }));

    private static void Write(Finding finding, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("id", finding.Id);
        json.WriteString("severity", SeverityWord.Json(finding.Severity));
        json.WriteString("message", finding.Message);
        json.WriteString("file", finding.Origin.File);
        json.WriteNumber("line", finding.Origin.Line);
        json.WriteNumber("column", finding.Origin.Column);
        json.WriteString("path", finding.Path);
        json.WriteString("fix", finding.Remedy?.Title);
        json.WriteString("counterexample", finding.Counterexample);
        if (finding.IsRefusal) json.WriteBoolean("refused", true);
        if (finding.Detail is not null) json.WriteString("detail", finding.Detail);
        json.WriteEndObject();
    }
}
