using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd;

namespace AuditSdk.Semantics.Checks.Fluentd.Ruby;

/// <summary>Ruby in a record that fluentd does not run.</summary>
internal static class RubyIsNotEnabled
{
    /// <summary>AUD2090.</summary>
    public static CheckDescriptor Descriptor { get; } = new("AUD2090", "Ruby in a record is not enabled", FindingSeverity.Warning);

    /// <summary>Looks at the records of record_transformer without enable_ruby.</summary>
    public static void Check(FluentdCheckContext context, FindingSink findings)
    {
        foreach ((string text, Origin origin) in RecordExpressions.In(context, isRuby: false))
        {
            if (RecordExpressions.Placeholders(text).FirstOrDefault(p => !RecordExpressions.IsPlaceholder(p) && !RecordExpressions.IsName(p)) is not { } code) continue;
            findings.Add(Descriptor.At(origin, $"'${{{code}}}' is Ruby, and without enable_ruby the value is null, with a warning for each event. Write enable_ruby true, or a plain placeholder such as ${{record[\"name\"]}}.") with { Remedy = Enabled(context, origin) });
        }
    }

    private static FluentdEdit? Enabled(FluentdCheckContext context, Origin origin)
        => context.Places.Parameter(origin)?.Path.Parent?.Parent?.In(context.Root) is FluentdElement filter ? context.Set("Run the Ruby of the record for each event: events for which it fails are lost", filter, ("enable_ruby", "true")) : null;
}
