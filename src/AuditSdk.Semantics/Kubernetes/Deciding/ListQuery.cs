using System.Globalization;

namespace AuditSdk.Semantics.Kubernetes;

/// <summary>What the query of a list says of verb and name.</summary>
/// <param name="IsWatch">True for <c>watch</c> with any value but false and 0, also without one.</param>
/// <param name="Name">The name that a field selector asks for; empty without one, and where any list option cannot be read.</param>
internal sealed record ListQuery(bool IsWatch, string Name)
{
    public static ListQuery Of(RequestUrl url) => new(IsTrue(url.First("watch")), IsReadable(url) ? NameOf(url.First("fieldSelector")) : "");

    private static bool IsTrue(string? value) => value is not null && value.ToLowerInvariant() is not ("false" or "0");

    // One option that cannot be read makes the server forget all of them but watch.
    private static bool IsReadable(RequestUrl url)
        => IsNumber(url.First("timeoutSeconds")) && IsNumber(url.First("limit")) && LabelSelector.IsValid(url.First("labelSelector") ?? "");

    private static bool IsNumber(string? value)
        => value is null || long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);

    private static string NameOf(string? fieldSelector)
    {
        string? name = fieldSelector is null ? null : FieldSelector.ExactValue(fieldSelector, "metadata.name");
        return name is null or "." or ".." || name.IndexOfAny(['/', '%']) >= 0 ? "" : name;
    }
}
