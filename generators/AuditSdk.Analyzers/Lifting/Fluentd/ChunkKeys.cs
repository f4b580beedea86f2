using AuditSdk.Semantics.Fluentd;

namespace AuditSdk.Analyzers.Lifting.Fluentd;

/// <summary>What a buffer groups events by, as the text after <c>&lt;buffer</c>.</summary>
internal static class ChunkKeys
{
    private const string None = "[]";

    /// <summary>The text; null where there is none.</summary>
    public static FluentdValue? Of(Value value, FluentdTypes types)
    {
        if (value is ConstantValue { Constant: null }) return null;
        if (value is not ListValue keys) return FluentdValue.Unknown;
        string?[] names = [.. keys.Elements.Select(e => NameOf(e.Value, types))];
        if (names.Length == 0) return null;
        return names.All(n => n is not null && (n == None ? names.Length == 1 : IsName(n))) ? FluentdValue.Text(string.Join(",", names)) : FluentdValue.Unknown;
    }

    private static string? NameOf(Value key, FluentdTypes types) => key switch
    {
        ConstantValue { Constant: string name } => name,
        ObjectValue named when KnownTypes.Is(named.Type, types.ChunkKey) => (named["Name"] as ConstantValue)?.Constant as string,
        _ => null,
    };

    // fluentd's own rule, as the build has it.
    private static bool IsName(string name)
    {
        if (name.StartsWith("$.", StringComparison.Ordinal)) return name.Length > 2 && !name.Any(c => char.IsWhiteSpace(c) || ",[]>#\"'".IndexOf(c) >= 0);
        return name.Length > 0 && name.All(c => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '-' or '_' or '.' or '@');
    }
}
