namespace AuditSdk.Semantics.Kubernetes;

/// <summary>Names of a policy as a message shows them.</summary>
internal static class PolicyWords
{
    /// <summary><c>the core group</c> or <c>group 'apps'</c>.</summary>
    public static string Group(string group) => group.Length == 0 ? "the core group" : $"group '{group}'";

    /// <summary>A resource with its group, as kubectl writes it.</summary>
    public static string Resource(string group, string resource) => group.Length == 0 ? resource : $"{resource}.{group}";

    /// <summary>Names in quotes, separated by commas and a last "and".</summary>
    public static string List(IEnumerable<string> names)
    {
        string[] quoted = [.. names.Select(n => "'" + n + "'")];
        return quoted.Length < 2 ? string.Concat(quoted) : string.Join(", ", quoted, 0, quoted.Length - 1) + " and " + quoted[quoted.Length - 1];
    }
}
