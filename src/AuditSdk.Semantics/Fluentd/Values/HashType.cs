using AuditSdk.Semantics.Documents;

namespace AuditSdk.Semantics.Fluentd.Values;

/// <summary>JSON where the text begins with <c>{</c>, else <c>name:value</c> between commas, blanks around the colon kept.</summary>
internal static class HashType
{
    public static FluentdReading Read(FluentdDatum datum, FluentdType? element, string parameter)
    {
        bool isExact = true;
        FluentdDatum? read = datum;
        if (datum is FluentdDatum.Text { Value: var text })
        {
            if (text.Length > 0 && text[0] == '{')
            {
                if (!RubyJsonReader.TryRead(text, out read)) return FluentdReading.Refused($"unexpected token at '{text}'");
            }
            else if ((read = Pairs(CommaList.Split(text, out isExact), ref isExact)) is null)
            {
                return FluentdReading.Refused("invalid number of elements (0 for 1..2)"); // Ruby's Hash[[[]]], for nothing between two commas
            }
        }

        if (read is not FluentdDatum.Map map) return FluentdReading.Refused($"hash required but got {read?.Inspect() ?? "nil"}");
        if (element is null) return new(map, isExact);
        List<KeyValuePair<string, FluentdDatum?>> items = [];
        foreach (KeyValuePair<string, FluentdDatum?> pair in map.Items)
        {
            FluentdReading item = element.ReadElement(pair.Value, parameter);
            if (item.Error is not null) return item;
            items.Add(new(pair.Key, item.Value));
            isExact &= item.IsExact;
        }

        return new(new FluentdDatum.Map(ValueList.From(items)), isExact);
    }

    private static FluentdDatum.Map? Pairs(IReadOnlyList<string> texts, ref bool isExact)
    {
        OrderedMap map = new();
        foreach (string text in texts)
        {
            if (text.Length == 0) return null;
            int colon = text.IndexOf(':');
            isExact &= colon >= 0;
            map.Set(colon < 0 ? text : text.Substring(0, colon), colon < 0 ? null : new FluentdDatum.Text(text.Substring(colon + 1)));
        }

        return map.ToDatum();
    }
}
