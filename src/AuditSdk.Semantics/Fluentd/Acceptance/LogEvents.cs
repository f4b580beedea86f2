using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd.Tags;

namespace AuditSdk.Semantics.Fluentd.Acceptance;

/// <summary>Where fluentd's own log events (<c>fluent.warn</c>) go, and its warnings about that (fluent_log_event_router.rb of 1.18).</summary>
internal static class LogEvents
{
    private const string Label = "@FLUENT_LOG";

    private static readonly string[] Tags = ["fluent.trace", "fluent.debug", "fluent.info", "fluent.warn", "fluent.error", "fluent.fatal"];

    public static void Warn(ConfigurationRun run, IReadOnlyList<ConfElement> root)
    {
        if (run.Labels.TryGetValue(Label, out ConfElement? label))
        {
            string[] left = Unmatched(label.Elements);
            if (left.Length > 0) run.Warn(FluentdCause.LogEventsTaken, $"match for some tags of log events are not defined in @FLUENT_LOG label (to be ignored) tags={Inspect(left)}", label.Origin, Label);
            return;
        }

        if (run.LabelsAreOpen) return;
        string[] unmatched = Unmatched(root);
        if (unmatched.Length == Tags.Length) return;
        Origin origin = root.First(e => IsRule(e) && Tags.Any(t => Matches(e, t))).Origin;
        if (unmatched.Length == 0)
        {
            run.Warn(FluentdCause.LogEventsTaken, "define <match fluent.**> to capture fluentd logs in top level is deprecated. Use <label @FLUENT_LOG> instead", origin);
            return;
        }

        string sections = string.Join(", ", Tags.Except(unmatched).Select(t => $"<match {t}>"));
        run.Warn(FluentdCause.LogEventsTaken, $"define {sections} to capture fluentd logs in top level is deprecated. Use <label @FLUENT_LOG> instead", origin);
        run.Warn(FluentdCause.LogEventsTaken, $"match for some tags of log events are not defined in top level (to be ignored) tags={Inspect(unmatched)}", origin);
    }

    private static string[] Unmatched(IReadOnlyList<ConfElement> elements)
        => [.. Tags.Where(t => !elements.Any(e => IsRule(e) && Matches(e, t)))];

    // A filter alone counts as well.
    private static bool IsRule(ConfElement element) => element.Name is "match" or "filter";

    private static bool Matches(ConfElement match, string tag) => match.Argument is { } argument && TagPattern.Parse(argument, out _)?.Matches(tag) == true;

    private static string Inspect(string[] tags) => "[" + string.Join(", ", tags.Select(t => $"\"{t}\"")) + "]";
}
