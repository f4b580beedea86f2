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
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw new InputException($"{file}:{number} is no request: {exception.Message}");
        }
    }

    private static RequestAttributes Of(JsonElement request)
    {
        if (request.ValueKind != JsonValueKind.Object) throw new JsonException("it is no JSON object.");
        string Text(string name) => request.TryGetProperty(name, out JsonElement value) ? value.GetString() ?? "" : "";
        return new RequestAttributes
        {
            User = request.TryGetProperty("user", out JsonElement user) && user.ValueKind != JsonValueKind.Null ? User(user) : null,
            Verb = Text("verb"),
            IsResource = request.TryGetProperty("resourceRequest", out JsonElement isResource) && isResource.GetBoolean(),
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
        string name = user.TryGetProperty("name", out JsonElement written) ? written.GetString() ?? "" : "";
        IEnumerable<string> groups = user.TryGetProperty("groups", out JsonElement list) && list.ValueKind != JsonValueKind.Null ? list.EnumerateArray().Select(g => g.GetString() ?? "") : [];
        return new RequestUser(name, ValueList.From(groups.ToArray()));
    }
}
