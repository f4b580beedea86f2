using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Semantics.Checks.Policy.Urls;

/// <summary>A path without a star that others lie below: <c>/healthz</c>, <c>/openapi/</c>.</summary>
internal static class PathHasNoStar
{
    private static readonly string[] Parents = ["/healthz", "/openapi", "/api", "/apis", "/debug/pprof"];

    /// <summary>AUD1071.</summary>
    public static CheckDescriptor Descriptor { get; } = new("AUD1071", "A path without a star covers nothing below it", FindingSeverity.Info);

    /// <summary>Looks for them in rules with level None, where the requests below go on to be logged. Probes are for /livez and /readyz as they are, so a list that names these means what it says.</summary>
    public static void Check(PolicyCheckContext context, FindingSink findings)
    {
        foreach (RuleValue url in context.Values(PolicyField.NonResourceUrls))
        {
            string path = url.Text.TrimEnd('/');
            if (url.Node.KnownLevel != AuditLevel.None || !Parents.Contains(path) || IsCoveredBelow(url.Node.NonResourceUrls, path) || (path == "/healthz" && url.Node.NonResourceUrls.Texts.Any(u => u is "/livez" or "/readyz"))) continue;
            string star = url.Text.EndsWith("/", StringComparison.Ordinal) ? url.Text + "*" : Siblings(path) ? path + "/*" : path + "*";
            PolicyEdit edit = star == path + "/*" && url.Text == path
                ? new AddValues($"Add '{star}'", new PolicyPath(url.Rule, PolicyField.NonResourceUrls), ValueList.From([star]))
                : new ReplaceText($"Write '{star}'", url.Path, star);
            findings.Add(Descriptor.At(url, $"'{url.Text}' is this one path; those below it, such as {Example(path)}, go on to the next rules. If they are meant, {(edit is AddValues ? "add" : "write")} '{star}'.", edit));
        }
    }

    // /api* is /apis too.
    private static bool Siblings(string path) => path == "/api";

    private static bool IsCoveredBelow(Node<ValueList<Node<string>>> urls, string path)
        => !urls.IsWhollyKnown || urls.Texts.Any(u => u.EndsWith("*", StringComparison.Ordinal) && (path + "/").StartsWith(u.TrimEnd('*'), StringComparison.Ordinal));

    private static string Example(string path) => path switch
    {
        "/openapi" => "/openapi/v3",
        "/api" => "/api/v1",
        "/apis" => "/apis/apps",
        "/debug/pprof" => "/debug/pprof/heap",
        _ => path + "/etcd",
    };
}
