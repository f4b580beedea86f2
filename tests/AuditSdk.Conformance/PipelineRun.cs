using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using AuditSdk.Semantics.Fluentd;
using AuditSdk.Semantics.Fluentd.Routing;
using AuditSdk.Semantics.Fluentd.Values;
using AuditSdk.Semantics.Tests.Fluentd.Routing;

namespace AuditSdk.Conformance;

/// <summary>A recorded configuration, and what came of its events beside what the recorder saw.</summary>
internal sealed partial class PipelineRun
{
    // Longer lines of the log were cut.
    private const int CutLength = 190;

    private readonly Router? _router;

    private PipelineRun(Router? router, string? error) => (_router, Error) = (router, error);

    /// <summary>Where events enter of a recording that does not say it: the label where a configuration has nothing else.</summary>
    public string Entry { get; private init; } = "";

    /// <summary>fluentd's error where it refuses the configuration, or null.</summary>
    public string? Error { get; }

    public static PipelineRun Of(string config)
    {
        ConfParseResult parsed = ConfParser.Parse(config, "f.conf");
        if (parsed.Root is null) return new(null, "Fluent::ConfigParseError: " + parsed.Error!.FluentdMessage);
        FluentdRoutes routes = Recorder.Routes(parsed.Root);
        Router router = new(routes, Recorder.Options);
        return new(router, router.Refusal?.ToString()) { Entry = routes is { Root.Steps.Count: 0, Routes: [_, var label] } ? label.Label : "" };
    }

    public RoutingTrace Emit(string label, string tag, JsonElement record) => _router!.Emit(label, tag, Recorder.Record(record));

    /// <summary>What the recorder saw; where events go in a circle, what it saw at all.</summary>
    public static string Trace(RoutingTrace trace)
    {
        IEnumerable<string> seen = trace.Visits.Where(v => v.Type == "rec").Select(v => JsonSerializer.Serialize(v.IsFilter ? (object[])["filter", Name(v), v.Tag] : ["output", Name(v), v.Tag, v.Records.Count]));
        return $"[{string.Join(",", IsCircle(trace.Exception?.ToString()) ? seen.Distinct() : seen)}]";
    }

    public static string RecordedTrace(JsonElement trace, string? exception)
    {
        IEnumerable<string> seen = trace.EnumerateArray().Select(e => JsonSerializer.Serialize(e));
        return $"[{string.Join(",", IsCircle(exception) ? seen.Distinct() : seen)}]";
    }

    public static string Name(RouteVisit visit) => visit.Plugin.Parameters.LastOrDefault(p => p.Key == "name")?.Value.Literal ?? "";

    public static string? Exception(string? exception) => exception is null ? null : Boom().Replace(exception.Split("\n\n")[0], "boom");

    /// <summary>Compares the log with the recorded lines: they were cut in length, and no more than some were kept.</summary>
    public static void CompareLog(string place, JsonElement recorded, int most, RoutingTrace trace, Comparison comparison)
    {
        string[] all = recorded.TryGetProperty("warnings", out JsonElement warnings) ? [.. warnings.EnumerateArray().Select(w => w.GetString()!)] : [];
        string[] expected = [.. all.Where(w => !Backtrace().IsMatch(w))];
        string[] actual = [.. trace.Log.Select(l => $"[{l.Level}]: {l.Text}")];
        if (all.Length < most || actual.Length < expected.Length) comparison.Expect($"{place}, lines of the log", string.Join('\n', expected.Select(Comparable)), Cut(expected, actual));
        for (int i = 0; i < Math.Min(expected.Length, actual.Length); i++) comparison.Expect($"{place}, line {i} of the log", Comparable(expected[i]), CutAs(expected[i], actual[i]));
    }

    public static string Json(FluentdDatum? datum) => datum switch
    {
        null => "null",
        FluentdDatum.Boolean b => b.Value ? "true" : "false",
        FluentdDatum.Integer i => i.Value.ToString(CultureInfo.InvariantCulture),
        FluentdDatum.Float f => f.Value.ToString("R", CultureInfo.InvariantCulture),
        FluentdDatum.Text t => JsonSerializer.Serialize(t.Value),
        FluentdDatum.List l => $"[{string.Join(",", l.Items.Select(Json))}]",
        FluentdDatum.Map m => $"{{{string.Join(",", m.Items.Select(i => $"{JsonSerializer.Serialize(i.Key)}:{Json(i.Value)}"))}}}",
        _ => throw new NotSupportedException(datum.GetType().Name),
    };

    private static bool IsCircle(string? exception) => exception?.StartsWith("SystemStackError", StringComparison.Ordinal) == true;

    private static string Cut(string[] expected, string[] actual) => string.Join('\n', actual.Select((a, i) => i < expected.Length ? CutAs(expected[i], a) : Comparable(a)));

    private static string CutAs(string recorded, string line)
    {
        string comparable = Comparable(line);
        return recorded.Length >= CutLength && comparable.Length > Comparable(recorded).Length ? comparable[..Comparable(recorded).Length] : comparable;
    }

    // Without the place in the sources, the time, and the lines of source that Ruby adds to some errors.
    private static string Comparable(string line) => Boom().Replace(Source().Replace(PlaceAndTime().Replace(line, ""), "\""), "boom");

    [GeneratedRegex(@"\A\d{4}-\d\d-\d\d |\A\[\w+\]: \S+\.rb:\d+:in ")]
    private static partial Regex Backtrace();

    [GeneratedRegex(@" location=(?:nil|""(?:\\.|[^""\\])*(?:""|\z))| time=\d{4}-\d\d-\d\d [\d:.]+ [+-]\d{4}")]
    private static partial Regex PlaceAndTime();

    [GeneratedRegex(@"\\n\\n(?:\\.|[^""\\])*(?:""|\z)")]
    private static partial Regex Source();

    [GeneratedRegex("boom [a-z]+")]
    private static partial Regex Boom();
}
