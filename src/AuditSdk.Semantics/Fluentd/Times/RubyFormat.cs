using System.Text.RegularExpressions;

namespace AuditSdk.Semantics.Fluentd.Times;

/// <summary>Ruby's own <c>Date._strptime</c>, for formats that the gem does not take. A directive that it does not know is text, its percent sign too: <c>%3N</c> reads "%3N".</summary>
internal sealed class RubyFormat(string format, TimeText text, TimeFields fields)
{
    private const int Any = int.MaxValue;
    private const string Numbers = "CDdeFGgHIjkLlMmNQRrSsTUuVvWwXxYy";

    private static readonly string[] Months = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];
    private static readonly string[] Days = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];
    private static readonly Regex ZoneName = new(@"\G(?:(?:gmt|utc?)?[-+][0-9]+(?:[,.:][0-9]+(?::[0-9]+)?)?|[a-z.\s]+(?:standard|daylight)\stime\b|[a-z]+(?:\sdst)?\b)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <summary>What it reads; null where the text is another. What is left of the text does not matter.</summary>
    public static TimeFields? Read(string format, string text)
    {
        TimeFields fields = new();
        if (!new RubyFormat(format, new TimeText(text), fields).Read()) return null;
        if (fields.HalfDay is { } half && fields.Hour is { } hour) fields.Hour = (hour % 12) + half;
        if (fields.Century is { } century && fields.Year is { } year) fields.Year = (century * 100) + year;
        return fields;
    }

    private bool Read()
    {
        for (int i = 0; i < format.Length; i++)
        {
            char c = format[i];
            if (TimeText.IsBlank(c))
            {
                text.SkipBlanks();
            }
            else if (c != '%' || i + 1 == format.Length)
            {
                if (!text.Skip(c)) return false;
            }
            else
            {
                int at = Modified(i + 1);
                if (at < 0 || (at == i ? !text.Skip('%') : !Directive(format[at], at))) return false;
                i = at;
            }
        }

        return true;
    }

    // %Ey, %Od and %:z are %y, %d and %z; any other E or O makes text of the percent sign, which then is where we are; any other colon reads nothing: -1.
    private int Modified(int at)
    {
        char c = format[at];
        char next = at + 1 < format.Length ? format[at + 1] : '\0';
        if (c == 'E') return "cCxXyY".IndexOf(next) >= 0 && next != '\0' ? at + 1 : at - 1;
        if (c == 'O') return "deHImMSuUVwWy".IndexOf(next) >= 0 && next != '\0' ? at + 1 : at - 1;
        if (c != ':') return at;
        int z = at;
        while (z < format.Length && z - at < 3 && format[z] == ':') z++;
        return z < format.Length && format[z] == 'z' ? z : -1;
    }

    // Digits behind it, or a directive that begins with some, end a number of any length.
    private bool NumberFollows(int at)
    {
        if (++at >= format.Length) return false;
        if (TimeText.IsDigit(format[at])) return true;
        if (format[at] != '%' || ++at >= format.Length) return false;
        if (format[at] is 'E' or 'O' && ++at >= format.Length) return false;
        return TimeText.IsDigit(format[at]) || Numbers.IndexOf(format[at]) >= 0;
    }

    private bool Directive(char directive, int at)
    {
        switch (directive)
        {
            case 'A' or 'a': return text.Name(Days, 3) is not null;
            case 'B' or 'b' or 'h': return (fields.Month = text.Name(Months, 3)) is not null;
            case 'C': return (fields.Century = (int?)text.SignedNumber(NumberFollows(at) ? 2 : 9)) is not null;
            case 'd' or 'e': return (fields.Day = Padded(1, 31)) is not null;
            case 'H' or 'k': return (fields.Hour = Padded(0, 24)) is not null;
            case 'I' or 'l': return (fields.Hour = Padded(1, 12)) is not null;
            case 'j': return (fields.DayOfYear = text.Number(3, 1, 366)) is not null;
            case 'L' or 'N': return (fields.Nanosecond = text.Fraction(NumberFollows(at) ? directive == 'L' ? 3 : 9 : Any, isExact: false)) is not null;
            case 'M': return (fields.Minute = text.Number(2, 0, 59)) is not null;
            case 'm': return (fields.Month = text.Number(2, 1, 12)) is not null;
            case 'P' or 'p': return HalfDay();
            case 'Q': return (fields.Epoch = text.SignedNumber(Any) is { } thousandths ? (Floor(thousandths), (int)(thousandths - (Floor(thousandths) * 1000)) * 1_000_000) : null) is not null;
            case 'S': return (fields.Second = text.Number(2, 0, 60)) is not null;
            case 's': return (fields.Epoch = text.SignedNumber(Any) is { } seconds ? (seconds, 0) : null) is not null;
            case 'Y': return (fields.Year = text.SignedNumber(NumberFollows(at) ? 4 : Any)) is not null;
            case 'y': return ShortYear();
            case 'Z' or 'z': return Zone();
            case '%': return text.Skip('%');
            default: return Week(directive, at) ?? (Composite(directive) is { } inner ? new RubyFormat(inner, text, fields).Read() : text.Skip('%') && text.Skip(directive));
        }
    }

    private static string? Composite(char directive) => directive switch
    {
        'c' => "%a %b %e %H:%M:%S %Y",
        'D' or 'x' => "%m/%d/%y",
        'F' => "%Y-%m-%d",
        'n' or 't' => " ",
        'R' => "%H:%M",
        'r' => "%I:%M:%S %p",
        'T' or 'X' => "%H:%M:%S",
        'v' => "%e-%b-%Y",
        '+' => "%a %b %e %H:%M:%S %Z %Y",
        _ => null,
    };

    // Weeks; null for another directive.
    private bool? Week(char directive, int at)
    {
        bool? isRead = directive switch
        {
            'G' => text.SignedNumber(NumberFollows(at) ? 4 : Any) is not null,
            'g' => YearOfWeek(),
            'U' or 'W' => text.Number(2, 0, 53) is not null,
            'V' => text.Number(2, 1, 53) is not null,
            'u' => text.Number(1, 1, 7) is not null,
            'w' => text.Number(1, 0, 6) is not null,
            _ => null,
        };
        fields.HasWeeks |= isRead == true;
        return isRead;
    }

    private static long Floor(long thousandths) => (thousandths - (((thousandths % 1000) + 1000) % 1000)) / 1000;

    private int? Padded(int least, int most) => text.Number(text.Skip(' ') ? 1 : 2, least, most);

    private bool ShortYear()
    {
        if (text.Number(2, 0, 99) is not { } year) return false;
        fields.Year = year;
        fields.Century ??= year >= 69 ? 19 : 20;
        return true;
    }

    // Its century is that of the year, too.
    private bool YearOfWeek()
    {
        if (text.Number(2, 0, 99) is not { } year) return false;
        fields.Century ??= year >= 69 ? 19 : 20;
        return true;
    }

    private bool HalfDay()
    {
        char c = char.ToLowerInvariant(text.Current);
        if (c is not ('a' or 'p')) return false;
        foreach (string name in (string[])[c + ".m.", c + "m"])
        {
            if (string.Compare(text.Text, text.Position, name, 0, name.Length, StringComparison.OrdinalIgnoreCase) != 0) continue;
            text.Position += name.Length;
            fields.HalfDay = c == 'p' ? 12 : 0;
            return true;
        }

        return false;
    }

    private bool Zone()
    {
        Match match = ZoneName.Match(text.Text, text.Position);
        if (!match.Success) return false;
        text.Position += match.Length;
        fields.Zone = match.Value;
        return true;
    }
}
