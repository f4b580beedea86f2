using System.Text.RegularExpressions;

namespace AuditSdk.Conformance;

/// <summary>The part of the server's error that has to be the same.</summary>
internal static partial class ServerError
{
    /// <summary>Of broken YAML the verdict and the line; of everything else every word.</summary>
    public static string? Comparable(string? error) => error is null ? null : Yaml().Match(error) is { Success: true } yaml ? yaml.Value : error;

    [GeneratedRegex(@"^failed decoding: yaml: (line \d+: )?")]
    private static partial Regex Yaml();
}
