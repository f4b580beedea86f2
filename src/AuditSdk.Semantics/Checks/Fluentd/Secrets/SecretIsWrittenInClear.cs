using AuditSdk.Semantics.Checks.Fluentd.Ruby;
using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd;
using AuditSdk.Semantics.Fluentd.Acceptance;

namespace AuditSdk.Semantics.Checks.Fluentd.Secrets;

/// <summary>A password, key or token as a literal.</summary>
internal static class SecretIsWrittenInClear
{
    /// <summary>AUD2001.</summary>
    public static CheckDescriptor Descriptor { get; } = new("AUD2001", "A secret is written in clear", FindingSeverity.Error);

    /// <summary>Looks at every parameter that fluentd marks as secret, at those that C# knows as such, and at URLs. The message never shows a value, but the name of a variable.</summary>
    public static void Check(FluentdCheckContext context, FindingSink findings)
    {
        foreach (FluentdParameter parameter in Accidents(context.Root))
        {
            findings.Add(Descriptor.At(parameter.Origin, $"'{parameter.Key}' is a secret written in clear text, readable by whoever reads the file: write Env(\"NAME\"), or set the typed property to Secret.InClear(...) where that is meant."));
        }

        HashSet<Origin> told = [];
        foreach (WrittenParameter parameter in context.Written.Where(p => p.Schema.IsSecret && p.Text.Length > 0 && p.Secret == SecretLiteral.Unsaid && !RubyIsNotExpanded.HasRuby(p.Text)))
        {
            told.Add(parameter.Origin);
            if (VariableOf(parameter.Text) is { } variable)
            {
                findings.Add(Descriptor.At(parameter.Origin, $"fluentd takes '{parameter.Text}' as it stands, so that this text is the secret. Write \"#{{ENV['{variable}']}}\", in double quotes (in C# Env(\"{variable}\")), and give fluentd the variable.") with { Remedy = FromEnvironment(context, parameter, variable) });
                continue;
            }

            findings.Add(Descriptor.At(parameter.Origin, $"'{parameter.Key}' is a secret, and everybody who reads the file reads it. Write \"#{{ENV['NAME']}}\", in double quotes (in C# Env(\"NAME\")), and give fluentd the variable.") with { Remedy = FromEnvironment(context, parameter) });
        }

        foreach (FluentdParameter parameter in context.Root.All.Where(e => e.Name is not "record").SelectMany(e => e.Parameters).Where(p => p.Value.Secret == SecretLiteral.Unsaid && !told.Contains(p.Origin) && HasPasswordInUrl(p.Value)))
        {
            findings.Add(Descriptor.At(parameter.Origin, $"The URL in '{parameter.Key}' has a password in it, and everybody who reads the file reads it. Write \"#{{ENV['NAME']}}\" in its place, in double quotes (in C# Env(\"NAME\")), or the parameters for user and password."));
        }
    }

    // "${NAME}", as shells and other agents have it.
    private static string? VariableOf(string text)
        => text.Length > 3 && text.StartsWith("${", StringComparison.Ordinal) && text[text.Length - 1] == '}' && text.Substring(2, text.Length - 3) is var name
            && name.All(c => c is (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_') ? name : null;

    // "https://user:password@host": what is between the colon and the @.
    private static bool HasPasswordInUrl(FluentdValue value)
    {
        if (value.Parts is not { } parts) return false;
        string text = string.Concat(parts.Select(p => p.IsRuby ? "\0" : p.Text));
        for (int at = text.IndexOf("://", StringComparison.Ordinal); at >= 0; at = text.IndexOf("://", at + 3, StringComparison.Ordinal))
        {
            int end = text.IndexOfAny(['/', '?', ' ', ',', '"', '\''], at + 3);
            string host = text.Substring(at + 3, (end < 0 ? text.Length : end) - at - 3);
            int user = host.IndexOf(':'), sign = host.LastIndexOf('@');
            if (user >= 0 && sign > user + 1 && host.IndexOfAny(['\0', '{', '<'], user, sign - user) < 0) return true;
        }

        return false;
    }

    private static IEnumerable<FluentdParameter> Accidents(FluentdElement element)
        => element.Parameters.Where(p => p.Value.Secret == SecretLiteral.Accident).Concat(element.Elements.SelectMany(Accidents));

    private static FluentdEdit? FromEnvironment(FluentdCheckContext context, WrittenParameter parameter, string? variable = null)
    {
        if (context.Places.Parameter(parameter.Origin) is not var (_, path) || Plugin(context, path) is not { } plugin) return null;
        string name = variable ?? new([.. $"{plugin}_{parameter.Schema.Name}".Select(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') ? char.ToUpperInvariant(c) : c is >= 'A' and <= 'Z' ? c : '_')]);
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
