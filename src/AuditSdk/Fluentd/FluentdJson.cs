using System.Text.Encodings.Web;
using System.Text.Json;
using AuditSdk.Emission;
using AuditSdk.Semantics.Fluentd;

namespace AuditSdk.Fluentd;

internal static class FluentdJson
{
    // Quotes and #{ are the conf writer's business; here only JSON's own escapes.
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A value as JSON. JSON would put U+FFFD in the place of half a character without a word: a text with one is given back as it is, for the conf writer to refuse.</summary>
    /// <param name="value">The value.</param>
    /// <param name="texts">The texts in it.</param>
    public static string Write<T>(T value, IEnumerable<string> texts)
        => texts.FirstOrDefault(t => YamlScalar.IndexOfRefused(t) >= 0) ?? JsonSerializer.Serialize(value, Options);
}

/// <summary>A typed value that knows its text in a fluentd configuration.</summary>
internal interface IFluentdText
{
    /// <summary>The text; never throws, also where there are problems.</summary>
    FluentdValue ToValue();

    /// <summary>Why the value cannot be written as it is; each message ends a sentence that begins with the parameter.</summary>
    IEnumerable<(string Id, string Message)> Problems { get; }
}
