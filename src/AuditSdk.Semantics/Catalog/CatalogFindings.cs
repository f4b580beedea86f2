using AuditSdk.Semantics.Documents;

namespace AuditSdk.Semantics.Catalog;

/// <summary>Collects what is wrong with one catalog file: AUD9008, one finding a line.</summary>
internal sealed class CatalogFindings(string? file)
{
    /// <summary>The id of a catalog line that cannot be read.</summary>
    public const string Id = "AUD9008";

    private const int LongestQuote = 40;

    private readonly List<Finding> _findings = [];

    public ValueList<Finding> ToList() => ValueList.From(_findings);

    public void Add(int line, int column, string message) => _findings.Add(new Finding(Id, FindingSeverity.Error, message, new Origin(file, line, column)));

    /// <summary>A word of the file as a message shows it: on one line and not endless.</summary>
    public static string Quote(string text)
    {
        string shown = text.Length <= LongestQuote ? text : text.Substring(0, LongestQuote) + "...";
        return "'" + new string([.. shown.Select(c => char.IsControl(c) || c is '\u2028' or '\u2029' ? '?' : c)]) + "'";
    }
}
