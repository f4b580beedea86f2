using System.Text.RegularExpressions;
using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd.Tags;

namespace AuditSdk.Semantics.Fluentd.Flow;

/// <summary>The tags that a source can give to its events.</summary>
internal sealed class SourceTags(FlowWork work)
{
    // Sources whose events have the tag that is written, and no other.
    private static readonly HashSet<string> OfOneTag = new(StringComparer.Ordinal)
    {
        "dummy", "exec", "gc_stat", "monitor_agent", "object_space", "sample", "systemd", "tail", "tcp", "udp", "windows_eventlog", "windows_eventlog2",
    };

    // Those of them that read the tag from a record where they are told to; the others have no <extract>.
    private static readonly HashSet<string> Extracting = new(StringComparer.Ordinal) { "exec", "tcp", "udp" };

    private static readonly HashSet<string> Silent = new(StringComparer.Ordinal)
    {
        "debug_agent", "prometheus", "prometheus_monitor", "prometheus_output_monitor", "prometheus_tail_monitor",
    };

    private TagLanguages Languages => work.Languages;

    public TagSet Of(FluentdElement source)
    {
        Node<string> type = source.Text("@type") is { State: not NodeState.Absent } written ? written : source.Text("type");
        if (!type.IsKnown) return TagSet.Unknown(work);
        if (Silent.Contains(type.Value)) return TagSet.None(work);
        Node<string> tag = source.Text("tag");
        if (type.Value == "monitor_agent" && tag.State == NodeState.Absent) return TagSet.None(work);
        if (!tag.IsKnown) return TagSet.Unknown(work);

        // A field of the record may be the tag.
        bool isOfRecord = (Extracting.Contains(type.Value) && (source.Sections("extract").Any() || source.Text("tag_key").State != NodeState.Absent)) || source.IsOpen;
        if (isOfRecord) return TagSet.Unknown(work);
        if (type.Value == "tail") return Tail(tag.Value, source);
        if (type.Value == "syslog") return new TagSet(Languages.StartingWith(tag.Value + "."), Languages.None);
        bool isOne = OfOneTag.Contains(type.Value) || (type.Value == "forward" && source.Text("add_tag_prefix").State == NodeState.Absent);
        return isOne ? TagSet.Exactly(Languages.Tag(tag.Value)) : TagSet.Unknown(work);
    }

    // The first '*' of the tag is the path; a second one ends the tag (in_tail.rb, configure_tag).
    private TagSet Tail(string tag, FluentdElement source)
    {
        if (tag.IndexOf('*') < 0) return TagSet.Exactly(Languages.Tag(tag));
        string[] parts = tag.Split('*');
        TagSet path = Paths(source);
        return TagSet.Exactly(Languages.Tag(parts[0])).Then(path).Then(TagSet.Exactly(Languages.Tag(parts[1])));
    }

    private TagSet Paths(FluentdElement source)
    {
        Node<string> path = source.Text("path");
        if (!path.IsKnown) return TagSet.Unknown(work);
        string delimiter = source.Text("path_delimiter").Or(null) is { Length: > 0 } given ? given : ",";
        TagSet paths = TagSet.None(work);
        foreach (string one in path.Value.Split([delimiter], StringSplitOptions.None)) paths = paths.Or(Path(one.Trim()));
        return paths;
    }

    // What globs and times stand for may begin or end with a dot that is not written twice, so the dots beside them are theirs.
    private TagSet Path(string path)
    {
        int first = path.IndexOfAny(['*', '?', '[', '{', '%', '\\']);
        if (first < 0) return TagSet.Exactly(Languages.Tag(Dotted(path)));
        int last = path.LastIndexOfAny(['*', '?', ']', '}', '%', '\\']);
        string begin = Dotted(path.Substring(0, first));
        string end = last + 1 + (path[last] == '%' ? 1 : 0) < path.Length ? Dotted("x" + path.Substring(last + 1 + (path[last] == '%' ? 1 : 0))).Substring(1) : "";
        TagLanguage may = Languages.StartingWith(begin.TrimEnd('.')).Then(Languages.Tag(end.TrimStart('.')));
        bool isPlain = first == last && path[first] == '*';
        return new TagSet(may, isPlain ? Languages.Tag(begin).Then(work.Words).Then(Languages.Tag(end)) : Languages.None);
    }

    private static string Dotted(string path)
    {
        string dotted = Regex.Replace(path.Replace('/', '.'), @"\.+", ".", RegexOptions.CultureInvariant);
        return dotted.StartsWith(".", StringComparison.Ordinal) ? dotted.Substring(1) : dotted;
    }
}
