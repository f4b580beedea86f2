using System.Text;
using AuditSdk.Semantics.Kubernetes.Files.Decoding;

namespace AuditSdk.Semantics.Kubernetes.Files;

/// <summary>A policy as the server holds it: JSON without what is empty.</summary>
internal static class NormalisedPolicy
{
    public static string Of(GoValue policy)
    {
        StringBuilder json = new("{\"kind\":\"Policy\",\"apiVersion\":\"audit.k8s.io/v1\",\"metadata\":{");
        if (policy.Field("metadata") is { } metadata) Fields(metadata, json, isFirst: true);
        json.Append("},\"rules\":");
        if (policy.Field("rules") is { } rules) Value(rules, json);
        else json.Append("null");
        if (policy.Field("omitStages") is { } stages) Field("omitStages", stages, json, isFirst: false);
        if (policy.Field("omitManagedFields") is { Text: "true" } managed) Field("omitManagedFields", managed, json, isFirst: false);
        return json.Append('}').ToString();
    }

    private static void Value(GoValue value, StringBuilder json)
    {
        switch (value.Type.Kind)
        {
            case GoKind.Text or GoKind.Time:
                json.Append(GoText.Json(value.Text));
                break;
            case GoKind.Boolean or GoKind.Integer:
                json.Append(value.Text);
                break;
            case GoKind.List:
                string separator = "[";
                foreach (GoValue item in value.Items)
                {
                    json.Append(separator);
                    Value(item, json);
                    separator = ",";
                }

                json.Append(value.Count == 0 ? "[]" : "]");
                break;
            default:
                json.Append('{');
                Fields(value, json, isFirst: true);
                json.Append('}');
                break;
        }
    }

    private static void Fields(GoValue value, StringBuilder json, bool isFirst)
    {
        bool isMap = value.Type.Kind == GoKind.Map;
        IEnumerable<string> names = isMap ? value.Fields.Keys.OrderBy(k => k, Utf8Order.Comparer) : value.Type.Fields.Keys;
        foreach (string name in names)
        {
            GoValue? field = isMap ? value.Fields[name] : value.Field(name);
            if (field is null || (!isMap && IsEmpty(name, field))) continue;
            Field(name, field, json, isFirst);
            isFirst = false;
        }
    }

    private static void Field(string name, GoValue field, StringBuilder json, bool isFirst)
    {
        if (IsEmpty(name, field) && field.Type.Kind == GoKind.List) return;
        json.Append(isFirst ? "" : ",").Append(GoText.Json(name)).Append(':');
        Value(field, json);
    }

    // A level is written even where it is empty.
    private static bool IsEmpty(string name, GoValue field) => field.Type.Kind switch
    {
        GoKind.Text => field.Text.Length == 0 && name != "level",
        GoKind.Integer => field.Text == "0",
        GoKind.List => field.Count == 0,
        GoKind.Map => field.Fields.Count == 0,
        GoKind.Anything => true,
        _ => false,
    };
}
