using AuditSdk.Semantics.Documents;

namespace AuditSdk.Semantics.Catalog;

/// <summary>
/// Reads a catalog: facts about Kubernetes resources and fluentd plugins, one a line, nested by two blanks. A line that cannot be read becomes a finding
/// (AUD9008) and what it declares is left out; no text makes the reader throw.
/// </summary>
public static class CatalogReader
{
    private static readonly string[] Declarations = ["releases", "group", "removed-group", "enum", "plugin", "extend"];

    /// <summary>Reads a catalog.</summary>
    /// <param name="text">The text of the file.</param>
    /// <param name="file">The file as its author knows it, for findings.</param>
    public static CatalogFile Read(string text, string? file = null)
    {
        CatalogFindings findings = new(file);
        IReadOnlyList<CatalogLine> lines = CatalogLexer.Read(text, findings);
        ResourceLines resources = new(findings);
        PluginLines plugins = new(findings);
        resources.ReadReleases(lines.Where(l => l.Keyword == "releases"));
        foreach (CatalogLine line in lines)
        {
            switch (line.Keyword)
            {
                case "releases": break;
                case "group": resources.ReadGroup(line); break;
                case "removed-group": resources.ReadRemovedGroup(line); break;
                case "enum": plugins.ReadEnum(line); break;
                case "plugin": plugins.ReadPlugin(line); break;
                case "extend": plugins.ReadExtension(line); break;
                default: Unknown(line, Declarations, findings); break;
            }
        }

        return new CatalogFile
        {
            File = file,
            Releases = resources.Releases,
            Groups = ValueList.From(CatalogMembers.Named(resources.Groups)),
            RemovedGroups = ValueList.From(resources.RemovedGroups),
            Enums = ValueList.From(plugins.Enums),
            Plugins = ValueList.From(plugins.Plugins),
            Extensions = ValueList.From(plugins.Extensions),
            Findings = findings.ToList(),
        };
    }

    /// <summary>Tells that a line starts with no word that is known at its place.</summary>
    internal static void Unknown(CatalogLine line, IReadOnlyList<string> known, CatalogFindings findings)
        => findings.Add(line.Number, line.Tokens[0].Column, $"{CatalogFindings.Quote(line.Keyword)} declares nothing here; expected {string.Join(", ", known)}.{CatalogWordReader.Meant(line.Keyword, known)}");
}
