using System.Collections.Immutable;
using AuditSdk.Semantics.Checks.Fluentd;
using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd;

namespace AuditSdk.Analyzers.Remedies;

/// <summary>A change of a pipeline as properties of a diagnostic: what comes is written as fluentd reads it.</summary>
internal static class FluentdEditProperties
{
    // At the top of a file fluentd knows few parameters.
    private const string Wrapper = "edit";

    /// <summary>False for a change whose nodes fluentd's own language cannot say.</summary>
    public static bool CanWrite(FluentdEdit edit)
    {
        FindingSink findings = new();
        if (Nodes(edit) is { } nodes) Text(nodes, findings);
        return !findings.HasErrors;
    }

    public static void Write(FluentdEdit edit, ImmutableDictionary<string, string?>.Builder properties)
    {
        if (Nodes(edit) is { } nodes) properties["nodes"] = Text(nodes, new FindingSink());
        switch (edit)
        {
            case SetParameters set:
                properties["path"] = set.Section.ToString();
                break;
            case RenameNode rename:
                (properties["path"], properties["name"]) = (rename.Node.ToString(), rename.Name);
                break;
            case RemoveNode remove:
                properties["path"] = remove.Node.ToString();
                break;
            case MoveSection move:
                (properties["path"], properties["before"]) = (move.Section.ToString(), move.Before.ToString());
                break;
            case SetArgument set:
                (properties["path"], properties["argument"]) = (set.Section.ToString(), set.Argument);
                break;
            case AddSections add:
                (properties["path"], properties["removed"]) = (add.Section.ToString(), string.Join("\n", add.Removed));
                break;
            case AddChunkKeys add:
                (properties["path"], properties["keys"], properties["timekey"]) = (add.Output.ToString(), string.Join("\n", add.Keys), add.Timekey);
                break;
            case ReplacePlugin replace:
                (properties["path"], properties["argument"]) = (replace.Section.ToString(), replace.Plugin.Argument);
                break;
        }
    }

    /// <summary>The change; null for a kind that is none.</summary>
    public static FluentdEdit? Read(string? kind, string title, Func<string, string?> get) => kind switch
    {
        nameof(SetParameters) => new SetParameters(title, Path("path", get), ValueList.From(Nodes(get).OfType<FluentdParameter>())),
        nameof(RenameNode) => new RenameNode(title, Path("path", get), get("name") ?? ""),
        nameof(RemoveNode) => new RemoveNode(title, Path("path", get)),
        nameof(MoveSection) => new MoveSection(title, Path("path", get), Path("before", get)),
        nameof(SetArgument) => new SetArgument(title, Path("path", get), get("argument") ?? ""),
        nameof(AddSections) => new AddSections(title, Path("path", get), ValueList.From(Nodes(get).OfType<FluentdElement>()), Lines("removed", get)),
        nameof(AddChunkKeys) => new AddChunkKeys(title, Path("path", get), Lines("keys", get), get("timekey")),
        nameof(ReplacePlugin) => new ReplacePlugin(title, Path("path", get), new FluentdElement("match", get("argument") ?? "", Nodes(get))),
        _ => null,
    };

    private static ValueList<FluentdNode>? Nodes(FluentdEdit edit) => edit switch
    {
        SetParameters set => ValueList.From(set.Parameters.Cast<FluentdNode>()),
        AddSections add => ValueList.From(add.Sections.Cast<FluentdNode>()),
        ReplacePlugin replace => replace.Plugin.Nodes,
        _ => null,
    };

    private static string Text(ValueList<FluentdNode> nodes, FindingSink findings)
        => ConfWriter.Write(new FluentdElement("ROOT", "", ValueList.From([(FluentdNode)new FluentdElement(Wrapper, "", nodes)])), FluentdTarget.Default, findings);

    private static ValueList<FluentdNode> Nodes(Func<string, string?> get)
        => get("nodes") is { } text && ConfParser.Parse(text, null).Root?.Elements.FirstOrDefault() is { } read ? read.Nodes : ValueList<FluentdNode>.Empty;

    private static FluentdPath Path(string name, Func<string, string?> get) => FluentdPath.Parse(get(name) ?? "");

    private static ValueList<string> Lines(string name, Func<string, string?> get) => get(name) is { Length: > 0 } text ? ValueList.From(text.Split('\n')) : ValueList<string>.Empty;
}
