using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd;

namespace AuditSdk.Semantics.Checks.Fluentd.Sources;

/// <summary>One file in two tails.</summary>
internal static class TwoTailsReadOneFile
{
    /// <summary>AUD2030.</summary>
    public static CheckDescriptor Descriptor { get; } = new("AUD2030", "Two tails read one file", FindingSeverity.Warning);

    /// <summary>Compares the paths of all tails; where one leaves files out, nothing is certain.</summary>
    public static void Check(FluentdCheckContext context, FindingSink findings)
    {
        List<(string Path, PluginSection Tail)> seen = [];
        foreach (PluginSection tail in context.Plugins.Where(p => p.Is("input", "tail") && p.Element.Text("exclude_path").State == NodeState.Absent))
        {
            foreach (string path in TailPaths.Of(tail))
            {
                (string Path, PluginSection Tail) other = seen.Find(s => s.Tail != tail && (TailPaths.Covers(s.Path, path) || TailPaths.Covers(path, s.Path)));
                if (other.Tail is not null)
                {
                    Finding finding = Descriptor.At(tail.Element.OriginOf("path"), $"Another tail reads '{other.Path}' too, so that every line of '{path}' comes twice. Keep one, and send its events to both places with <match> @type copy.");
                    findings.Add(finding with { Related = ValueList.From([other.Tail.Element.OriginOf("path")]) });
                }

                seen.Add((path, tail));
            }
        }
    }
}
