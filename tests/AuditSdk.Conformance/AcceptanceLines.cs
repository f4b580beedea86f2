using System.Text.Json;
using System.Text.RegularExpressions;
using AuditSdk.Semantics.Fluentd;
using AuditSdk.Semantics.Fluentd.Acceptance;

namespace AuditSdk.Conformance;

/// <summary>What fluentd says of a configuration, in the form of the recordings.</summary>
internal sealed record AcceptanceLines(string Verdict, string? Class, string? Message, IReadOnlyList<string> Warnings)
{
    // The recording was made by root, with little else in its environment and none of the files that the cases name.
    private static readonly AcceptanceOptions Recorder = new() { Environment = name => name == "HOME" ? "/root" : null, Exists = _ => false };

    /// <summary>Reads a configuration; an include finds no file, as there was none where the recording was made.</summary>
    public static AcceptanceLines Of(string text)
    {
        ConfParseResult parsed = ConfParser.Parse(text, "f.conf", _ => []);
        if (parsed.Error is { } broken) return new("refused", "Fluent::ConfigParseError", broken.FluentdMessage, []);
        FluentdAcceptance acceptance = FluentdAcceptance.Of(parsed.Root!, Recorder);
        IEnumerable<string> warnings = acceptance.Warnings.Select(w => $"[warn]: {w.Message}");
        if (acceptance.Error is { PrintsSection: true }) warnings = warnings.Append("[error]: config error in:");
        return new(acceptance.Verdict.ToString().ToLowerInvariant(), acceptance.Error?.Class, acceptance.Error is { } error ? Anonymous(error.Message) : null, [.. warnings]);
    }

    /// <summary>Compares with what was recorded.</summary>
    /// <param name="place">The case.</param>
    /// <param name="recorded">The case as recorded.</param>
    /// <param name="accepted">Whether the program itself accepted it.</param>
    /// <param name="comparison">Where differences go.</param>
    public void Compare(string place, JsonElement recorded, bool accepted, Comparison comparison)
    {
        comparison.Expect($"{place}: verdict", accepted ? "accepted" : "refused", Verdict);
        // Only the command line starts where the recorded process could not; its warnings were not recorded.
        if (accepted != recorded.GetProperty("accepted").GetBoolean()) return;
        comparison.Expect($"{place}: warnings", string.Join('\n', recorded.GetProperty("warnings").EnumerateArray().Select(w => w.GetString())), string.Join('\n', Warnings));
        if (!recorded.TryGetProperty("error", out JsonElement error)) return;
        comparison.Expect($"{place}: class", error.GetProperty("class").GetString(), Class);
        comparison.Expect($"{place}: message", Anonymous(error.GetProperty("message").GetString()!), Message);
    }

    // A plugin without an id is called by the place of its object in memory.
    private static string Anonymous(string message) => Regex.Replace(message, "object:[0-9a-fA-FID]+", "object:ID");
}
