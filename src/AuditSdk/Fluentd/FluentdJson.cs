using System.Text.Encodings.Web;
using System.Text.Json;
using AuditSdk.Semantics.Documents;

namespace AuditSdk.Fluentd;

internal static class FluentdJson
{
    // Quotes and #{ are the conf writer's business; here only JSON's own escapes.
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A value as JSON. JSON would put U+FFFD in the place of half a character without a word: a text with one is given back as it is, for the conf writer to refuse.</summary>
    /// <param name="value">The value.</param>
    /// <param name="texts">The texts in it.</param>
    public static string Write<T>(T value, IEnumerable<string> texts)
        => texts.FirstOrDefault(t => Surrogates.IndexOfLone(t) >= 0) ?? JsonSerializer.Serialize(value, Options);
}
