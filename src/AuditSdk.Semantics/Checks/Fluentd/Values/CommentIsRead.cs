using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd;

namespace AuditSdk.Semantics.Checks.Fluentd.Values;

/// <summary>A comment that is a value.</summary>
internal static class CommentIsRead
{
    /// <summary>AUD2062.</summary>
    public static CheckDescriptor Descriptor { get; } = new("AUD2062", "A comment is read as a value", FindingSeverity.Warning);

    /// <summary>Looks for values that begin as comments do.</summary>
    public static void Check(FluentdCheckContext context, FindingSink findings)
    {
        HashSet<Origin> switches = [.. context.Written.Where(p => p.Schema.Type.Name == "bool").Select(p => p.Origin)];
        foreach (FluentdParameter parameter in context.Root.All.SelectMany(e => e.Parameters))
        {
            if (parameter.Value.Literal is not { Length: > 0 } text || text[0] != '#' || text.StartsWith("#{", StringComparison.Ordinal)) continue;
            if (!text.StartsWith("# ", StringComparison.Ordinal) && !switches.Contains(parameter.Origin)) continue;
            findings.Add(Descriptor.At(parameter.Origin, $"A value is what follows the name, so that '{parameter.Key}' is '{text}'{(switches.Contains(parameter.Origin) ? ", which is true" : "")}. Write a value before the comment, or the comment on a line of its own."));
        }
    }
}
