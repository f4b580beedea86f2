using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd.Acceptance;

namespace AuditSdk.Semantics.Checks.Fluentd.Accepted;

/// <summary>A check for each cause of fluentd's own errors and warnings when it reads a configuration. What it refuses is an error, what it warns of at most a warning.</summary>
internal static class CauseChecks
{
    private static readonly (FluentdCause Cause, CheckDescriptor Descriptor, Func<FluentdProblem, string> Advice)[] Rows =
    [
        Row(FluentdCause.TypeMissing, "AUD2101", "A section has no @type", _ => "Write @type with the name of the plugin."),
        Row(FluentdCause.PluginUnknown, "AUD2102", "No plugin has this type", p => p.Absence ?? (p.Nearest is { } near ? $"Write '{near}'." : "Write the name of a plugin, or declare it as AuditFluentdPlugin, --plugin or RawOutput where a gem of your own brings it.")),
        Row(FluentdCause.ParameterMissing, "AUD2103", "A parameter that has to be there is not", p => $"Write {Quoted(p.Subject, "it")}."),
        Row(FluentdCause.ParameterUnknown, "AUD2104", "Nothing reads this parameter", p => p.Absence ?? (p.Nearest is { } near ? $"It does nothing. Write '{near}'." : "It does nothing. Take it out, or write it where it belongs.")),
        Row(FluentdCause.ParameterDeprecated, "AUD2105", "A parameter is deprecated", _ => "Write what took its place."),
        Row(FluentdCause.ParameterRemoved, "AUD2106", "A parameter was removed", _ => "Write what took its place."),
        Row(FluentdCause.ValueInvalid, "AUD2107", "A value is not one that its parameter takes", p => p.Message.StartsWith("unknown encoding", StringComparison.Ordinal) ? "Write the name of an encoding as Ruby has it, such as UTF-8." : "Write true or false for a switch, a number for a number."),
        Row(FluentdCause.EnumValueUnknown, "AUD2108", "A value is none of those to choose from", p => p.Nearest is { } near ? $"Write '{near}'." : $"Write one of {string.Join(", ", p.Candidates)}."),
        Row(FluentdCause.RegexpInvalid, "AUD2109", "Ruby refuses a regular expression", _ => "Mend the expression; in quotes, so that neither '#' nor a blank ends it."),
        Row(FluentdCause.ParametersConflict, "AUD2110", "Parameters exclude or need one another", _ => "Keep those that belong together."),
        Row(FluentdCause.SectionMissing, "AUD2111", "A section that has to be there is not", p => $"Write <{p.Subject}>."),
        Row(FluentdCause.SectionUnknown, "AUD2112", "Nothing reads this section", p => p.Absence ?? (p.Nearest is { } near ? $"It does nothing. Write <{near}>." : "It does nothing. Take it out, or write it where it belongs.")),
        Row(FluentdCause.SectionRepeated, "AUD2113", "A section is written twice", _ => "Keep one."),
        Row(FluentdCause.ArgumentMissing, "AUD2114", "A section needs an argument", p => $"Write <{p.Subject} NAME>."),
        Row(FluentdCause.PatternInvalid, "AUD2115", "The pattern of a match or filter is none", _ => "Write /.../ around a regular expression, and close what it opens."),
        Row(FluentdCause.LabelUnknown, "AUD2116", "No label has this name", p => p.Nearest is { } near ? $"Write '{near}'." : $"Write <label {p.Subject}>, or the name of one that is there."),
        Row(FluentdCause.LabelInvalid, "AUD2117", "A label is named twice, or as fluentd forbids", _ => "Give each label a name of its own."),
        Row(FluentdCause.LabelWithoutMatch, "AUD2118", "A label has no match", _ => "Write a <match> in it, or take it out."),
        Row(FluentdCause.WorkerInvalid, "AUD2119", "A worker's number is out of range, or taken", _ => "Count from 0 up to workers minus one, each worker once."),
        Row(FluentdCause.SingleWorkerPlugin, "AUD2120", "A plugin cannot run in several workers", _ => "Put it into <worker 0>."),
        Row(FluentdCause.SystemInvalid, "AUD2121", "A parameter of <system> is refused", _ => "Write one <system> with values that it takes."),
        Row(FluentdCause.IdRepeated, "AUD2122", "Two plugins have one @id", _ => "Give each plugin an @id of its own."),
        Row(FluentdCause.BufferUnsupported, "AUD2123", "A plugin that does not buffer has a buffer", _ => "Take the <buffer> out."),
        Row(FluentdCause.BufferPathMissing, "AUD2124", "A buffer in files has no path", _ => "Write path in <buffer>, or an @id and root_dir in <system>."),
        Row(FluentdCause.PathShared, "AUD2125", "Two plugins share one path", _ => "Give each a path of its own."),
        Row(FluentdCause.ChunkKeyInvalid, "AUD2126", "A chunk key cannot be one", _ => "Write tag, time, the name of a field, or an accessor such as $.a.b."),
        Row(FluentdCause.ChunkKeysMany, "AUD2127", "Many chunk keys make many chunks", _ => "Keep the keys that the path needs.", FindingSeverity.Info),
        Row(FluentdCause.TimekeyInvalid, "AUD2128", "Chunk keys by time have no timekey", _ => "Write timekey, such as 1h."),
        Row(FluentdCause.PlaceholderWithoutChunkKey, "AUD2129", "A placeholder has no chunk key", p => $"Add {Quoted(p.Subject, "the key")} to <buffer>, or take the placeholder out."),
        Row(FluentdCause.ChunkKeyWithoutPlaceholder, "AUD2130", "A chunk key has no placeholder, so chunks would share a file", p => p.Subject == "time" ? "Write every unit of time down to that of timekey into the path, such as %Y%m%d%H for 1h, or none where it is a file: then fluentd adds them." : $"Put a placeholder for {Quoted(p.Subject, "it")} into the path, or take the key out of <buffer>."),
        Row(FluentdCause.FlushConflict, "AUD2131", "Flushing contradicts itself", _ => "With flush_interval, flush_mode is interval."),
        Row(FluentdCause.BufferLostAtShutdown, "AUD2132", "A buffer in memory is not flushed at shutdown", _ => "Write flush_at_shutdown true, or a buffer in files."),
        Row(FluentdCause.SecondaryInvalid, "AUD2133", "A <secondary> cannot be one", _ => "Write an output that buffers, such as secondary_file, or take it out."),
        Row(FluentdCause.SecondaryDiffers, "AUD2134", "The <secondary> is of another type than its output", _ => "Write secondary_file, which is made for it.", FindingSeverity.Info),
        Row(FluentdCause.TimezoneUnknown, "AUD2135", "There is no such time zone", _ => "Write +09:00, or a name such as Asia/Tokyo."),
        Row(FluentdCause.TimeFormatInvalid, "AUD2136", "Parameters of times contradict one another", _ => "Keep those that belong together."),
        Row(FluentdCause.PositionFileMissing, "AUD2137", "A tail has no pos_file", _ => "After a restart it begins at the end of the file, and the events in between are lost. Write pos_file, in a folder that outlives fluentd."),
        Row(FluentdCause.PathUnusable, "AUD2138", "A path cannot be used", _ => "Write a path that fluentd may write."),
        Row(FluentdCause.LogEventsTaken, "AUD2139", "fluentd's own log events go where others go", _ => "Write <label @FLUENT_LOG> for them.", FindingSeverity.Info),
        Row(FluentdCause.AccessorInvalid, "AUD2140", "A record accessor is none", _ => "Write $.a.b, or $['a']['b']."),
        Row(FluentdCause.TlsInvalid, "AUD2141", "Settings of TLS are refused, or unsafe", p => p.Subject is { } missing && missing.EndsWith("passphrase", StringComparison.Ordinal) ? $"Write {missing}, from the environment, where the key has one." : "Write certificate and key, and do not switch the checks off."),
        Row(FluentdCause.PluginSpecific, "AUD2142", "A plugin has something of its own to say", _ => "Do what it says.", FindingSeverity.Info),
    ];

    /// <summary>The checks, in the order of their ids.</summary>
    public static IEnumerable<FluentdCheck> All => Rows.Select(r => new FluentdCheck(r.Descriptor, (context, findings) => Report(context, findings, r.Cause, r.Descriptor, r.Advice)));

    private static void Report(FluentdCheckContext context, FindingSink findings, FluentdCause cause, CheckDescriptor descriptor, Func<FluentdProblem, string> advice)
    {
        // fluentd sometimes says one thing in two lines.
        HashSet<Origin> told = [];
        foreach (FluentdProblem problem in context.Acceptance.Errors.Concat(context.Acceptance.Warnings))
        {
            if (problem.Cause == cause && context.Unknowns.IsSure(problem) && told.Add(problem.Origin)) findings.Add(Of(problem, descriptor, advice(problem)) with { Remedy = CauseRemedies.Of(context, problem) });
        }
    }

    private static Finding Of(FluentdProblem problem, CheckDescriptor descriptor, string advice)
    {
        bool isRefused = problem.Class != "warn";
        string said = problem.Message.Split('\n')[0].Trim().TrimEnd('.', ':');
        Finding finding = descriptor.At(problem.Origin, $"{(isRefused ? "fluentd does not start" : "fluentd only warns")}: {said}. {advice}");
        return finding with
        {
            Severity = isRefused ? FindingSeverity.Error : descriptor.Severity == FindingSeverity.Error ? FindingSeverity.Warning : descriptor.Severity,
            IsRefusal = isRefused,
            Detail = problem.Message,
            Related = problem.Other.Line > 0 ? ValueList.From([problem.Other]) : ValueList<Origin>.Empty,
        };
    }

    private static (FluentdCause, CheckDescriptor, Func<FluentdProblem, string>) Row(FluentdCause cause, string id, string title, Func<FluentdProblem, string> advice, FindingSeverity severity = FindingSeverity.Error)
        => (cause, new CheckDescriptor(id, title, severity), advice);

    private static string Quoted(string? subject, string otherwise) => subject is null ? otherwise : $"'{subject}'";
}
