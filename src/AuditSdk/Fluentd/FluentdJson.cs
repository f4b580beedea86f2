using System.Text.Encodings.Web;
using System.Text.Json;
using AuditSdk.Semantics.Fluentd;

namespace AuditSdk.Fluentd;

internal static class FluentdJson
{
    // Quotes and #{ are the conf writer's business; here only JSON's own escapes.
    public static JsonSerializerOptions Options { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}

/// <summary>A typed value that knows its text in a fluentd configuration.</summary>
internal interface IFluentdText
{
    /// <summary>The text; never throws, also where there are problems.</summary>
    FluentdValue ToValue();

    /// <summary>Why the value cannot be written as it is; each message ends a sentence that begins with the parameter.</summary>
    IEnumerable<(string Id, string Message)> Problems { get; }
}
