using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd;
using AuditSdk.Semantics.Fluentd.Acceptance;

namespace AuditSdk.Semantics.Checks.Fluentd.Secrets;

/// <summary>A password, key or token as a literal.</summary>
internal static class SecretIsWrittenInClear
{
    /// <summary>AUD2001.</summary>
    public static CheckDescriptor Descriptor { get; } = new("AUD2001", "A secret is written in clear", FindingSeverity.Error);

    /// <summary>Looks at every parameter that fluentd marks as secret, and at those that C# knows as such. The message never shows the value.</summary>
    public static void Check(FluentdCheckContext context, FindingSink findings)
    {
        foreach (FluentdParameter parameter in Accidents(context.Root))
        {
            findings.Add(Descriptor.At(parameter.Origin, $"'{parameter.Key}' is a secret written in clear text, readable by whoever reads the file: write Env(\"NAME\"), or set the typed property to Secret.InClear(...) where that is meant."));
        }

        foreach (WrittenParameter parameter in context.Written.Where(p => p.Schema.IsSecret && p.Text.Length > 0 && p.Secret == SecretLiteral.Unsaid))
        {
            findings.Add(Descriptor.At(parameter.Origin, $"'{parameter.Key}' is a secret, and everybody who reads the file reads it. Write \"#{{ENV['NAME']}}\", in double quotes (in C# Env(\"NAME\")), and give fluentd the variable.") with { Remedy = FromEnvironment(context, parameter) });
        }
    }

    private static IEnumerable<FluentdParameter> Accidents(FluentdElement element)
        => element.Parameters.Where(p => p.Value.Secret == SecretLiteral.Accident).Concat(element.Elements.SelectMany(Accidents));

    private static FluentdEdit? FromEnvironment(FluentdCheckContext context, WrittenParameter parameter)
    {
        if (context.Places.Parameter(parameter.Origin) is not var (_, path) || Plugin(context, path) is not { } plugin) return null;
        string name = new([.. $"{plugin}_{parameter.Schema.Name}".Select(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') ? char.ToUpperInvariant(c) : c is >= 'A' and <= 'Z' ? c : '_')]);
        return context.SetAt($"Take it from the environment variable {name}: it is empty where fluentd runs without that", parameter.Origin, new FluentdValue(ValueList.From([new FluentdValuePart($"ENV['{name}']", IsRuby: true)])));
    }

    // The nearest section around it with a type.
    private static string? Plugin(FluentdCheckContext context, FluentdPath path)
    {
        for (FluentdPath? around = path.Parent; around is not null; around = around.Parent)
        {
            if (around.In(context.Root) is FluentdElement section && section.Text("@type").Or(section.Text("type").Or(null)) is { Length: > 0 } type) return type;
        }

        return null;
    }
}
