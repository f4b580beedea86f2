namespace AuditSdk.Semantics.Fluentd;

/// <summary>Parameter names with <c>@</c>, which fluentd keeps for itself (element.rb): it stops at one that it does not know at the top level and in directives, and warns elsewhere.</summary>
internal static class ReservedKeys
{
    public static readonly IReadOnlyList<string> Known = ["@type", "@id", "@label", "@log_level"];

    private static readonly string[] StrictSections = ["source", "match", "filter", "system"];

    /// <summary>True for a name that stops fluentd in a section.</summary>
    public static bool Stops(string key, string? section, bool isRoot)
        => key.Length > 0 && key[0] == '@' && !Known.Contains(key) && (isRoot || StrictSections.Contains(section));
}
