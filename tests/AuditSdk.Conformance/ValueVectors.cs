using System.Text.Json;
using AuditSdk.Semantics.Fluentd;
using AuditSdk.Semantics.Tests.Fluentd.Values;

namespace AuditSdk.Conformance;

/// <summary><c>values.json</c>: texts in every way to write them, and literals of every type of parameter.</summary>
internal static class ValueVectors
{
    public static void Compare(JsonElement file, VectorFile source, Comparison comparison)
    {
        foreach (JsonElement recorded in file.GetProperty("strings").EnumerateArray()) CompareText(recorded, comparison);
        foreach (JsonElement recorded in file.GetProperty("typed").EnumerateArray())
        {
            (string expected, string actual) = TypedVectors.Compared(recorded);
            comparison.Expect($"{recorded.GetProperty("type").GetString()} {recorded.GetProperty("literal").GetRawText()}", expected, actual);
        }
    }

    private static void CompareText(JsonElement recorded, Comparison comparison)
    {
        string value = recorded.GetProperty("value").GetString()!;
        string place = JsonSerializer.Serialize(value);
        comparison.Expect($"{place} in double quotes", Verdict(recorded, "ok"), IsRead(recorded.GetProperty("literal").GetString()!, value));
        comparison.Expect($"{place} bare", Verdict(recorded, "bare_ok"), IsRead(value, value));
        string quoted = "'" + value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal) + "'";
        comparison.Expect($"{place} in single quotes", Verdict(recorded, "single_quoted_ok"), IsRead(quoted, value));
    }

    private static string Verdict(JsonElement recorded, string name) => recorded.GetProperty(name).GetBoolean() ? "the same" : "another";

    private static string IsRead(string literal, string value)
    {
        FluentdElement? root = ConfParser.Parse($"<x>\n  p {literal}\n</x>\n", "f").Root;
        bool isSame = root?.Nodes is [FluentdElement { Name: "x" } x] && x.Nodes is [FluentdParameter { Key: "p", Value.Literal: { } read }] && read == value;
        return isSame ? "the same" : "another";
    }
}
