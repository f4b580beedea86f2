using System.Globalization;
using System.Text.Json;
using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd;
using AuditSdk.Semantics.Fluentd.Routing;
using AuditSdk.Semantics.Fluentd.Values;

namespace AuditSdk.Semantics.Tests.Fluentd.Routing;

/// <summary>The recorder plugin <c>rec</c> of the recordings, which passes everything on unless it is told to fail or to drop, and the events that it was sent.</summary>
internal static class Recorder
{
    /// <summary>What the recordings were made with; <c>vm</c> is their host.</summary>
    public static RouterOptions Options { get; } = new() { Hostname = "vm", Plugins = new Dictionary<string, PluginModel> { ["rec"] = Seen }, RefusalOf = Refusal };

    /// <summary>The routes of a configuration whose Ruby has run.</summary>
    public static FluentdRoutes Routes(FluentdElement root) => FluentdRoutes.Of((FluentdElement)Evaluated(root));

    /// <summary>A recorded record.</summary>
    public static FluentdDatum.Map Record(JsonElement record) => (FluentdDatum.Map)Datum(record)!;

    private static PluginOutcome Seen(PluginCall call)
    {
        if (Says(call.Plugin, "boom")) return PluginOutcome.Failed(new FluentdError("RuntimeError", "boom out"));
        return Says(call.Plugin, "drop") ? PluginOutcome.Dropped : PluginOutcome.Kept;
    }

    private static bool Says(FluentdElement plugin, string name) => plugin.Parameters.Any(p => p.Key == name && p.Value.Literal is "true" or "yes" or "");

    // Of the outputs that forest makes: what the recordings have no plugin for, and out_file's own condition on a path.
    private static string? Refusal(FluentdElement output)
    {
        string type = output.Parameters.First(p => p.Key == "@type").Value.Literal!;
        if (type.StartsWith("nosuch", StringComparison.Ordinal)) return $"Unknown output plugin '{type}'. Run 'gem search -rd fluent-plugin' to find plugins";
        if (type == "rec" && !output.Parameters.Any(p => p.Key == "name")) return "'name' parameter is required";
        bool isDaily = output.Elements.Any(e => e.Name == "buffer" && e.Parameters.Any(p => p is { Key: "timekey", Value.Literal: "1d" }));
        string path = output.Parameters.LastOrDefault(p => p.Key == "path")?.Value.Literal ?? "";
        return type == "file" && isDaily && path.Contains("%Y", StringComparison.Ordinal) && !path.Contains("%d", StringComparison.Ordinal) ? "insufficient timestamp placeholders in path" : null;
    }

    // The Ruby that fluentd runs when it reads the file: sums of numbers in the recordings.
    private static FluentdNode Evaluated(FluentdNode node) => node switch
    {
        FluentdElement element => element with { Nodes = ValueList.From(element.Nodes.Select(Evaluated)) },
        FluentdParameter { Value.HasRuby: true } parameter when parameter.Value.Parts!.All(p => !p.IsRuby || p.Text.All(c => c is '+' or ' ' or (>= '0' and <= '9'))) =>
            parameter with { Value = FluentdValue.Text(string.Concat(parameter.Value.Parts!.Select(p => p.IsRuby ? Sum(p.Text) : p.Text))) },
        _ => node,
    };

    private static string Sum(string code) => code.Split('+').Sum(n => int.Parse(n.Trim(), CultureInfo.InvariantCulture)).ToString(CultureInfo.InvariantCulture);

    private static FluentdDatum? Datum(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.True or JsonValueKind.False => new FluentdDatum.Boolean(element.GetBoolean()),
        JsonValueKind.String => new FluentdDatum.Text(element.GetString()!),
        JsonValueKind.Number => new FluentdType(element.GetRawText().AsSpan().IndexOfAny(".eE") < 0 ? "integer" : "float").Read(element.GetRawText(), "").Value,
        JsonValueKind.Array => new FluentdDatum.List(ValueList.From(element.EnumerateArray().Select(Datum))),
        _ when element.TryGetProperty("bytes", out JsonElement bytes) => new FluentdDatum.Text(Broken([.. bytes.EnumerateArray().Select(b => b.GetByte())])),
        _ => new FluentdDatum.Map(ValueList.From(element.EnumerateObject().Select(p => new KeyValuePair<string, FluentdDatum?>(p.Name, Datum(p.Value))))),
    };

    // Bytes that are no UTF-8 are half characters here.
    private static string Broken(byte[] bytes) => System.Text.Encoding.UTF8.GetString(bytes).Replace('\ufffd', '\udcff');
}
