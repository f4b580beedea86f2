using AuditSdk.Semantics.Fluentd;
using AuditSdk.Semantics.Fluentd.Routing;
using AuditSdk.Semantics.Fluentd.Values;

namespace AuditSdk.Semantics.Tests.Fluentd.Routing;

/// <summary>Pipelines of text, and what came of an event on one line.</summary>
internal static class Pipelines
{
    public static FluentdRoutes Routes(string config, int worker = 0) => FluentdRoutes.Of(ConfParser.Parse(config, "f.conf").Root!, worker);

    public static Router Router(string config, RouterOptions? options = null) => new(Routes(config), options);

    public static RoutingTrace Emit(this Router router, string tag, string json) => router.Emit("", tag, Record(json));

    public static FluentdDatum.Map Record(string json) => (FluentdDatum.Map)new FluentdType("hash").Read(json, "").Value!;

    /// <summary>Outputs with their tags and records, by their ids.</summary>
    public static string Ends(this RoutingTrace trace)
    {
        IEnumerable<string> ends = trace.Visits
            .Where(v => !v.IsFilter && v.Plugin.Parameters.Any(p => p.Key == "@id"))
            .Select(v => $"{v.Plugin.Parameters.Last(p => p.Key == "@id").Value.Literal} {v.Tag} {string.Join(" ", v.Records.Select(r => r.ToJson()))}".TrimEnd());
        return string.Join("; ", ends.Concat(trace.Exception is { } e ? [e.ToString()] : Array.Empty<string>()).Concat(trace.Undecided is { } reason ? [reason] : Array.Empty<string>()));
    }

    public static string Match(string pattern, string id, string inside = "@type null") => $"<match {pattern}>\n@id {id}\n{inside}\n</match>\n";
}
