using System.Globalization;
using System.Text;
using System.Text.Json;
using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Conformance;

/// <summary><c>yaml-scalars.json</c>: what becomes of a text in each style of YAML.</summary>
internal static class YamlScalarVectors
{
    private const string Head = "apiVersion: audit.k8s.io/v1\nkind: Policy\nrules:\n- level: Metadata\n  users:";
    private const int RecordedLength = 100;

    private static readonly Dictionary<string, Func<string, string>> Styles = new()
    {
        ["plainBlock"] = text => $"{Head}\n  - {text}\n",
        ["plainFlow"] = text => $"{Head} [{text}]\n",
        ["doubleQuotedJsonAscii"] = text => $"{Head}\n  - {Quoted(text, isAscii: true)}\n",
        ["doubleQuotedJsonRaw"] = text => $"{Head}\n  - {Quoted(text, isAscii: false)}\n",
        ["singleQuoted"] = text => $"{Head}\n  - '{text.Replace("'", "''", StringComparison.Ordinal)}'\n",
    };

    public static void Compare(JsonElement file, VectorFile source, Comparison comparison)
    {
        string release = ValidationVectors.ReleaseOf(file.GetProperty("kubernetesVersion").GetString()!);
        foreach (JsonElement recorded in file.GetProperty("scalars").EnumerateArray())
        {
            string value = recorded.GetProperty("value").GetString()!;
            foreach ((string style, Func<string, string> write) in Styles)
            {
                if (!recorded.TryGetProperty(style, out JsonElement outcome)) continue;
                string expected = outcome.ValueKind == JsonValueKind.True ? "the same" : outcome.GetString()!;
                comparison.Expect($"{JsonSerializer.Serialize(value)} {style}", Comparable(expected), Comparable(Outcome(value, PolicyFile.Read(write(value), null, release))));
            }
        }
    }

    private static string Outcome(string value, PolicyReading reading)
    {
        if (reading.Refusal is { } error) return "error: " + (error.Length > RecordedLength ? error[..RecordedLength] : error);
        string?[] users = [.. reading.Document!.Rules.Value[0].Value.Users.Or(null)?.Select(u => u.Value) ?? []];
        if (users is [{ } only] && only == value) return "the same";
        return users.Length == 0 ? "became null" : "became [" + string.Join(", ", users.Select(u => Quoted(u!, isAscii: false))) + "]";
    }

    private static string Comparable(string outcome)
        => outcome.StartsWith("error: ", StringComparison.Ordinal) ? "error: " + ServerError.Comparable(outcome["error: ".Length..]) : outcome;

    private static string Quoted(string text, bool isAscii)
    {
        StringBuilder quoted = new("\"");
        foreach (char c in text)
        {
            if (c is '"' or '\\') quoted.Append('\\').Append(c);
            else if (c < ' ' || (isAscii && c > '~')) quoted.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
            else quoted.Append(c);
        }

        return quoted.Append('"').ToString();
    }
}
