using AuditSdk.Semantics.Catalog;
using AuditSdk.Semantics.Documents;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace AuditSdk.Build.Catalogs;

/// <summary>A CRD that cannot be read.</summary>
internal sealed class CrdException(string message, Mark at) : Exception(message)
{
    public int Line => (int)at.Line;

    public int Column => (int)at.Column;
}

/// <summary>
/// Reads the CustomResourceDefinitions of a YAML file, v1 and v1beta1, several documents and Lists included. Other kinds in the file are no concern of ours.
/// A policy selects resources without their version, so the subresources of all versions count together.
/// </summary>
internal static class CrdReader
{
    private const string Group = "apiextensions.k8s.io/";

    // What kube-apiserver's handler of custom resources serves.
    private static readonly ValueList<string> Verbs = ["create", "delete", "deletecollection", "get", "list", "patch", "update", "watch"];
    private static readonly ValueList<string> SubresourceVerbs = ["get", "patch", "update"];

    /// <summary>The catalog of a file's CRDs.</summary>
    /// <exception cref="CrdException">The file is not YAML, or a CRD lacks what it must say.</exception>
    public static CatalogFile Read(string text)
    {
        try
        {
            YamlStream stream = Load(new ShallowParser(new Parser(new StringReader(text))));
            Dictionary<string, List<CatalogResource>> groups = new(StringComparer.Ordinal);
            foreach (YamlDocument document in stream.Documents) ReadObject(document.RootNode, groups);
            return new CatalogFile { Groups = ValueList.From(groups.Select(g => new CatalogGroup(g.Key, "", ValueList.From(g.Value)))) };
        }
        catch (YamlException e)
        {
            throw new CrdException($"This is not YAML: {e.Message.TrimEnd('.')}.{HelmAdvice(text)}", e.Start);
        }
        catch (CrdException e) when (HelmAdvice(text) is { Length: > 0 } advice)
        {
            throw new CrdException(e.Message + advice, new Mark(0, e.Line, e.Column));
        }
    }

    // The tree builder meets some events in the wrong place with an exception that has no place.
    private static YamlStream Load(ShallowParser parser)
    {
        YamlStream stream = [];
        try
        {
            stream.Load(parser);
        }
        catch (ArgumentException e)
        {
            Mark at = parser.Current?.Start ?? Mark.Empty;
            throw new YamlException(at, at, "what stands here cannot be read", e);
        }

        return stream;
    }

    // Charts keep their CRDs as templates; the braces alone prove nothing, because descriptions hold them too.
    private static string HelmAdvice(string text)
        => text.Contains("{{", StringComparison.Ordinal) ? " If it is a Helm template, render it first ('helm template') and name the result here." : "";

    private static void ReadObject(YamlNode node, Dictionary<string, List<CatalogResource>> groups)
    {
        if (node is not YamlMappingNode map || Text(map, "kind") is not string kind || Text(map, "apiVersion") is not string apiVersion) return;
        if (kind.EndsWith("List", StringComparison.Ordinal) && Find(map, "items") is YamlSequenceNode items)
        {
            foreach (YamlNode item in items) ReadObject(item, groups);
        }
        else if (kind == "CustomResourceDefinition" && apiVersion.StartsWith(Group, StringComparison.Ordinal))
        {
            ReadDefinition(map, apiVersion[Group.Length..], groups);
        }
    }

    private static void ReadDefinition(YamlMappingNode map, string version, Dictionary<string, List<CatalogResource>> groups)
    {
        if (version is not ("v1" or "v1beta1")) throw new CrdException($"apiVersion {Group}{version} is not known; use {Group}v1.", Find(map, "apiVersion")!.Start);
        YamlMappingNode spec = RequiredMap(map, "spec", "the CRD");
        YamlMappingNode names = RequiredMap(spec, "names", "spec");
        string group = Name(spec, "group", "spec", isGroup: true);
        CatalogResource resource = new()
        {
            Name = Name(names, "plural", "spec.names", isGroup: false),
            Kind = Kind(names),
            Namespaced = IsNamespaced(spec, version),
            Verbs = Verbs,
        };
        resource = resource with { Subresources = Subresources(spec, resource.Kind) };
        if (!groups.TryGetValue(group, out List<CatalogResource>? resources)) groups.Add(group, resources = []);
        if (resources.Exists(r => r.Name == resource.Name)) throw new CrdException($"{resource.Name}.{group} is defined twice in this file; keep one.", map.Start);
        resources.Add(resource);
    }

    private static bool IsNamespaced(YamlMappingNode spec, string version)
    {
        YamlNode? node = Find(spec, "scope");
        if (node is null && version == "v1beta1") return true;
        return (node as YamlScalarNode)?.Value switch
        {
            "Namespaced" => true,
            "Cluster" => false,
            _ => throw new CrdException("spec.scope must be Namespaced or Cluster.", (node ?? spec).Start),
        };
    }

    private static ValueList<CatalogResource> Subresources(YamlMappingNode spec, string kind)
    {
        List<YamlNode?> places = [Find(spec, "subresources")];
        if (Find(spec, "versions") is YamlNode versions)
        {
            if (versions is not YamlSequenceNode list) throw new CrdException("spec.versions must be a list.", versions.Start);
            places.AddRange(list.OfType<YamlMappingNode>().Select(version => Find(version, "subresources")));
        }

        List<CatalogResource> found = [];
        if (places.Exists(p => Has(p, "status"))) found.Add(new CatalogResource { Name = "status", Kind = kind, Verbs = SubresourceVerbs });
        if (places.Exists(p => Has(p, "scale"))) found.Add(new CatalogResource { Name = "scale", Kind = "Scale", Verbs = SubresourceVerbs });
        return ValueList.From(found);
    }

    private static bool Has(YamlNode? place, string subresource) => place is YamlMappingNode map && Find(map, subresource) is YamlMappingNode;

    private static string Name(YamlMappingNode map, string key, string where, bool isGroup)
    {
        YamlScalarNode node = RequiredText(map, key, where);
        string name = node.Value!;
        bool isName = char.IsAsciiLetterOrDigit(name[0]) && char.IsAsciiLetterOrDigit(name[^1])
            && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-' || (c == '.' && isGroup))
            && (!isGroup || (name.Contains('.', StringComparison.Ordinal) && !name.Contains("..", StringComparison.Ordinal)));
        return isName ? name : throw new CrdException($"{where}.{key} '{name}' is not a {(isGroup ? "DNS name such as example.com" : "name in lower case")}.", node.Start);
    }

    private static string Kind(YamlMappingNode names)
    {
        YamlScalarNode node = RequiredText(names, "kind", "spec.names");
        return node.Value!.All(char.IsAsciiLetterOrDigit) ? node.Value! : throw new CrdException($"spec.names.kind '{node.Value}' may have letters and digits only.", node.Start);
    }

    private static YamlMappingNode RequiredMap(YamlMappingNode map, string key, string where)
    {
        YamlNode node = Find(map, key) ?? throw new CrdException($"{where} has no {key}.", map.Start);
        return node as YamlMappingNode ?? throw new CrdException($"{key} must be a mapping.", node.Start);
    }

    private static YamlScalarNode RequiredText(YamlMappingNode map, string key, string where)
        => Find(map, key) is YamlScalarNode { Value.Length: > 0 } text ? text : throw new CrdException($"{where} has no {key}.", (Find(map, key) ?? map).Start);

    private static string? Text(YamlMappingNode map, string key) => (Find(map, key) as YamlScalarNode)?.Value;

    private static YamlNode? Find(YamlMappingNode map, string key) => map.Children.TryGetValue(new YamlScalarNode(key), out YamlNode? node) ? node : null;
}
