using System.Globalization;
using AuditSdk.Semantics.Documents;

namespace AuditSdk.Cli.Check;

/// <summary>Findings as workflow commands, which GitHub shows at the lines of a pull request.</summary>
internal static class GitHubReport
{
    public static void Write(IReadOnlyList<Finding> findings, Terminal terminal)
    {
        foreach (Finding finding in findings)
        {
            string place = finding.Origin.File is { } file ? $"file={Property(file)}," : "";
            if (finding.Origin.Line > 0) place += $"line={Number(finding.Origin.Line)},";
            if (finding.Origin.Column > 0) place += $"col={Number(finding.Origin.Column)},";
            terminal.Out.WriteLine($"::{SeverityWord.GitHub(finding.Severity)} {place}title={finding.Id}::{Data(finding.Message)}");
        }
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Data(string text) => text.Replace("%", "%25", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) => Data(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);
}
