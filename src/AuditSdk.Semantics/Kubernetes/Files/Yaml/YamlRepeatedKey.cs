using AuditSdk.Semantics.Documents;

namespace AuditSdk.Semantics.Kubernetes.Files.Yaml;

/// <summary>A key that a mapping has already: the later value takes the place of the earlier one.</summary>
/// <param name="Key">The key.</param>
/// <param name="Warning">go-yaml's words.</param>
/// <param name="Origin">The later of the two places.</param>
/// <param name="First">The earlier.</param>
/// <param name="IsByMerge">True where one of the two came through <c>&lt;&lt;</c>.</param>
/// <param name="MergeWins">True where the value from <c>&lt;&lt;</c> is the later one.</param>
internal sealed record YamlRepeatedKey(string Key, string Warning, Origin Origin, Origin First, bool IsByMerge, bool MergeWins);
