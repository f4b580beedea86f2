using System.Text.RegularExpressions;

namespace AuditSdk.Cli.Check;

/// <summary>Tells a fluentd configuration from a policy by its sections.</summary>
internal static partial class FluentdConf
{
    public static bool Looks(string text) => Section().IsMatch(text);

    [GeneratedRegex(@"^[ \t]*(<(source|match|filter|label|system|worker)\b[^>\n]*>|@include\s)", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Section();
}
