using System.Text.Json;
using AuditSdk.Semantics.Fluentd.Times;

namespace AuditSdk.Semantics.Tests.Fluentd.Times;

public sealed class FluentdTimeParserTests
{
    [Fact]
    public void RecordedTimes_AreReadAsFluentdReadsThem()
    {
        string path = Path.Combine(SourceTree.Root, "tests", "AuditSdk.Conformance", "vectors", "fluentd", "time-parse.json");
        JsonElement[] cases = [.. JsonDocument.Parse(File.ReadAllText(path)).RootElement.GetProperty("cases").EnumerateArray()];

        string[] differences = [.. cases.Select(TimeCases.Compared).Where(c => c.Expected != c.Actual).Select(c => $"{c.Expected} but {c.Actual}")];

        Assert.True(cases.Length > 100 && differences.Length == 0, string.Join('\n', differences));
    }

    [Theory]
    [InlineData("%d/%b/%Y:%H:%M:%S %z", "20/Nov/2026:10:32:12 +0900", "2026-11-20T01:32:12.000000000Z")]
    [InlineData("%d/%B/%y %H:%M", "1/february/70 00:30", "1970-02-01T00:30:00.000000000Z")]
    [InlineData("%Y-%m-%d %H:%M:%S %z", "2026-11-20  10:32:12 -03:30", "2026-11-20T14:02:12.000000000Z")]
    [InlineData("%Y-%m-%d %I:%M %p", "2026-11-20 12:05 AM", "2026-11-20T00:05:00.000000000Z")]
    [InlineData("%Y-%j %T", "2028-366 23:59:60", "2029-01-01T00:00:00.000000000Z")]
    [InlineData("%F %R %Z", "2026-11-20 10:32 PST", "2026-11-20T18:32:00.000000000Z")]
    [InlineData("%Q", "1763634732500", "2025-11-20T10:32:12.500000000Z")]
    [InlineData("%Y%m%d%k%M", "20261120 932", "2026-11-20T09:32:00.000000000Z")]
    [InlineData("%F %T.%L%:z", "2026-11-20 10:32:12.5+01:00", "2026-11-20T09:32:12.500000000Z")]
    [InlineData("%Y-%m-%d", "2026-02-31", "2026-03-03T00:00:00.000000000Z")]
    [InlineData("100%% %Y", "100% 2026", "2026-01-01T00:00:00.000000000Z")]
    public void Text_IsReadByItsFormat(string format, string text, string expected)
        => Assert.Equal(expected, new FluentdTimeParser { Format = format }.Parse(text)?.ToString());

    [Theory]
    [InlineData("%H:%M", "10:32")]
    [InlineData("%G-W%V", "2026-W47")]
    public void TimeOfTheDayOfReading_IsNotKnown(string format, string text) => Assert.Null(new FluentdTimeParser { Format = format }.Parse(text));

    [Fact]
    public void HostInAnotherZone_ShiftsTextsWithoutOne()
        => Assert.Equal("2026-11-20T01:32:12.000000000Z", new FluentdTimeParser { Format = "%Y-%m-%dT%H:%M:%S", LocalOffset = 9 * 3600 }.Parse("2026-11-20T10:32:12")?.ToString());

    [Theory]
    [InlineData("%")]
    [InlineData("%E")]
    [InlineData("%:")]
    [InlineData("%Y%")]
    [InlineData("%%%")]
    [InlineData("%:::::z")]
    [InlineData("%EE%OO")]
    public void BrokenFormat_EndsInAnErrorOrNothing(string format) => Assert.True(new FluentdTimeParser { Format = format }.Parse("2026") is null or { Error: not null });
}
