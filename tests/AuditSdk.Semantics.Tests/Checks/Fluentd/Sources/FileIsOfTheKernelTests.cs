using AuditSdk.Semantics.Documents;

namespace AuditSdk.Semantics.Tests.Checks.Fluentd.Sources;

public sealed class FileIsOfTheKernelTests
{
    [Theory]
    [InlineData("@type file\npath /proc/nope/o", 12)]
    [InlineData("@type file\npath /sys/o/${tag}", 12)]
    [InlineData("@type stdout\n<buffer>\n@type file\npath /proc/b\n</buffer>", 14)]
    [InlineData("@type stdout\n<secondary>\n@type secondary_file\ndirectory /sys/s\n</secondary>", 14)]
    public void FileBelowProcOrSys_ReportedAtItsPath(string output, int line)
    {
        Finding found = Assert.Single(FluentdFindings.Of("AUD2037", In("/var/lib/fluentd/a.pos", output)));

        Assert.Equal((FindingSeverity.Error, line), (found.Severity, found.Origin.Line));
    }

    [Fact]
    public void PositionFile_Reported() => Assert.Equal(4, Assert.Single(FluentdFindings.Of("AUD2037", In("/proc/a.pos", "@type stdout"))).Origin.Line);

    [Theory]
    [InlineData("/proc/self/cwd/o")]
    [InlineData("/proc/1/root/var/o")]
    [InlineData("/proc/../var/o")]
    [InlineData("/proc/${pid}/cwd/o")]
    [InlineData("/process/o")]
    [InlineData("/var/proc/o")]
    [InlineData("\"#{ENV['DIR']}/o\"")]
    public void FileThatMayBeElsewhere_Silent(string path) => Assert.Empty(FluentdFindings.Of("AUD2037", In("/var/lib/fluentd/a.pos", $"@type file\npath {path}")));

    [Fact]
    public void FileThatIsOnlyRead_Silent() => Assert.Empty(FluentdFindings.Of("AUD2037", In("/var/lib/fluentd/a.pos", "@type stdout").Replace("path /var/log/a.log", "path /proc/kmsg", StringComparison.Ordinal)));

    private static string In(string position, string output) => $"<source>\n@type tail\npath /var/log/a.log\npos_file {position}\ntag a\n<parse>\n@type none\n</parse>\n</source>\n<match a>\n{output}\n</match>";
}
