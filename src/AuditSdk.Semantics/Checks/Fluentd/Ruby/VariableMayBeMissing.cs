using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd;
using System.Text.RegularExpressions;

namespace AuditSdk.Semantics.Checks.Fluentd.Ruby;

/// <summary>Variables of the environment that nobody has to set.</summary>
internal static class VariableMayBeMissing
{
    /// <summary>AUD2095.</summary>
    public static CheckDescriptor Descriptor { get; } = new("AUD2095", "A variable of the environment may be missing", FindingSeverity.Info, CheckProfile.Strict);

    private static readonly Regex Variable = new(@"\A\s*ENV\[\s*(?:'([^']+)'|""([^""]+)"")\s*\]\s*\z", RegexOptions.CultureInvariant);

    /// <summary>Names each variable once that is asked for without a word on what holds without it.</summary>
    public static void Check(FluentdCheckContext context, FindingSink findings)
    {
        HashSet<string> told = new(StringComparer.Ordinal);
        foreach (FluentdParameter parameter in context.Root.All.SelectMany(e => e.Parameters).Where(p => p.Value.HasRuby))
        {
            foreach (FluentdValuePart part in parameter.Value.Parts!.Where(p => p.IsRuby))
            {
                Match match = Variable.Match(part.Text);
                string name = match.Groups[1].Value + match.Groups[2].Value;
                if (!match.Success || !told.Add(name)) continue;
                findings.Add(Descriptor.At(parameter.Origin, $"Where {name} is not set, fluentd takes an empty text without a word. Write ENV.fetch('{name}'), with which it does not start, or ENV['{name}'] || 'default'.") with { Remedy = context.SetAt($"Do not start where {name} is not set", parameter.Origin, Fetched(parameter.Value, part, name)) });
            }
        }
    }

    private static FluentdValue Fetched(FluentdValue value, FluentdValuePart part, string name)
        => new(ValueList.From(value.Parts!.Select(p => p.Equals(part) ? p with { Text = $"ENV.fetch('{name}')" } : p)));
}
