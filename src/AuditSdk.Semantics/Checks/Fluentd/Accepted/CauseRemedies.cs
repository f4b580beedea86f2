using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd;
using AuditSdk.Semantics.Fluentd.Acceptance;
using AuditSdk.Semantics.Fluentd.Plugins;

namespace AuditSdk.Semantics.Checks.Fluentd.Accepted;

/// <summary>What answers an error or a warning of fluentd, where that is certain.</summary>
internal static class CauseRemedies
{
    // Of the old names fluentd says itself what took their place.
    private static readonly Dictionary<string, string> NewNames = new(StringComparer.Ordinal)
    {
        ["type"] = "@type", ["id"] = "@id", ["log_level"] = "@log_level", ["priority_key"] = "severity_key",
    };

    private static readonly HashSet<string> Deciding = new(StringComparer.Ordinal)
    {
        "source", "filter", "match", "label", "store", "rule", "regexp", "exclude", "and", "or", "tag", "@label", "add_tag_prefix", "remove_tag_regexp", "emit_invalid_record_to_error",
    };

    private static readonly HashSet<string> Conditions = new(StringComparer.Ordinal) { "rule", "regexp", "exclude", "and", "or" };

    /// <summary>The change; null where there is no obvious one.</summary>
    public static FluentdEdit? Of(FluentdCheckContext context, FluentdProblem problem) => problem.Cause switch
    {
        FluentdCause.PluginUnknown when problem.Nearest is { } near => context.Accepted(context.SetAt($"Write '{near}'{OfPlugin(context, problem.Origin)}", problem.Origin, near)),
        FluentdCause.EnumValueUnknown when problem.Nearest is { } near => context.Accepted(context.SetAt($"Write '{near}'", problem.Origin, near)),
        FluentdCause.LabelUnknown when problem.Nearest is { } near => context.SetAt($"Send the events to label {near}", problem.Origin, near),
        FluentdCause.ParameterUnknown => Unread(context, problem),
        FluentdCause.ParameterDeprecated when problem.Subject is { } old && NewNames.TryGetValue(old, out string? name) => Renamed(context, problem.Origin, old, name),
        FluentdCause.ParameterRemoved when problem.Subject?.StartsWith("rewriterule", StringComparison.Ordinal) == false => context.RemoveAt($"Delete '{problem.Subject}', which fluentd no longer has", problem.Origin),
        FluentdCause.SectionUnknown => UnreadSection(context, problem),
        FluentdCause.BufferUnsupported when context.Places.Section(problem.Origin) is var (buffer, _) => context.Remove("Delete <buffer>, which this plugin does not take", buffer),
        FluentdCause.PlaceholderWithoutChunkKey => ChunkKeys(context, problem.Origin),
        FluentdCause.FlushConflict => context.RemoveAt("Delete flush_interval, so that chunks are flushed by their timekey", problem.Origin),
        FluentdCause.BufferLostAtShutdown => context.SetAt("Flush the buffer at shutdown", problem.Origin, "true"),
        _ => null,
    };

    private static FluentdEdit? Unread(FluentdCheckContext context, FluentdProblem problem)
    {
        if (context.Places.Parameter(problem.Origin) is not var (parameter, path) || path.Parent!.In(context.Root) is not FluentdElement section) return null;
        if (problem.Nearest is { } near && !section.Has(near)) return context.Accepted(context.Rename($"Write '{near}', {Read(section, near)}", parameter, near));
        return context.Remove($"Delete '{parameter.Key}', which nothing reads", parameter);
    }

    private static FluentdEdit? UnreadSection(FluentdCheckContext context, FluentdProblem problem)
    {
        if (context.Places.Section(problem.Origin) is not var (section, path) || path.Parent!.In(context.Root) is not FluentdElement around) return null;
        if (problem.Nearest is { } near && !around.Sections(near).Any()) return context.Accepted(context.Rename($"Write <{near}>, {Read(around, near)}", section, near));
        return context.Remove($"Delete <{section.Name}>, which nothing reads", section);
    }

    private static FluentdEdit? Renamed(FluentdCheckContext context, Origin origin, string old, string name)
        => context.Places.Parameter(origin) is { Parameter: var parameter } && parameter.Key == old ? context.Rename($"Write '{name}', as it is called now", parameter, name) : null;

    // What fluentd reads only now may send events elsewhere.
    private static string Read(FluentdElement around, string name)
        => Deciding.Contains(name) || Conditions.Contains(around.Name) ? "which then decides where events go and with which tags" : "which is read then";

    private static string OfPlugin(FluentdCheckContext context, Origin type) => context.Places.Parameter(type)?.Path.Parent!.In(context.Root) is FluentdElement section
        ? section.Name switch
        {
            "source" => ", from which events come then",
            "filter" => ", through which events go then",
            "match" or "store" or "secondary" => ", to which events go then",
            _ => "",
        }
        : "";

    /// <summary>The chunk keys of an output; null where they cannot be known. A buffer that names no keys has those that its plugin gives it, which one that names some has not.</summary>
    public static string[]? ChunkKeysOf(FluentdCheckContext context, FluentdElement output)
    {
        FluentdElement? buffer = output.Sections("buffer").FirstOrDefault();
        if (buffer is { RubyArgument: not null } || buffer?.IsOpen == true) return null;
        return FluentdEditor.ChunkKeys(buffer?.Argument is { Length: > 0 } written ? written : context.Schemas.Find("output", output.Text("@type").Or("")!)?.Body.Section("buffer")?.Argument?.Default ?? "");
    }

    /// <summary>Adds the chunk keys that the placeholders of a parameter ask for.</summary>
    public static FluentdEdit? ChunkKeys(FluentdCheckContext context, Origin origin)
    {
        if (context.Places.Parameter(origin) is not var (parameter, path) || path.Parent!.In(context.Root) is not FluentdElement { Name: "match" or "store" } output) return null;
        if (parameter.Value.Literal is not { } text || output.IsOpen || context.Schemas.Find("output", output.Text("@type").Or("")!) is not { } plugin) return null;
        if (ChunkKeysOf(context, output) is not { } now) return null;
        FluentdElement? buffer = output.Sections("buffer").FirstOrDefault();
        SectionSchema? declared = plugin.Body.Section("buffer");
        List<string> keys = [.. Placeholders.KeysOf(text)];
        if (Placeholders.HasTag(text)) keys.Insert(0, "tag");
        double? unit = Placeholders.Unit(text);
        if (unit is not null) keys.Add("time");
        string[] added = [.. keys.Where(k => !now.Contains(k)).Distinct()];
        if (added.Length == 0) return null;
        bool hasTimekey = buffer?.Has("timekey") == true || declared?.Parameters.FirstOrDefault(p => p.Name == "timekey")?.Default is not null;
        string? timekey = added.Contains("time") && !hasTimekey ? FluentdRemedies.Duration(unit!.Value) : null;
        string title = $"Add {string.Join(" and ", added.Select(k => $"'{k}'"))} to the chunk keys{(timekey is null ? "" : $", with timekey {timekey}")}{(added.Contains("time") && IsFlushedByInterval(buffer) ? "; chunks then wait for timekey, and flush_interval is not read" : "")}";
        if (buffer is null)
        {
            IEnumerable<FluentdNode> nodes = timekey is null ? [] : [new FluentdParameter("timekey", FluentdValue.Text(timekey))];
            FluentdElement made = new("buffer", string.Join(",", now.Concat(added)), ValueList.From(nodes));
            return new AddSections(title, path.Parent, ValueList.From([FluentdRemedies.Typed(made, plugin)]), ValueList<string>.Empty);
        }

        return new AddChunkKeys(title, path.Parent, ValueList.From(buffer.Argument.Length > 0 ? added : now.Concat(added)), timekey);
    }

    private static bool IsFlushedByInterval(FluentdElement? buffer) => buffer?.Has("flush_interval") == true && !buffer.Has("flush_mode");
}
