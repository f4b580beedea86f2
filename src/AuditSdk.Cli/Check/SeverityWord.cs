using AuditSdk.Semantics.Documents;

namespace AuditSdk.Cli.Check;

/// <summary>Severities as each format names them.</summary>
internal static class SeverityWord
{
    public static string Json(FindingSeverity severity) => Of(severity, "info");

    public static string Sarif(FindingSeverity severity) => Of(severity, "note");

    public static string GitHub(FindingSeverity severity) => Of(severity, "notice");

    private static string Of(FindingSeverity severity, string info) => severity switch { FindingSeverity.Error => "error", FindingSeverity.Warning => "warning", _ => info };
}
