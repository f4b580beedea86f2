using System.Text.Json;

namespace AuditSdk.Build.Emission;

/// <summary>The compiler's own log (SARIF 2.1) of what it told of the project's definitions: also what was suppressed.</summary>
internal sealed class CompilerLog
{
    private readonly HashSet<(string Id, string? Member, string? Path)> _results = [];

    /// <summary>Reads a log; one that is missing or in another form has nothing.</summary>
    public static CompilerLog Read(string? file)
    {
        CompilerLog log = new();
        if (file is null || !File.Exists(file)) return log;
        try
        {
            using FileStream stream = File.OpenRead(file);
            using JsonDocument json = JsonDocument.Parse(stream);
            foreach (JsonElement run in json.RootElement.GetProperty("runs").EnumerateArray()) log.Add(run);
        }
        catch (Exception e) when (e is IOException or JsonException or KeyNotFoundException or InvalidOperationException)
        {
            // A finding told twice is better than none.
            return new CompilerLog();
        }

        return log;
    }

    /// <summary>Whether the compiler told of a finding.</summary>
    public bool Contains(string id, string member, string? path) => _results.Contains((id, member, path));

    private void Add(JsonElement run)
    {
        foreach (JsonElement result in run.GetProperty("results").EnumerateArray())
        {
            string id = result.GetProperty("ruleId").GetString()!;
            if (!id.StartsWith("AUD", StringComparison.Ordinal) || !result.TryGetProperty("properties", out JsonElement properties)) continue;
            if (properties.TryGetProperty("customProperties", out JsonElement custom)) _results.Add((id, Text(custom, "definition"), Text(custom, "place")));
        }
    }

    private static string? Text(JsonElement properties, string name) => properties.TryGetProperty(name, out JsonElement value) ? value.GetString() : null;
}
