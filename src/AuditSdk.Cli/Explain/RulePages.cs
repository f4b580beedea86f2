using System.Reflection;

namespace AuditSdk.Cli.Explain;

/// <summary>The pages of <c>docs/rules</c>, which lie in this assembly.</summary>
internal static class RulePages
{
    private const string Extension = ".md";

    /// <summary>The ids that have a page, in order.</summary>
    public static IEnumerable<string> Ids => Assembly.GetManifestResourceNames().Where(n => n.EndsWith(Extension, StringComparison.Ordinal)).Select(n => n[..^Extension.Length]).Order(StringComparer.Ordinal);

    private static Assembly Assembly => typeof(RulePages).Assembly;

    /// <summary>A page.</summary>
    /// <exception cref="UsageException">There is none of that id.</exception>
    public static string Of(string id)
    {
        string wanted = id.ToUpperInvariant();
        using Stream? page = Ids.Contains(wanted) ? Assembly.GetManifestResourceStream(wanted + Extension) : null;
        if (page is null) throw new UsageException($"{id} is no id of a finding. The ids: {string.Join(", ", Ids)}.");
        using StreamReader reader = new(page);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
