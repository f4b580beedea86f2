using System.Text.Json;
using AuditSdk.Semantics.Fluentd;
using AuditSdk.Semantics.Fluentd.Acceptance;
using CsCheck;

namespace AuditSdk.Semantics.Tests.Fluentd.Acceptance;

public class AnyConfigurationTests
{
    private static readonly string[] Lines = [.. Recorded("config-errors.json").Concat(Recorded("placeholders.json")).SelectMany(c => c.Split('\n')).Distinct()];

    /// <summary>Lines of recorded configurations in any order: sections close where they are open, and everything else may stand anywhere.</summary>
    [Fact]
    public void AnyLines_HaveAVerdict()
        => Gen.Int[0, Lines.Length - 1].Array[0, 25].Sample(
            picks =>
            {
                if (ConfParser.Parse(Closed([.. picks.Select(p => Lines[p])]), "f.conf").Root is not { } root) return;
                FluentdAcceptance acceptance = FluentdAcceptance.Of(root);
                Assert.Equal(acceptance.Verdict == FluentdVerdict.Refused, acceptance.Error is not null);
                Assert.Equal(acceptance, FluentdAcceptance.Of(root));
            },
            iter: 5_000);

    private static string Closed(string[] lines)
    {
        List<string> text = [];
        Stack<string> open = new();
        foreach (string line in lines)
        {
            string trimmed = line.Trim();
            if (trimmed.StartsWith("</", StringComparison.Ordinal))
            {
                if (open.Count > 0) text.Add($"</{open.Pop()}>");
                continue;
            }

            if (trimmed.StartsWith('<')) open.Push(trimmed.TrimStart('<').Split(' ', '>')[0]);
            text.Add(line);
        }

        while (open.Count > 0) text.Add($"</{open.Pop()}>");
        return string.Join('\n', text) + "\n";
    }

    private static IEnumerable<string> Recorded(string name)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(Path.Combine(SourceTree.Root, "tests", "AuditSdk.Conformance", "vectors", "fluentd", name)));
        return [.. document.RootElement.GetProperty("cases").EnumerateArray().Select(c => c.GetProperty("config").GetString()!)];
    }
}
