namespace AuditSdk.Semantics.Fluentd.Times;

/// <summary>Days of the Gregorian calendar by their number, 0 for 1970-01-01, for years that .NET's types do not have too.</summary>
internal static class CivilDay
{
    private const int DaysOfEra = 146_097;

    /// <summary>The number of a day; one behind the end of its month is of the next, as Ruby's Time counts.</summary>
    public static long Number(long year, int month, int day)
    {
        // Years begin in March, so that the leap day is the last.
        long shifted = month <= 2 ? year - 1 : year;
        long era = (shifted >= 0 ? shifted : shifted - 399) / 400;
        long ofEra = shifted - (era * 400);
        int ofYear = (((153 * (month + (month > 2 ? -3 : 9))) + 2) / 5) + day - 1;
        return (era * DaysOfEra) + (ofEra * 365) + (ofEra / 4) - (ofEra / 100) + ofYear - 719_468;
    }

    /// <summary>The day of a number.</summary>
    public static (long Year, int Month, int Day) OfNumber(long number)
    {
        number += 719_468;
        long era = (number >= 0 ? number : number - DaysOfEra + 1) / DaysOfEra;
        long ofEra = number - (era * DaysOfEra);
        long year = (ofEra - (ofEra / 1460) + (ofEra / 36_524) - (ofEra / (DaysOfEra - 1))) / 365;
        long ofYear = ofEra - ((365 * year) + (year / 4) - (year / 100));
        int month = (int)(((5 * ofYear) + 2) / 153);
        int day = (int)(ofYear - (((153 * month) + 2) / 5) + 1);
        month += month < 10 ? 3 : -9;
        return (year + (era * 400) + (month <= 2 ? 1 : 0), month, day);
    }
}
