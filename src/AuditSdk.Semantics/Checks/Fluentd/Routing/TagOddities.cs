using AuditSdk.Semantics.Fluentd;

namespace AuditSdk.Semantics.Checks.Fluentd.Routing;

/// <summary>What people write into the pattern of a match that fluentd reads as plain characters.</summary>
internal static class TagOddities
{
    /// <summary>True for a comma outside of braces.</summary>
    public static bool HasComma(FluentdElement step) => step.RubyArgument is null && Words(step).Any(w => Find(w).HasComma);

    /// <summary>True for a brace that nothing closes.</summary>
    public static bool HasOpenBrace(FluentdElement step) => step.RubyArgument is null && Words(step).Any(w => Find(w).IsOpen);

    // A regular expression may have both.
    private static IEnumerable<string> Words(FluentdElement step) => step.Argument.Split(' ', '\t').Where(w => w.Length > 0 && w[0] != '/');

    private static (bool HasComma, bool IsOpen) Find(string glob)
    {
        int depth = 0;
        bool hasComma = false;
        for (int i = 0; i < glob.Length; i++)
        {
            if (glob[i] == '\\') i++;
            else if (glob[i] == '{') depth++;
            else if (glob[i] == '}' && depth > 0) depth--;
            else if (glob[i] == ',' && depth == 0) hasComma = true;
        }

        return (hasComma, depth > 0);
    }
}
