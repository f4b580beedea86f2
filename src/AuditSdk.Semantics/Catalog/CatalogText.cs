using System.Text;

namespace AuditSdk.Semantics.Catalog;

/// <summary>The text of a catalog while it is written.</summary>
internal sealed class CatalogText
{
    private readonly StringBuilder _text = new();
    private int _level;

    public CatalogText(string? comment)
    {
        foreach (string line in comment?.Split('\n') ?? []) _text.Append(("# " + line.Replace("\r", "")).TrimEnd()).Append('\n');
    }

    public string Write(CatalogFile file)
    {
        if (file.Releases.Count > 0) Line("releases", [.. file.Releases]);
        WriteGroups(file);
        foreach (CatalogRemovedGroup group in file.RemovedGroups) Line("removed-group", group.Name, group.RemovedIn, group.Note);
        foreach (CatalogEnum type in file.Enums) Line("enum", [type.Name, .. type.Values.Select(v => v.Since is null ? v.Text : $"{v.Text}@{v.Since}")]);
        foreach (CatalogPlugin plugin in file.Plugins)
        {
            string? given = plugin.ClassName == CatalogNaming.PluginClass(plugin.Kind, plugin.Type) ? null : Given(plugin.ClassName);
            Line("plugin", [plugin.Kind, plugin.Type, .. Pair("as", given), .. Pair("gem", plugin.Gem), .. Pair("since", plugin.Since)]);
            Nested(() => Write(plugin.Body, plugin.Kind, plugin.ClassName));
        }

        foreach (CatalogPlugin extension in file.Extensions)
        {
            Line("extend", extension.Kind, extension.Type);
            Nested(() => Write(extension.Body, extension.Kind, null));
        }

        return _text.ToString();
    }

    private void WriteGroups(CatalogFile file)
    {
        IReadOnlyList<CatalogGroup> unnamed = GivenNames.Of(file.Groups);
        foreach ((CatalogGroup group, CatalogGroup given) in file.Groups.Zip(unnamed, (g, u) => (g, u)))
        {
            Line("group", [group.Name, .. Pair("as", Given(given.ClassName))]);
            Nested(() =>
            {
                foreach ((CatalogResource resource, CatalogResource named) in group.Resources.Zip(given.Resources, (r, n) => (r, n))) Write(resource, named);
            });
        }
    }

    private void Write(CatalogResource resource, CatalogResource given)
    {
        Write("resource", resource, given, owner: null);
        Nested(() =>
        {
            foreach ((CatalogResource sub, CatalogResource named) in resource.Subresources.Zip(given.Subresources, (s, n) => (s, n))) Write("subresource", sub, named, resource);
        });
    }

    private void Write(string keyword, CatalogResource resource, CatalogResource given, CatalogResource? owner) => Line(keyword,
    [
        resource.Name, .. Pair("as", Given(given.MemberName)), .. Pair("kind", resource.Kind.Length == 0 || resource.Kind == owner?.Kind ? null : resource.Kind), .. Flag("namespaced", resource.Namespaced && owner is null),
        .. Pair("verbs", resource.Verbs.Count == 0 ? null : string.Join(",", resource.Verbs)),
        .. Pair("short", resource.ShortNames.Count == 0 ? null : string.Join(",", resource.ShortNames)), .. Pair("since", resource.Since), .. Pair("until", resource.Until), .. Pair("doc", resource.Summary),
    ]);

    private void Write(CatalogBody body, string? kind, string? enclosing)
    {
        CatalogBody given = GivenNames.Of(body, kind, enclosing);
        if (body.Summary is not null) Line("doc", body.Summary);
        foreach (CatalogSentence sentence in body.Sentences) Line("doc", sentence.Name, sentence.Text);
        if (body.Argument is not null) Write("argument", body.Argument, given.Argument!.MemberName);
        foreach ((CatalogParameter parameter, CatalogParameter named) in body.Parameters.Zip(given.Parameters, (p, n) => (p, n))) Write("param", parameter, named.MemberName);
        foreach ((CatalogSection section, CatalogSection named) in body.Sections.Zip(given.Sections, (s, n) => (s, n)))
        {
            Line("section",
            [
                section.Name, .. Pair("plugin", section.PluginKind), .. Flag("required", section.Required), .. Flag("multi", section.Multi), .. Flag("untyped", section.Untyped),
                .. Flag("free", section.FreeForm), .. Pair("since", section.Since), .. Pair("before", section.Before), .. Pair("as", Given(named.MemberName)),
            ]);
            Nested(() => Write(section.Body, null, null));
        }
    }

    private void Write(string keyword, CatalogParameter parameter, string given) => Line(keyword,
    [
        parameter.Name, parameter.ValueType is null ? parameter.Type : $"{parameter.Type}({parameter.ValueType})", .. Flag("required", parameter.Required), .. Flag("secret", parameter.Secret),
        .. Flag("deprecated", parameter.Deprecated), .. Flag("legacy", parameter.Legacy), .. Pair("removed", parameter.Removed), .. Pair("since", parameter.Since), .. Pair("before", parameter.Before),
        .. Pair("default", parameter.Default), .. Pair("alias", parameter.Alias), .. Pair("as", Given(given)), .. Pair("doc", parameter.Summary),
    ]);

    private void Nested(Action write)
    {
        _level++;
        write();
        _level--;
    }

    private void Line(string keyword, params string[] words)
    {
        _text.Append(' ', _level * 2).Append(keyword);
        bool quotes = keyword is "doc" or "removed-group";
        for (int i = 0; i < words.Length; i++) Append(words[i], IsSentence(words, i, quotes));
        _text.Append('\n');
    }

    // Sentences and defaults are quoted always, so that one looks like the other.
    private static bool IsSentence(string[] words, int index, bool lastIsOne)
        => (lastIsOne && index == words.Length - 1) || (index > 1 && words[index - 1] == "doc");

    private void Append(string word, bool quoted)
    {
        _text.Append(' ');
        bool plain = !quoted && word.Length > 0 && word.All(c => c > ' ' && c is not '"' && !char.IsControl(c));
        if (plain) _text.Append(word);
        else _text.Append('"').Append(word.Replace("\\", "\\\\").Replace("\"", "\\\"").Replace("\n", "\\n").Replace("\r", "\\r").Replace("\t", "\\t")).Append('"');
    }

    private static string? Given(string memberName) => memberName.Length == 0 ? null : memberName;

    private static IEnumerable<string> Pair(string name, string? value) => value is null ? [] : [name, value];

    private static IEnumerable<string> Flag(string name, bool isSet) => isSet ? [name] : [];
}
