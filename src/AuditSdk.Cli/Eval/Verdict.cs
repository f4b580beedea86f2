using System.Text.Json;
using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Cli.Eval;

/// <summary>A decision as a line of JSON.</summary>
internal static class Verdict
{
    private static readonly AuditStages[] Stages = [AuditStages.RequestReceived, AuditStages.ResponseStarted, AuditStages.ResponseComplete, AuditStages.Panic];

    /// <summary>The line; with the request's attributes where they were derived from a URL.</summary>
    public static string Of(PolicyDecision decision, RequestAttributes? derived = null) => JsonText.Of(isIndented: false, json =>
    {
        json.WriteStartObject();
        json.WriteNumber("rule", decision.Rule);
        json.WriteString("level", decision.Level.ToString());
        json.WriteStartArray("omitStages");
        foreach (AuditStages stage in Stages)
        {
            if (decision.OmitStages.HasFlag(stage)) json.WriteStringValue(stage.ToString());
        }

        json.WriteEndArray();
        json.WriteBoolean("omitManagedFields", decision.OmitManagedFields);
        if (derived is not null) Attributes(derived, json);
        json.WriteEndObject();
    });

    private static void Attributes(RequestAttributes request, Utf8JsonWriter json)
    {
        json.WriteStartObject("attributes");
        json.WriteString("verb", request.Verb);
        json.WriteBoolean("resourceRequest", request.IsResource);
        json.WriteString("apiGroup", request.ApiGroup);
        json.WriteString("apiVersion", request.ApiVersion);
        json.WriteString("resource", request.Resource);
        json.WriteString("subresource", request.Subresource);
        json.WriteString("namespace", request.Namespace);
        json.WriteString("name", request.Name);
        json.WriteString("path", request.Path);
        json.WriteEndObject();
    }
}
