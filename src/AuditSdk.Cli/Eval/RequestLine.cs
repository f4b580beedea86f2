using System.Text.Json;
using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Cli.Eval;

/// <summary>A request as a line of JSON; what is left out is empty.</summary>
internal static class RequestLine
{
    /// <exception cref="InputException">The line is no request.</exception>
    public static RequestAttributes Read(string line, string file, int number)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(line);
            return Of(document.RootElement);
        }
        catch (JsonException exception)
        {
            throw new InputException($"{file}:{number} is no request: {exception.Message}");
        }
    }

    private static RequestAttributes Of(JsonElement request)
    {
        if (request.ValueKind != JsonValueKind.Object) throw new JsonException("it is no JSON object.");
        string Text(string name) => request.TryGetProperty(name, out JsonElement value) ? RequestLine.Text(value, name) : "";
        return new RequestAttributes
        {
            User = request.TryGetProperty("user", out JsonElement user) && user.ValueKind != JsonValueKind.Null ? User(user) : null,
            Verb = Text("verb"),
            IsResource = request.TryGetProperty("resourceRequest", out JsonElement isResource) && Flag(isResource),
            ApiGroup = Text("apiGroup"),
            ApiVersion = Text("apiVersion"),
            Resource = Text("resource"),
            Subresource = Text("subresource"),
            Namespace = Text("namespace"),
            Name = Text("name"),
            Path = Text("path"),
        };
    }

    private static RequestUser User(JsonElement user)
    {
        if (user.ValueKind != JsonValueKind.Object) throw new JsonException("'user' is no object.");
        string name = user.TryGetProperty("name", out JsonElement written) ? Text(written, "user.name") : "";
        if (!user.TryGetProperty("groups", out JsonElement groups) || groups.ValueKind == JsonValueKind.Null) return new RequestUser(name, ValueList<string>.Empty);
        if (groups.ValueKind != JsonValueKind.Array) throw new JsonException("'user.groups' is no list.");
        return new RequestUser(name, ValueList.From(groups.EnumerateArray().Select(g => Text(g, "user.groups"))));
    }

    private static string Text(JsonElement value, string name) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Null => "",
        _ => throw new JsonException($"'{name}' has {value.GetRawText()} where a text is due."),
    };

    private static bool Flag(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw new JsonException($"'resourceRequest' is {value.GetRawText()}, neither true nor false."),
    };
}
