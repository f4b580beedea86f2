using AuditSdk.Semantics.Documents;

namespace AuditSdk.Cli.Check;

/// <summary>Findings for people: one line each, with what answers and proves them below.</summary>
internal static class TextReport
{
    public static void Write(IReadOnlyList<Finding> findings, Terminal terminal)
    {
        foreach (Finding finding in findings) Write(finding, terminal);
    }

    private static void Write(Finding finding, Terminal terminal)
    {
        terminal.Out.WriteLine($"{Place(finding.Origin)}: {terminal.Word(finding.Severity)} {finding.Id}: {finding.Message}");
        if (finding.Path is not null) terminal.Out.WriteLine($"    at: {finding.Path}");
        if (finding.Remedy is not null) terminal.Out.WriteLine($"    fix: {finding.Remedy.Title}");
        if (finding.Counterexample is not null) terminal.Out.WriteLine($"    such as: {finding.Counterexample}");
        if (finding.Detail is not null) terminal.Out.WriteLine($"    {(finding.IsRefusal ? "refused" : "logged")}: {finding.Detail.ReplaceLineEndings(" ")}");
        foreach (Origin related in finding.Related) terminal.Out.WriteLine($"    see: {Place(related)}");
    }

    private static string Place(Origin origin)
    {
        if (origin.Line == 0) return origin.File ?? "-";
        return origin.Column == 0 ? $"{origin.File}:{origin.Line}" : $"{origin.File}:{origin.Line}:{origin.Column}";
    }
}
