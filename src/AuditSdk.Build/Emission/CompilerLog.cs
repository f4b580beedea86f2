using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace AuditSdk.Build.Emission;

/// <summary>The compiler's own log (SARIF 2.1) of what it told of the project's definitions: also what was suppressed.</summary>
internal sealed partial class CompilerLog
{
    private readonly HashSet<(string Id, string Member, string? Path, int Line)> _results = [];

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

    /// <summary>Whether the compiler told of a finding: at its path, or for a rule of which it could not tell the number at the same line.</summary>
    public bool Contains(string id, string member, string? path, int line)
        => _results.Contains((id, member, path, 0)) || (path is not null && line > 0 && _results.Contains((id, member, AnyIndex().Replace(path, "[*]"), line)));

    private void Add(JsonElement run)
    {
        foreach (JsonElement result in run.GetProperty("results").EnumerateArray())
        {
            string id = result.GetProperty("ruleId").GetString()!;
            if (!id.StartsWith("AUD", StringComparison.Ordinal) || !result.TryGetProperty("properties", out JsonElement properties)) continue;
            if (!properties.TryGetProperty("customProperties", out JsonElement custom) || !custom.TryGetProperty("told", out JsonElement told)) continue;
            foreach (string[] one in (told.GetString() ?? "").Split('\n').Select(line => line.Split('\t')))
                _results.Add((id, one[0], one.ElementAtOrDefault(1) is { Length: > 0 } path ? path : null, int.TryParse(one.ElementAtOrDefault(2), NumberStyles.None, CultureInfo.InvariantCulture, out int at) ? at : 0));
        }
    }

    [GeneratedRegex(@"\[\d+\]")]
    private static partial Regex AnyIndex();
}
