using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Semantics.Checks.Policy.Namespaces;

/// <summary><c>Default</c>, <c>kube_system</c>: no namespace is called so.</summary>
internal static class NamespaceIsNoName
{
    private const int MaxLength = 63;

    /// <summary>AUD1065.</summary>
    public static CheckDescriptor Descriptor { get; } = new("AUD1065", "No namespace can have this name", FindingSeverity.Warning);

    /// <summary>Holds the names against what the server takes for one; stars have a check of their own, and the empty name is a request without a namespace.</summary>
    public static void Check(PolicyCheckContext context, FindingSink findings)
    {
        foreach (RuleValue ns in context.Values(PolicyField.Namespaces))
        {
            if (ns.Text.Length == 0 || ns.Text.IndexOf('*') >= 0 || IsLabel(ns.Text)) continue;
            string lower = ns.Text.ToLowerInvariant();
            PolicyEdit? edit = IsLabel(lower) ? ns.ReplacedBy(lower, ns.Node.Namespaces, t => t.ToLowerInvariant()) : null;
            string advice = edit switch { null => "Correct the name.", RemoveValue => $"'{lower}' is in the list: drop it.", _ => $"Write '{lower}'." };
            findings.Add(Descriptor.At(ns, $"Names of namespaces have lower-case letters, digits and '-' only, and begin and end with no '-', so '{ns.Text}' matches none. {advice}", edit));
        }
    }

    // RFC 1123.
    private static bool IsLabel(string text) => text.Length <= MaxLength && text[0] != '-' && text[text.Length - 1] != '-' && text.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-');
}
