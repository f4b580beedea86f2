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
    FluentdValue ToValue();
}
