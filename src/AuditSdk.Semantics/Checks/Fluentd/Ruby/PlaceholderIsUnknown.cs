using AuditSdk.Semantics.Documents;

namespace AuditSdk.Semantics.Checks.Fluentd.Ruby;

/// <summary>A placeholder in a record that means nothing.</summary>
internal static class PlaceholderIsUnknown
{
    /// <summary>AUD2091.</summary>
    public static CheckDescriptor Descriptor { get; } = new("AUD2091", "A placeholder in a record is unknown", FindingSeverity.Warning);

    /// <summary>Looks at the records of record_transformer without enable_ruby.</summary>
    public static void Check(FluentdCheckContext context, FindingSink findings)
    {
        foreach ((string text, Origin origin) in RecordExpressions.In(context, isRuby: false))
        {
            if (RecordExpressions.Placeholders(text).FirstOrDefault(p => !RecordExpressions.IsPlaceholder(p) && RecordExpressions.IsName(p)) is not { } name) continue;
            findings.Add(Descriptor.At(origin, $"'${{{name}}}' is no placeholder, and the value is null, with a warning for each event. Write ${{record[\"{name}\"]}} for a field of that name; others are tag, tag_parts[N], tag_prefix[N], tag_suffix[N], time and hostname.") with { Remedy = context.SetAt($"Write the field '{name}'", origin, text.Replace($"${{{name}}}", $"${{record[\"{name}\"]}}")) });
        }
    }
}
