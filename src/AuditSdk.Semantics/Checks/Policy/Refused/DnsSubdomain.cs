using System.Text;
using System.Text.RegularExpressions;

namespace AuditSdk.Semantics.Checks.Policy.Refused;

/// <summary>Names of API groups: subdomains by RFC 1123, as apimachinery checks them.</summary>
internal static class DnsSubdomain
{
    private const int MaxLength = 253;
    private const string Pattern = @"[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*";

    private static readonly Regex Whole = new("^" + Pattern + @"\z", RegexOptions.CultureInvariant);

    /// <summary>What is wrong with a name, in the server's words; null where it is right.</summary>
    public static string? Error(string name)
    {
        List<string> errors = [];
        if (Encoding.UTF8.GetByteCount(name) > MaxLength) errors.Add("must be no more than 253 characters");
        if (!Whole.IsMatch(name))
        {
            errors.Add("a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character"
                + $" (e.g. 'example.com', regex used for validation is '{Pattern}')");
        }

        return errors.Count == 0 ? null : string.Join(",", errors);
    }
}
