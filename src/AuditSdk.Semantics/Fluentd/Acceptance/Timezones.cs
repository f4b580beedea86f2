using System.Text.RegularExpressions;
using AuditSdk.Semantics.Documents;

namespace AuditSdk.Semantics.Fluentd.Acceptance;

/// <summary>The time zones that fluentd takes: an offset, or a name of the zone database with a slash in it (timezone.rb of 1.18).</summary>
internal static class Timezones
{
    private static readonly Lazy<HashSet<string>> Names = new(ReadNames);

    public static bool IsValid(string zone)
        => Regex.IsMatch(zone, @"\A[+-][0-9][0-9](:?[0-9][0-9])?\z", RegexOptions.CultureInvariant) || Names.Value.Contains(zone);

    public static void Validate(Plugin plugin, string zone, Origin origin)
    {
        if (!IsValid(zone)) throw plugin.Refuse(FluentdCause.TimezoneUnknown, $"Unsupported timezone '{zone}'", origin, zone);
    }

    private static HashSet<string> ReadNames()
    {
        using StreamReader reader = new(typeof(Timezones).Assembly.GetManifestResourceStream("timezones.txt")!);
        return new(reader.ReadToEnd().Split('\n').Where(n => n.Length > 0), StringComparer.Ordinal);
    }
}
