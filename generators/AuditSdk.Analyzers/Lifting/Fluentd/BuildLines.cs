using System.Globalization;
using System.Text.RegularExpressions;
using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd;

namespace AuditSdk.Analyzers.Lifting.Fluentd;

/// <summary>
/// The lines that the real objects have recorded, by the place of their sections here. Behind something of which source does not tell how much it is, a section has no number that
/// is sure, and the build knows it by its line.
/// </summary>
internal sealed class BuildLines
{
    private static readonly Regex Child = new(@"\G([^\[\].]+)\[(\d+)\](?:\.|\z)", RegexOptions.CultureInvariant);
    private static readonly Regex AnyIndex = new(@"\[\d+\]", RegexOptions.CultureInvariant);

    private readonly Dictionary<Origin, (int Section, int Parameters)> _lines = [];

    /// <summary>Where the <c>new</c> of an object stands; a buffer records no line, and has that of the section around it.</summary>
    public static int Of(ObjectValue made) => made.Made.GetLocation().GetMappedLineSpan().StartLinePosition.Line + 1;

    /// <summary>Keeps the lines of a section and of what is directly inside.</summary>
    public void Keep(Origin origin, int section, int parameters) => _lines[origin] = (section, parameters);

    /// <summary>A path as the build can compare it with that of the real object: with stars for numbers where one is not sure, and the line.</summary>
    public string PathForTheBuild(string path, FluentdElement root)
    {
        bool isSure = true;
        FluentdElement element = root;
        int at = 0;
        while (Child.Match(path, at) is { Success: true } match && Find(element, match, ref isSure) is { } child)
        {
            element = child;
            at = match.Index + match.Length;
        }

        if (isSure || !_lines.TryGetValue(element.Origin, out (int Section, int Parameters) lines)) return path;
        return AnyIndex.Replace(path, "[*]") + "\t" + (at >= path.Length ? lines.Section : lines.Parameters).ToString(CultureInfo.InvariantCulture);
    }

    private static FluentdElement? Find(FluentdElement parent, Match name, ref bool isSure)
    {
        int left = int.Parse(name.Groups[2].Value, CultureInfo.InvariantCulture);
        foreach (FluentdNode node in parent.Nodes)
        {
            if (node is FluentdUnknown) isSure = false;
            if (node is FluentdElement element && element.Name == name.Groups[1].Value && left-- == 0) return element;
        }

        return null;
    }
}
