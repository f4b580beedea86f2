using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd;
using AuditSdk.Semantics.Fluentd.Acceptance;
using AuditSdk.Semantics.Fluentd.Plugins;
using AuditSdk.Semantics.Fluentd.Values;

namespace AuditSdk.Semantics.Checks.Fluentd.Plugins;

/// <summary>The sections that fluentd makes of a plugin's flat parameters, as one writes them.</summary>
/// <param name="Sections">The sections.</param>
/// <param name="Removed">The names of the parameters that they take the place of.</param>
internal sealed record FlatSections(ValueList<FluentdElement> Sections, ValueList<string> Removed)
{
    // The names of files follow the format as well, and without it the timekey.
    private static readonly Dictionary<string, string> OrdinaryFormats = new(StringComparer.Ordinal)
    {
        ["1m"] = "%Y%m%d%H%M", ["1h"] = "%Y%m%d%H", ["1d"] = "%Y%m%d",
    };

    /// <summary>The sections; null where they are not certain, or say something else than the parameters.</summary>
    /// <param name="acceptance">What fluentd made.</param>
    /// <param name="element">The plugin, or the template that forest makes it of.</param>
    /// <param name="owner">The section of the plugin.</param>
    /// <param name="plugin">What is declared of it.</param>
    public static FlatSections? Of(FluentdAcceptance acceptance, FluentdElement element, Origin owner, PluginSchema? plugin)
    {
        if (plugin is null || element.IsOpen) return null;
        List<FluentdElement> sections = [];
        foreach (MadeSection made in acceptance.Made.Where(m => m.Owner == owner).GroupBy(m => m.Name).Select(g => g.Last()))
        {
            List<FluentdNode> values = [];
            foreach (KeyValuePair<string, ConfValue> pair in made.Values)
            {
                if (Value(pair, element) is not { } value) return null;
                values.Add(new FluentdParameter(pair.Key, value));
            }

            if (values.Count > 0) sections.Add(FluentdRemedies.Typed(new FluentdElement(made.Name, made.Argument, ValueList.From(values)), plugin));
        }

        if (sections.Count == 0 || !HasOrdinaryFormat(element, sections)) return null;
        HashSet<Origin> flat = [.. acceptance.Flat.Select(f => f.Origin)];
        HashSet<string> names = [.. acceptance.Flat.Select(f => f.Name)];
        IEnumerable<string> removed = element.Parameters.Where(p => flat.Contains(p.Origin) && names.Contains(p.Key)).Select(p => p.Key);
        return new FlatSections(ValueList.From(sections), ValueList.From(removed.Where(n => plugin.Body.Parameters.All(p => p.Name != n)).Distinct()));
    }

    private static FluentdValue? Value(KeyValuePair<string, ConfValue> made, FluentdElement element)
    {
        if (made.Key == "timekey" && made.Value.Datum is FluentdDatum.Integer { Value: var seconds }) return FluentdValue.Text(FluentdRemedies.Duration((double)seconds));
        FluentdParameter[] written = [.. element.Parameters.Where(p => p.Origin == made.Value.Origin)];
        FluentdParameter? same = written.FirstOrDefault(p => made.Value.IsKnown && p.Value.Literal == made.Value.Text) ?? (made.Value.IsKnown || written.Length != 1 ? null : written[0]);
        return same?.Value ?? (made.Value is { IsKnown: true, Text: { } text } ? FluentdValue.Text(text) : null);
    }

    private static bool HasOrdinaryFormat(FluentdElement element, List<FluentdElement> sections)
    {
        if (element.Find("time_slice_format") is not { } format) return true;
        string? timekey = sections.Find(s => s.Name == "buffer")?.Find("timekey")?.Value.Literal;
        return timekey is not null && OrdinaryFormats.TryGetValue(timekey, out string? ordinary) && format.Value.Literal == ordinary;
    }
}
