using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Semantics.Checks.Policy.Urls;

/// <summary><c>/healthz/*</c> without <c>/healthz</c>.</summary>
internal static class SlashStarMissesThePathItself
{
    private static readonly string[] Served = ["/api", "/apis", "/healthz", "/livez", "/readyz", "/metrics", "/version", "/logs"];

    /// <summary>AUD1073.</summary>
    public static CheckDescriptor Descriptor { get; } = new("AUD1073", "'/healthz/*' is not /healthz", FindingSeverity.Info);

    /// <summary>Looks for it where the path itself is served.</summary>
    public static void Check(PolicyCheckContext context, FindingSink findings)
    {
        foreach (RuleValue url in context.Values(PolicyField.NonResourceUrls))
        {
            if (!url.Text.EndsWith("/*", StringComparison.Ordinal)) continue;
            string path = url.Text.Substring(0, url.Text.Length - 2);
            if (!Served.Contains(path) || url.Node.NonResourceUrls.MayHave(path) || url.Node.NonResourceUrls.Texts.Any(u => u != url.Text && u.EndsWith("*", StringComparison.Ordinal) && path.StartsWith(u.TrimEnd('*'), StringComparison.Ordinal))) continue;
            findings.Add(Descriptor.At(url, $"'{url.Text}' does not match '{path}' itself. If it is meant, add '{path}'.", new AddValues($"Add '{path}'", new PolicyPath(url.Rule, PolicyField.NonResourceUrls), ValueList.From([path]))));
        }
    }
}
