using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Semantics.Checks.Policy.Urls;

/// <summary><c>/api*</c>, which is <c>/apis</c> as well.</summary>
internal static class StarIsTooWide
{
    // What kube-apiserver serves beside resources.
    private static readonly string[] Served = ["/api", "/apis", "/healthz", "/livez", "/readyz", "/metrics", "/version", "/openapi", "/openid", "/logs", "/debug", "/flagz", "/statusz"];

    /// <summary>AUD1072.</summary>
    public static CheckDescriptor Descriptor { get; } = new("AUD1072", "The star covers another path too", FindingSeverity.Info);

    /// <summary>Looks for a served path with a star right behind that another served path begins with.</summary>
    public static void Check(PolicyCheckContext context, FindingSink findings)
    {
        foreach (RuleValue url in context.Values(PolicyField.NonResourceUrls))
        {
            if (!url.Text.EndsWith("*", StringComparison.Ordinal)) continue;
            string prefix = url.Text.TrimEnd('*');
            string? other = Served.Contains(prefix) ? Served.FirstOrDefault(s => s != prefix && s.StartsWith(prefix, StringComparison.Ordinal)) : null;
            if (other is null || url.Node.NonResourceUrls.MayHave(other) || url.Node.NonResourceUrls.Has(other + "*")) continue;
            findings.Add(Descriptor.At(url, $"'{url.Text}' is every path that begins with these characters, '{other}' too. If only '{prefix}' is meant, write '{prefix}' and '{prefix}/*'; if both, add '{other}*' to say so."));
        }
    }
}
