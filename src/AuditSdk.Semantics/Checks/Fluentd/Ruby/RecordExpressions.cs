using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd;

namespace AuditSdk.Semantics.Checks.Fluentd.Ruby;

/// <summary>The values that record_transformer fills in.</summary>
internal static class RecordExpressions
{
    /// <summary>The texts of its records, names and values, with the places; none of a filter with unknown settings.</summary>
    /// <param name="context">The configuration.</param>
    /// <param name="isRuby">Those of filters with <c>enable_ruby</c>, or those of filters without.</param>
    public static IEnumerable<(string Text, Origin Origin)> In(FluentdCheckContext context, bool isRuby)
    {
        foreach (PluginSection filter in context.Plugins.Where(p => p.Is("filter", "record_transformer")))
        {
            Node<bool> ruby = filter.Element.Flag("enable_ruby");
            if (ruby.State == NodeState.Unknown || ruby.Or(false) != isRuby) continue;
            foreach (FluentdParameter field in filter.Element.Sections("record").SelectMany(r => r.Parameters))
            {
                if (field.Value.Literal is { } text) yield return (text, field.Origin);
            }
        }
    }

    /// <summary>What stands between <c>${</c> and the next <c>}</c>, as fluentd reads it where there is no Ruby.</summary>
    public static IEnumerable<string> Placeholders(string text)
    {
        for (int at = text.IndexOf("${", StringComparison.Ordinal); at >= 0; at = text.IndexOf("${", at + 2, StringComparison.Ordinal))
        {
            int end = text.IndexOf('}', at);
            if (end > at + 2) yield return text.Substring(at + 2, end - at - 2);
        }
    }

    /// <summary>True for a placeholder that fluentd fills in without Ruby.</summary>
    public static bool IsPlaceholder(string name)
    {
        if (name is "tag" or "time" or "hostname") return true;
        if (name.StartsWith("record[\"", StringComparison.Ordinal)) return name.EndsWith("\"]", StringComparison.Ordinal) && name.IndexOf('"', 8) == name.Length - 2;
        int open = name.IndexOf('[');
        return open > 0 && name.Substring(0, open) is "tag_parts" or "tag_prefix" or "tag_suffix" && name[name.Length - 1] == ']'
            && int.TryParse(name.Substring(open + 1, name.Length - open - 2), System.Globalization.NumberStyles.AllowLeadingSign, System.Globalization.CultureInfo.InvariantCulture, out _);
    }

    /// <summary>True for a name and nothing else, which would be no Ruby of use either.</summary>
    public static bool IsName(string name) => name.All(c => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_' or '-');
}
