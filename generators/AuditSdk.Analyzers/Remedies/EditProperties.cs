using System.Collections.Immutable;
using System.Globalization;
using AuditSdk.Analyzers.Lifting;
using AuditSdk.Analyzers.Lifting.Fluentd;
using AuditSdk.Semantics.Checks.Fluentd;
using AuditSdk.Semantics.Checks.Policy;
using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes;
using Microsoft.CodeAnalysis;

namespace AuditSdk.Analyzers.Remedies;

/// <summary>A change of a policy or a pipeline as properties of its diagnostic, which are all that the code fix gets.</summary>
internal static class EditProperties
{
    /// <summary>The properties; none where the finding has no change, or it cannot be made in source.</summary>
    public static ImmutableDictionary<string, string?> Of(Remedy? remedy, LiftedPolicy policy)
        => remedy is PolicyEdit edit && EditPlaces.Of(edit, policy) is { } change ? Write(change) : ImmutableDictionary<string, string?>.Empty;

    /// <summary>The same for a pipeline.</summary>
    public static ImmutableDictionary<string, string?> Of(Remedy? remedy, LiftedPipeline pipeline)
        => remedy is FluentdEdit edit && FluentdEditPlaces.Of(edit, pipeline.Root) is { } change && FluentdEditProperties.CanWrite(edit) ? Write(change) : ImmutableDictionary<string, string?>.Empty;

    public static ImmutableDictionary<string, string?> Write(SourceEdit change)
    {
        ImmutableDictionary<string, string?>.Builder properties = ImmutableDictionary.CreateBuilder<string, string?>();
        properties["edit"] = change.Edit.GetType().Name;
        properties["title"] = change.Edit.Title;
        Add("at", change.At);
        Add("owner", change.Owner);
        Add("element", change.Element);
        Add("beforeElement", change.Before);
        if (change.Key is not null) properties["key"] = change.Key;
        if (change.Texts.Count > 0) properties["texts"] = string.Join("\n", change.Texts.Select(t => Uri.EscapeDataString(t.Key) + " " + Uri.EscapeDataString(t.Value)));
        if (change.Resources.Count > 0) properties["replaced"] = string.Join("\n", change.Resources.Select(r => Name(r.Value) + " " + r.Key));
        switch (change.Edit)
        {
            case FluentdEdit edit:
                FluentdEditProperties.Write(edit, properties);
                break;
            case ReplaceText replace:
                (properties["path"], properties["text"]) = (Path(replace.Path), replace.Text);
                break;
            case ReplaceResource replace:
                (properties["path"], properties["group"], properties["resource"]) = (Path(replace.Path), replace.Group, replace.Resource);
                break;
            case ReplaceField replace:
                (properties["path"], properties["other"], properties["values"]) = (Path(new PolicyPath(replace.Rule, replace.Field)), replace.Other.ToString(), Lines(replace.Values));
                break;
            case RemoveValue remove:
                properties["path"] = Path(remove.Path);
                break;
            case RemoveField remove:
                properties["path"] = Path(remove.Path);
                break;
            case AddValues add:
                (properties["path"], properties["values"]) = (Path(add.Path), Lines(add.Values));
                break;
            case AddResources add:
                (properties["rule"], properties["resources"]) = (Number(add.Rule), Lines(add.Resources));
                break;
            case RemoveRule remove:
                properties["rule"] = Number(remove.Rule);
                break;
            case MoveRule move:
                (properties["rule"], properties["before"]) = (Number(move.Rule), Number(move.Before));
                break;
            case InsertRule insert:
                (properties["before"], properties["level"]) = (Number(insert.Before), insert.Level.ToString());
                if (insert.Resources.Count > 0) properties["resources"] = Lines(insert.Resources);
                if (insert.NonResourceUrls.Count > 0) properties["values"] = Lines(insert.NonResourceUrls);
                break;
        }

        return properties.ToImmutable();

        void Add(string name, SourcePlace? place)
        {
            if (place is not null) properties[name] = place.ToString();
        }
    }

    /// <summary>The change of a diagnostic; null where it has none.</summary>
    public static SourceEdit? Read(Diagnostic diagnostic)
    {
        string title = Get("title") ?? "";
        Remedy? edit = Get("edit") switch
        {
            nameof(ReplaceText) => new ReplaceText(title, Path(Get("path")), Get("text") ?? ""),
            nameof(ReplaceResource) => new ReplaceResource(title, Path(Get("path")), Get("group") ?? "", Get("resource")),
            nameof(ReplaceField) => new ReplaceField(title, Path(Get("path")).Rule, Path(Get("path")).Field, Field(Get("other")), Lines(Get("values"))),
            nameof(RemoveValue) => new RemoveValue(title, Path(Get("path"))),
            nameof(RemoveField) => new RemoveField(title, Path(Get("path"))),
            nameof(AddValues) => new AddValues(title, Path(Get("path")), Lines(Get("values"))),
            nameof(AddResources) => new AddResources(title, Number(Get("rule")), Resources(Get("resources"))),
            nameof(RemoveRule) => new RemoveRule(title, Number(Get("rule"))),
            nameof(MoveRule) => new MoveRule(title, Number(Get("rule")), Number(Get("before"))),
            nameof(InsertRule) => new InsertRule(title, Number(Get("before")), (AuditLevel)Enum.Parse(typeof(AuditLevel), Get("level")!), Resources(Get("resources")), Lines(Get("values"))),
            var kind => FluentdEditProperties.Read(kind, title, Get),
        };
        return edit is null ? null : new(edit)
        {
            At = SourcePlace.Parse(Get("at")),
            Key = Get("key"),
            Texts = [.. (Get("texts")?.Split('\n') ?? []).Select(t => t.Split(' ')).Select(t => new KeyValuePair<string, string>(Uri.UnescapeDataString(t[0]), Uri.UnescapeDataString(t[1])))],
            Owner = SourcePlace.Parse(Get("owner")),
            Element = SourcePlace.Parse(Get("element")),
            Before = SourcePlace.Parse(Get("beforeElement")),
            Resources = Replaced(Get("replaced")),
        };

        string? Get(string name) => diagnostic.Properties.TryGetValue(name, out string? value) ? value : null;
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static int Number(string? text) => int.Parse(text ?? "-1", CultureInfo.InvariantCulture);

    private static string Path(PolicyPath path) => string.Join(" ", Number(path.Rule), path.Field.ToString(), Number(path.Entry), Number(path.Index));

    private static PolicyPath Path(string? text)
        => text?.Split(' ') is [var rule, var field, var entry, var index] ? new(Number(rule), Field(field), Number(entry), Number(index)) : default;

    private static PolicyField Field(string? text) => (PolicyField)Enum.Parse(typeof(PolicyField), text ?? nameof(PolicyField.Whole));

    // Escaped texts hold neither line breaks nor blanks nor bars.
    private static string Lines(IEnumerable<string> texts) => string.Join("\n", texts.Select(Uri.EscapeDataString));

    private static ValueList<string> Lines(string? text) => text is null ? ValueList<string>.Empty : ValueList.From(text.Split('\n').Select(Uri.UnescapeDataString));

    private static string Lines(IEnumerable<ResourceName> names) => string.Join("\n", names.Select(Name));

    private static string Name(ResourceName name) => Uri.EscapeDataString(name.Group) + (name.Resource is null ? "" : "|" + Uri.EscapeDataString(name.Resource));

    private static ResourceName Name(string text)
        => text.Split('|') is [var group, var resource] ? new(Uri.UnescapeDataString(group), Uri.UnescapeDataString(resource)) : new(Uri.UnescapeDataString(text), null);

    private static ValueList<ResourceName> Resources(string? text) => text is null ? ValueList<ResourceName>.Empty : ValueList.From(text.Split('\n').Select(Name));

    private static IReadOnlyList<KeyValuePair<SourcePlace, ResourceName>> Replaced(string? text)
        => text is null ? [] : [.. text.Split('\n').Select(line => line.Split([' '], 2)).Select(parts => new KeyValuePair<SourcePlace, ResourceName>(SourcePlace.Parse(parts[1])!, Name(parts[0])))];
}
