using System.CommandLine;
using System.Text.Json;
using AuditSdk.Semantics.Fluentd;
using AuditSdk.Semantics.Fluentd.Routing;
using AuditSdk.Semantics.Fluentd.Values;

namespace AuditSdk.Cli.Fluentd;

/// <summary><c>route CONF EVENTS.jsonl</c>: the way of each event, the events being one run of fluentd.</summary>
internal static class RouteCommand
{
    private const int MostSteps = 200;

    public static Command Create(Terminal terminal)
    {
        Argument<string> conf = new("CONF") { Description = "A fluentd configuration." };
        Argument<string> events = new("EVENTS.jsonl") { Description = "Events, one a line: {\"tag\":\"audit\",\"label\":\"\",\"record\":{...}}." };
        Command command = new("route", "Sends events through a configuration and shows the way of each.") { conf, events };
        command.SetAction((parsed, cancellation) =>
        {
            Router router = new(FluentdRoutes.Of(ParseCommand.Read(parsed.GetValue(conf)!), readsRegexps: FluentdTarget.Parse(parsed.GetValue(TargetOptions.Fluentd))!.Newest >= new Version(1, 11, 2)));
            string file = parsed.GetValue(events)!;
            int number = 0;
            foreach (string line in InputFile.Read(file).TrimStart('\ufeff').Split('\n'))
            {
                cancellation.ThrowIfCancellationRequested();
                number++;
                if (string.IsNullOrWhiteSpace(line)) continue;
                (string label, string tag, FluentdDatum.Map record) = Read(line, file, number);
                terminal.Out.WriteLine(Line(router.Emit(label, tag, record)));
            }

            return Task.FromResult(ExitCode.Fine);
        });
        return command;
    }

    private static (string Label, string Tag, FluentdDatum.Map Record) Read(string line, string file, int number)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(line);
            if (document.RootElement is { ValueKind: JsonValueKind.Object } root && root.TryGetProperty("tag", out JsonElement tag) && tag.ValueKind == JsonValueKind.String
                && root.TryGetProperty("record", out JsonElement record) && record.ValueKind == JsonValueKind.Object && new FluentdType("hash").Read(record.GetRawText(), "record").Value is FluentdDatum.Map fields)
            {
                string label = root.TryGetProperty("label", out JsonElement given) && given.ValueKind == JsonValueKind.String ? given.GetString()! : "";
                return (label, tag.GetString()!, fields);
            }
        }
        catch (JsonException)
        {
        }

        throw new InputException($"{file}:{number} is no event: write {{\"tag\":\"audit\",\"label\":\"\",\"record\":{{...}}}}.");
    }

    private static string Line(RoutingTrace trace) => JsonText.Of(isIndented: false, json =>
    {
        RouteOutcome outcome = RouteOutcome.Of(trace);
        json.WriteStartObject();
        json.WriteStartArray("steps");

        // An event that goes in a circle has hundreds.
        foreach (RouteLineStep step in RouteLineStep.Of(trace).Take(MostSteps)) Write(step, json);
        json.WriteEndArray();
        json.WriteString("result", outcome.Result);
        if (outcome.Why is not null) json.WriteString("why", outcome.Why);
        json.WriteEndObject();
    });

    private static void Write(RouteLineStep step, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("kind", step.Kind);
        json.WriteString("type", step.Type);
        json.WriteString("id", step.Id);
        json.WriteNumber("line", step.Line);
        json.WriteString("tag", step.Tag);
        json.WriteEndObject();
    }
}
