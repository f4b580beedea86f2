using AuditSdk.Semantics.Checks.Policy;

namespace AuditSdk.Analyzers.Tests.Fixes;

/// <summary>A policy in C# before a fix and after it.</summary>
internal static class FixedPolicy
{
    public const string InLines = """
        [
            new(None) { Users = ["a"] }, // noise
            // Why this one.
            new(Request)
            {
                Users = ["b"],
            },

            new(Metadata) { Users = ["c"] },
            new(None)
        ]
        """;

    public static void AssertRules(PolicyEdit edit, string before, string after)
        => Fixed.AssertGives(edit, Source($"Rules = {before} }}; static PolicyRule Last => new(Request); static PolicyRule[] More => [new(None)"), Source($"Rules = {after} }}; static PolicyRule Last => new(Request); static PolicyRule[] More => [new(None)"));

    public static void AssertMembers(PolicyEdit edit, string before, string after, string end = "] };") => Fixed.AssertGives(edit, Source(before, end), Source(after, end));

    // The text goes on in the policy's initializer, or behind it in further members; the end closes the last of them.
    public static string Source(string policy, string end = "]")
    {
        string close = end.Length == 0 ? " };" : policy.Contains("};", StringComparison.Ordinal) ? end.TrimEnd('}', ';', ' ') + ";" : end.EndsWith("};", StringComparison.Ordinal) ? end : end + " };";
        return $"[AuditConfig] public static class Cluster\n{{\n    [EmitAs(\"p.yaml\")] public static AuditPolicy Policy => new() {{ {policy}{close}\n}}\n";
    }
}
