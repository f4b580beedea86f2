namespace AuditSdk.Semantics.Fluentd;

/// <summary>Parameter names with <c>@</c>, which fluentd keeps for itself (element.rb): it stops at one that it does not know at the top level and in directives, and warns elsewhere.</summary>
internal static class ReservedKeys
{
    private static readonly string[] KnownKeys = ["@type", "@id", "@label", "@log_level"];
    private static readonly string[] StrictSections = ["source", "match", "filter", "system"];

    public static IReadOnlyList<string> Known => KnownKeys;

    /// <summary>True for a name that stops fluentd in a section.</summary>
    public static bool Stops(string key, string section, bool isRoot)
        => key.Length > 0 && key[0] == '@' && Array.IndexOf(KnownKeys, key) < 0 && (isRoot || Array.IndexOf(StrictSections, section) >= 0);
}
