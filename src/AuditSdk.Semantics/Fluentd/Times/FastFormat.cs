namespace AuditSdk.Semantics.Fluentd.Times;

/// <summary>The gem strptime, which reads the times of fluentd where it knows every directive of a format: few, exactly, and without a look at what is left of the text.</summary>
internal static class FastFormat
{
    private const string Directives = "BHMNSYbdehmnyz";

    private static readonly string[] Months = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    /// <summary>True where the gem takes the format.</summary>
    public static bool Takes(string format)
    {
        for (int i = 0; i < format.Length; i++)
        {
            if (format[i] == '\0') return false;
            if (format[i] == '%' && (++i == format.Length || Directives.IndexOf(format[i]) < 0)) return false;
        }

        return true;
    }

    /// <summary>What it reads; null where the text is another.</summary>
    public static TimeFields? Read(string format, string text)
    {
        TimeFields fields = new();
        TimeText reader = new(text);
        for (int i = 0; i < format.Length; i++)
        {
            char c = format[i];
            if (TimeText.IsBlank(c)) reader.SkipBlanks();
            else if (c != '%' ? !reader.Skip(c) : !Read(format[++i], reader, fields)) return null;
        }

        return fields;
    }

    private static bool Read(char directive, TimeText text, TimeFields fields)
    {
        switch (directive)
        {
            case 'Y': return (fields.Year = text.SignedNumber(4)) is not null;
            case 'y': return (fields.Year = text.Number(2) is { } year ? year + (year < 69 ? 2000 : 1900) : null) is not null;
            case 'm': return (fields.Month = text.Number(2, 1, 12)) is not null;
            case 'B' or 'b' or 'h': return (fields.Month = text.Name(Months, 3)) is not null;
            case 'd' or 'e': return (fields.Day = text.Number(2, 1, 31)) is not null;
            case 'H': return (fields.Hour = text.Number(2, 0, 23)) is not null;
            case 'M': return (fields.Minute = text.Number(2, 0, 59)) is not null;
            case 'S': return (fields.Second = text.Number(2, 0, 60)) is not null;
            case 'N': return (fields.Nanosecond = text.Fraction(9, isExact: true)) is not null;
            case 'z': return Zone(text, fields);
            default:
                text.SkipBlanks();
                return true;
        }
    }

    // A Z stays where it is; the gem looks no further.
    private static bool Zone(TimeText text, TimeFields fields)
    {
        if (text.Current is 'z' or 'Z')
        {
            fields.Zone = "Z";
            return true;
        }

        bool isBehind = text.Current == '-';
        if (text.Current is '+' or '-') text.Skip(text.Current);
        if (text.Number(2) is not { } hours) return false;
        if (text.Current == ':') text.Skip(':');
        int minutes = text.Number(2) ?? 0;
        fields.Zone = $"{(isBehind ? '-' : '+')}{hours:00}{minutes:00}";
        return true;
    }
}
