using System.Text.Json;
using AuditSdk.Semantics.Fluentd;
using AuditSdk.Semantics.Tests.Fluentd;

namespace AuditSdk.Conformance;

/// <summary><c>config-syntax.json</c>: texts with their trees or errors.</summary>
internal static class ConfigSyntaxVectors
{
    public static void Compare(JsonElement file, VectorFile source, Comparison comparison)
    {
        foreach (JsonElement recorded in file.GetProperty("cases").EnumerateArray()) comparison.Expect(recorded.GetProperty("name").GetString()!, Expected(recorded), Actual(recorded));
    }

    private static string Expected(JsonElement recorded)
    {
        if (recorded.TryGetProperty("tree", out JsonElement tree)) return ConfVectors.Show(tree);
        JsonElement error = recorded.GetProperty("error");
        return error.GetProperty("class").GetString() switch
        {
            "Fluent::ConfigParseError" => "refused: " + error.GetProperty("message").GetString(),
            "RuntimeError" => "Ruby raises",
            _ => "refused in our words", // fluentd crashes in its own code
        };
    }

    private static string Actual(JsonElement recorded)
    {
        ConfParseResult result = ConfVectors.Parse(recorded);
        if (result.Error is { } error) return error.FluentdMessage.Length > 0 && recorded.TryGetProperty("error", out JsonElement said) && said.GetProperty("class").GetString() != "Fluent::ConfigParseError" ? "refused in our words" : "refused: " + error.FluentdMessage;
        try
        {
            return ConfVectors.Show(result.Root!);
        }
        catch (InvalidOperationException)
        {
            return "Ruby raises";
        }
    }
}
