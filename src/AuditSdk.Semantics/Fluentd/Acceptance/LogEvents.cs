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
            string[] left = Unmatched(Rules(label.Elements));
            if (left.Length > 0) run.Warn(FluentdCause.LogEventsTaken, $"match for some tags of log events are not defined in @FLUENT_LOG label (to be ignored) tags={Inspect(left)}", label.Origin, Label);
            return;
        }

        if (run.LabelsAreOpen) return;
        List<(TagPattern Pattern, Origin Origin)> rules = Rules(root);
        string[] unmatched = Unmatched(rules);
        if (unmatched.Length == Tags.Length) return;
        Origin origin = rules.First(r => Tags.Any(t => r.Pattern.Matches(t) == true)).Origin;
        if (unmatched.Length == 0)
        {
            run.Warn(FluentdCause.LogEventsTaken, "define <match fluent.**> to capture fluentd logs in top level is deprecated. Use <label @FLUENT_LOG> instead", origin);
            return;
        }

        string sections = string.Join(", ", Tags.Except(unmatched).Select(t => $"<match {t}>"));
        run.Warn(FluentdCause.LogEventsTaken, $"define {sections} to capture fluentd logs in top level is deprecated. Use <label @FLUENT_LOG> instead", origin);
        run.Warn(FluentdCause.LogEventsTaken, $"match for some tags of log events are not defined in top level (to be ignored) tags={Inspect(unmatched)}", origin);
    }

    private static string[] Unmatched(List<(TagPattern Pattern, Origin Origin)> rules)
        => [.. Tags.Where(t => !rules.Exists(r => r.Pattern.Matches(t) == true))];

    // A filter alone counts as well.
    private static List<(TagPattern Pattern, Origin Origin)> Rules(IReadOnlyList<ConfElement> elements)
    {
        List<(TagPattern Pattern, Origin Origin)> rules = [];
        foreach (ConfElement element in elements)
        {
            if (element is { Name: "match" or "filter", Argument: { } argument } && TagPattern.Parse(argument, out _) is { } pattern) rules.Add((pattern, element.Origin));
        }

        return rules;
    }

    private static string Inspect(string[] tags) => "[" + string.Join(", ", tags.Select(t => $"\"{t}\"")) + "]";
}
