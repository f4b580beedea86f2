using AuditSdk.Semantics.Fluentd;
using AuditSdk.Semantics.Fluentd.Flow;
using AuditSdk.Semantics.Fluentd.Tags;

namespace AuditSdk.Semantics.Checks.Fluentd.Routing;

/// <summary>A match for the events of a route that no other takes.</summary>
internal static class MissingMatch
{
    /// <summary>Adds one at the end that prints them: nothing is lost any more, and where they are to go is still to be written.</summary>
    public static FluentdEdit? Print(FluentdCheckContext context, TagFlow flow, RouteFlow route, TagLanguage left)
        => Add(context, route, Pattern(flow, route, left), "stdout", "which prints to fluentd's log the events that are lost now");

    /// <summary>Adds one at the end that throws them away, as fluentd does now.</summary>
    public static FluentdEdit? Drop(FluentdCheckContext context, TagFlow flow, RouteFlow route, TagLanguage left)
        => Add(context, route, Pattern(flow, route, left), "null", "which drops without a word the events that no match takes");

    private static FluentdEdit? Add(FluentdCheckContext context, RouteFlow route, string? pattern, string type, string effect)
    {
        if (pattern is null) return null;
        FluentdElement? section = route.Route.Label.Length == 0 ? context.Root : context.Places.Section(route.Route.Origin)?.Section;
        return section is null ? null : context.AddMatch($"Add <match {pattern}> of type {type} at the end, {effect}", section, pattern, type);
    }

    // At the top level fluentd's own log comes along as well, which a match for everything would take.
    private static string? Pattern(TagFlow flow, RouteFlow route, TagLanguage left)
    {
        if (flow.Work.TagOf(left) is not { Length: > 0 } tag) return null;
        if (route.Route.Label.Length > 0) return "**";
        string first = tag.Split('.')[0];
        if (first.Length == 0 || !first.All(c => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '-' or '_')) return null;
        return new[] { first, first + ".**" }.FirstOrDefault(p => TagPattern.Parse(p, out _) is { } pattern && flow.Work.Languages.Of(pattern) is { } language && flow.Work.IsPart(left, language)) ?? "**";
    }
}
