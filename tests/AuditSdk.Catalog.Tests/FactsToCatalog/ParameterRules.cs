namespace AuditSdk.Catalog.Tests.FactsToCatalog;

/// <summary>What the dumps cannot tell of a parameter.</summary>
internal static class ParameterRules
{
    private static readonly Dictionary<string, string> Types = new(StringComparer.Ordinal)
    {
        // The plugin sends what a rule matches on to that label; the dump says string, since fluentd has no type for labels.
        ["output.rewrite_tag_filter/rule: label"] = "label",
    };

    /// <summary>The type of a parameter in the catalog.</summary>
    /// <param name="place">The plugin and the sections inside it: <c>output.rewrite_tag_filter/rule</c>.</param>
    /// <param name="fact">What the dump says.</param>
    public static string Type(string place, ParameterFact fact) => Types.GetValueOrDefault($"{place}: {fact.Name}", fact.Type);
}
