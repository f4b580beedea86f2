using AuditSdk.Semantics.Documents;

namespace AuditSdk.Semantics.Fluentd.Values;

/// <summary>JSON where the text begins with <c>[</c>, else what stands between commas; nothing behind the last comma is no element.</summary>
internal static class ArrayType
{
    public static FluentdReading Read(FluentdDatum datum, FluentdType? element, string parameter)
    {
        bool isExact = true;
        FluentdDatum? read = datum;
        if (datum is FluentdDatum.Text { Value: var text })
        {
            if (text.Length > 0 && text[0] == '[')
            {
                if (!RubyJsonReader.TryRead(text, out read)) return FluentdReading.Refused($"unexpected token at '{text}'");
            }
            else
            {
                read = new FluentdDatum.List(ValueList.From<FluentdDatum?>(CommaList.Split(text, out isExact).Select(t => new FluentdDatum.Text(t))));
            }
        }

        if (read is not FluentdDatum.List list) return FluentdReading.Refused($"array required but got {read?.Inspect() ?? "nil"}");
        if (element is null) return new(list, isExact);
        FluentdDatum?[] items = new FluentdDatum?[list.Items.Count];
        for (int i = 0; i < items.Length; i++)
        {
            FluentdReading item = element.ReadElement(list.Items[i], parameter);
            if (item.Error is not null) return item;
            items[i] = item.Value;
            isExact &= item.IsExact;
        }

        return new(new FluentdDatum.List(ValueList.From(items)), isExact);
    }
}
