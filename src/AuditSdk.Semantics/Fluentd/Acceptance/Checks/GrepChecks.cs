using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd.Values;

namespace AuditSdk.Semantics.Fluentd.Acceptance;

/// <summary>filter_grep (fluentd 1.18): each key once.</summary>
internal sealed class GrepChecks : PluginChecks
{
    private const int Most = 20;

    public override void After(Plugin plugin)
    {
        HashSet<string> regexpAnd = ReadNumbered(plugin, "regexp");
        HashSet<string> excludeOr = ReadNumbered(plugin, "exclude");
        HashSet<string> regexpOr = new(StringComparer.Ordinal), excludeAnd = new(StringComparer.Ordinal);
        ReadSection settings = plugin.Settings;
        AddKeys(plugin, settings.Sections("regexp"), regexpAnd, "Duplicate key");
        AddKeys(plugin, settings.Sections("exclude"), excludeOr, "Duplicate key");
        ReadGroups(plugin, "and", regexpAnd, excludeAnd);
        ReadGroups(plugin, "or", regexpOr, excludeOr);
    }

    private static HashSet<string> ReadNumbered(Plugin plugin, string name)
    {
        HashSet<string> keys = new(StringComparer.Ordinal);
        for (int i = 1; i <= Most; i++)
        {
            if (plugin.Text($"{name}{i}") is not { } text) continue;
            Origin origin = plugin.Element.OriginOf($"{name}{i}");
            string trimmed = text;
            int blank = trimmed.IndexOf(' ');
            if (blank < 0) throw plugin.Refuse(FluentdCause.ValueInvalid, $"{name}{i} does not contain 2 parameters", origin, $"{name}{i}");
            string key = trimmed.Substring(0, blank), pattern = trimmed.Substring(blank + 1);
            if (keys.Contains(key)) throw plugin.Refuse(FluentdCause.ParametersConflict, $"{name}{i} contains a duplicated key, {key}", origin, key);
            CheckAccessor(plugin, key, origin);
            if (RubyPattern.Error(pattern) is { } error) throw plugin.Refuse(FluentdCause.RegexpInvalid, $"{error}: /{RubyPattern.Slashed(pattern)}/", origin, pattern, "RegexpError");
            keys.Add(key);
        }

        return keys;
    }

    private static void ReadGroups(Plugin plugin, string name, HashSet<string> regexps, HashSet<string> excludes)
    {
        foreach (ReadSection group in plugin.Settings.Sections(name))
        {
            if (group.Sections("regexp").Count > 0 && group.Sections("exclude").Count > 0)
            {
                throw plugin.Refuse(FluentdCause.ParametersConflict, $"Do not specify both <regexp> and <exclude> in <{name}>", group.Element.Origin, name);
            }

            AddKeys(plugin, group.Sections("regexp"), regexps, $"Duplicate key in <{name}>");
            AddKeys(plugin, group.Sections("exclude"), excludes, $"Duplicate key in <{name}>");
        }
    }

    private static void AddKeys(Plugin plugin, IReadOnlyList<ReadSection> sections, HashSet<string> keys, string message)
    {
        foreach (ReadSection section in sections)
        {
            if (!section.TryText("key", out string? key) || key is null) continue;
            if (!keys.Add(key)) throw plugin.Refuse(FluentdCause.ParametersConflict, $"{message}: {key}", section.OriginOf("key"), key);
            CheckAccessor(plugin, key, section.OriginOf("key"));
        }
    }

    internal static void CheckAccessor(Plugin plugin, string key, Origin origin)
    {
        if (RecordAccessor.Error(key) is not { } error) return;
        throw plugin.Refuse(FluentdCause.AccessorInvalid, error, origin, key, error.StartsWith("invalid value for Integer", StringComparison.Ordinal) ? "ArgumentError" : "Fluent::ConfigError");
    }
}
