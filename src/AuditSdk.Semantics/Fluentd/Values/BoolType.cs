namespace AuditSdk.Semantics.Fluentd.Values;

/// <summary>true and yes, false and no, in small letters only. Nothing at all is true, and so is a comment, which fluentd's parser takes for the value. Anything else is nil.</summary>
internal static class BoolType
{
    public static FluentdReading Read(FluentdDatum datum)
    {
        string text = datum.ToText();
        return text switch
        {
            "true" or "yes" or "" => new(new FluentdDatum.Boolean(true)),
            "false" or "no" => new(new FluentdDatum.Boolean(false)),
            ['#', ..] => new(new FluentdDatum.Boolean(true), IsExact: false),
            _ => new(null, IsExact: false),
        };
    }
}
