using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd;

namespace AuditSdk.Semantics.Checks.Fluentd.Ruby;

/// <summary>Ruby where fluentd takes it as text.</summary>
internal static class RubyIsNotExpanded
{
    /// <summary>AUD2093.</summary>
    public static CheckDescriptor Descriptor { get; } = new("AUD2093", "Ruby in this value is not run", FindingSeverity.Warning);

    // Their values are code or patterns of their own.
    private static readonly string[] OfOtherCode = ["record", "regexp", "exclude", "rule"];

    /// <summary>Looks for #{...} in values that are plain text.</summary>
    public static void Check(FluentdCheckContext context, FindingSink findings)
    {
        HashSet<Origin> regexps = [.. context.Written.Where(p => p.Schema.Type.Name == "regexp").Select(p => p.Origin)];
        foreach (FluentdParameter parameter in context.Root.All.Where(e => !OfOtherCode.Contains(e.Name)).SelectMany(e => e.Parameters))
        {
            if (parameter.Value.Parts is not { } parts || parts.FirstOrDefault(p => !p.IsRuby && HasRuby(p.Text)) is null) continue;
            if (regexps.Contains(parameter.Origin) || parameter.Key is "command" or "format" or "@include") continue;
            findings.Add(Descriptor.At(parameter.Origin, $"fluentd runs #{{...}} in double quotes only, and '{parameter.Key}' keeps it as text. Write the value in double quotes.") with { Remedy = Run(parameter.Value) is { } run ? context.SetAt("Run the Ruby when fluentd reads the file", parameter.Origin, run) : null });
        }
    }

    // One expression without braces inside: where it ends is certain.
    private static FluentdValue? Run(FluentdValue value)
    {
        if (value.Literal is not { } text || text.Split(["#{"], StringSplitOptions.None) is not [var before, var rest] || rest.Split('}') is not [var code, var after] || code.Contains('{')) return null;
        FluentdValuePart[] parts = [new(before, IsRuby: false), new(code, IsRuby: true), new(after, IsRuby: false)];
        return new FluentdValue(ValueList.From(parts.Where(p => p.Text.Length > 0)));
    }

    /// <summary>True for a text with #{...} in it.</summary>
    public static bool HasRuby(string text)
    {
        int start = text.IndexOf("#{", StringComparison.Ordinal);
        return start >= 0 && text.IndexOf('}', start) > start + 2;
    }
}
