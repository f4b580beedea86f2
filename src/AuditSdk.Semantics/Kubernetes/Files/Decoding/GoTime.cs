using System.Text.RegularExpressions;

namespace AuditSdk.Semantics.Kubernetes.Files.Decoding;

/// <summary>Times of a policy's metadata.</summary>
internal static class GoTime
{
    private static readonly Regex Rfc3339 = new(@"^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]([.,][0-9]+)?(Z|[-+][0-9]{2}:[0-9]{2})\z", RegexOptions.CultureInvariant);

    public static bool IsRfc3339(string text) => Rfc3339.IsMatch(text);

    /// <summary>Go's words for a text that does not even begin as a time.</summary>
    public static string Error(string text) => $"parsing time {GoText.Quote(text)} as \"2006-01-02T15:04:05Z07:00\": cannot parse {GoText.Quote(text)} as \"2006\"";
}
