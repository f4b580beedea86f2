using System.Runtime.CompilerServices;
using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes.Files.Json;

namespace AuditSdk.Semantics.Kubernetes.Files.Yaml;

/// <summary>A YAML tree as the JSON that kube-apiserver makes of it: aliases and merge keys followed, the last of equal keys kept, fields in the order of their names.</summary>
internal sealed class YamlToJson(TextPlaces places)
{
    private readonly List<YamlRepeatedKey> _repeated = [];
    private readonly HashSet<YamlNode> _open = [];
    private string? _badKey;
    private long _steps;
    private long _aliasSteps;
    private int _aliasDepth;

    /// <summary>Keys given twice, in the order in which go-yaml meets them.</summary>
    public IReadOnlyList<YamlRepeatedKey> Repeated => _repeated;

    /// <summary>The JSON of a document.</summary>
    /// <exception cref="YamlSyntaxException">go-yaml refuses the tree.</exception>
    /// <exception cref="JsonSyntaxException">The tree has no JSON form.</exception>
    public JsonNode Convert(YamlNode root)
    {
        _steps++;
        JsonNode json = Node(root);
        if (_badKey is not null) throw new JsonSyntaxException(_badKey, root.Start.Offset);
        RefuseInfinite(json);
        return json;
    }

    private JsonNode Node(YamlNode node)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        Count();
        switch (node.Kind)
        {
            case YamlNodeKind.Alias: return Alias(node);
            case YamlNodeKind.Scalar: return Scalar(node);
            case YamlNodeKind.Sequence:
                JsonNode array = new(JsonKind.Array, PlaceOf(node));
                foreach (YamlNode child in node.Children) array.Items.Add(Node(child));
                return array;
            default:
                Fields fields = new();
                Mapping(node, fields, merge: null);
                return Object(node, fields);
        }
    }

    private JsonNode Scalar(YamlNode node)
    {
        YamlScalarValue value = YamlScalarValue.Of(node);
        return new JsonNode(value.Kind, PlaceOf(node)) { Text = value.Text, IsPlain = node.IsImplicit };
    }

    private JsonNode Alias(YamlNode alias)
    {
        JsonNode target = Follow(alias, Node);
        JsonNode node = new(target.Kind, PlaceOf(alias)) { Text = target.Text, IsPlain = target.IsPlain };
        node.Items.AddRange(target.Items);
        node.Members.AddRange(target.Members);
        return node;
    }

    private T Follow<T>(YamlNode alias, Func<YamlNode, T> then)
    {
        if (!_open.Add(alias)) throw YamlSyntaxException.Whole($"anchor '{alias.Value}' value contains itself", alias.Start);
        _aliasDepth++;
        T result = then(alias.Target!);
        _aliasDepth--;
        _open.Remove(alias);
        return result;
    }

    // The same limits as the server's, so a file made to explode ends the same way.
    private void Count()
    {
        _steps++;
        if (_aliasDepth > 0) _aliasSteps++;
        double allowed = _steps <= 400_000 ? 0.99 : _steps >= 4_000_000 ? 0.10 : 0.99 - (0.89 * ((_steps - 400_000) / 3_600_000d));
        if (_aliasSteps > 100 && _steps > 1000 && (double)_aliasSteps / _steps > allowed) throw YamlSyntaxException.Whole("document contains excessive aliasing");
    }

    private void Mapping(YamlNode node, Fields fields, YamlNode? merge)
    {
        for (int i = 0; i < node.Children.Count; i += 2)
        {
            YamlNode key = node.Children[i];
            YamlNode value = node.Children[i + 1];
            if (key.IsMergeKey)
            {
                Merge(value, fields, merge ?? key);
                continue;
            }

            YamlScalarValue keyValue = Key(key);
            JsonNode json = Node(value);
            if (fields.TryGet(keyValue, out Field? earlier)) Repeat(earlier!, key, value, keyValue, merge);
            fields.Set(keyValue, new Field(PlaceOf(key), json, merge is null ? null : PlaceOf(merge)));
        }
    }

    private YamlScalarValue Key(YamlNode key)
    {
        Count();
        if (key.Kind == YamlNodeKind.Alias) return Follow(key, Key);
        if (key.Kind == YamlNodeKind.Scalar) return YamlScalarValue.Of(key);
        _steps--;
        throw YamlSyntaxException.Whole("invalid map key: " + GoSyntax.Of(Node(key)), key.Start);
    }

    private void Repeat(Field earlier, YamlNode key, YamlNode value, YamlScalarValue keyValue, YamlNode? merge)
    {
        Origin place = PlaceOf(merge ?? key);
        string name = keyValue.Kind switch { JsonKind.Text => GoText.Quote(keyValue.Text), JsonKind.Null => "<nil>", _ => keyValue.Text };
        string warning = $"line {value.Start.Line + 1}: key {name} already set in map";
        _repeated.Add(new YamlRepeatedKey(keyValue.Text, warning, place, earlier.Merge ?? earlier.Key, merge is not null || earlier.Merge is not null, merge is not null));
    }

    private void Merge(YamlNode value, Fields fields, YamlNode merge)
    {
        bool isList = value.Kind == YamlNodeKind.Sequence;
        IEnumerable<YamlNode> sources = isList ? Enumerable.Reverse(value.Children) : [value];
        foreach (YamlNode source in sources)
        {
            YamlNode? target = source.Kind == YamlNodeKind.Alias ? source.Target : source;
            if (target?.Kind != YamlNodeKind.Mapping) throw YamlSyntaxException.Whole("map merge requires map or sequence of maps as the value", source.Start);
            Count();
            if (source.Kind == YamlNodeKind.Alias) Follow(source, mapping => MergeOne(mapping, fields, merge));
            else Mapping(source, fields, merge);
        }
    }

    private bool MergeOne(YamlNode mapping, Fields fields, YamlNode merge)
    {
        Count();
        Mapping(mapping, fields, merge);
        return true;
    }

    private JsonNode Object(YamlNode node, Fields fields)
    {
        JsonNode json = new(JsonKind.Object, PlaceOf(node));
        SortedDictionary<string, JsonMember> sorted = new(Utf8Order.Comparer);
        foreach (KeyValuePair<YamlScalarValue, Field> field in fields.All)
        {
            string? name = NameOf(field.Key);
            if (name is null) _badKey ??= $"unsupported map key of type: {TypeOf(field.Key)}, value: {(field.Value.Value.Kind == JsonKind.Null ? "<nil>" : GoSyntax.Of(field.Value.Value))}";
            else sorted[name] = new JsonMember(name, field.Value.Key, field.Value.Value);
        }

        json.Members.AddRange(sorted.Values);
        return json;
    }

    // A key is a text in JSON, whatever YAML reads it as.
    private static string? NameOf(YamlScalarValue key) => key.Kind switch
    {
        JsonKind.Null => null,
        JsonKind.Number when key.Tag == YamlTag.Float => FloatName(key.Text),
        JsonKind.Number when IsAboveInt64(key.Text) => null,
        _ => key.Text,
    };

    private static bool IsAboveInt64(string integer) => !long.TryParse(integer, System.Globalization.NumberStyles.AllowLeadingSign, System.Globalization.CultureInfo.InvariantCulture, out _);

    private static string FloatName(string text) => text switch
    {
        "NaN" => ".nan",
        "+Inf" => ".inf",
        "-Inf" => "-.inf",
        _ => GoNumber.Key(double.Parse(text, System.Globalization.CultureInfo.InvariantCulture)),
    };

    private static string TypeOf(YamlScalarValue key)
        => key.Kind == JsonKind.Null ? "%!s(<nil>), key: <nil>" : $"uint64, key: 0x{ulong.Parse(key.Text, System.Globalization.CultureInfo.InvariantCulture):x}";

    private static void RefuseInfinite(JsonNode node)
    {
        if (node.Kind == JsonKind.Number && node.Text is "NaN" or "+Inf" or "-Inf") throw new JsonSyntaxException("json: unsupported value: " + node.Text, node.Origin.Start);
        foreach (JsonNode item in node.Items) RefuseInfinite(item);
        foreach (JsonMember member in node.Members) RefuseInfinite(member.Value);
    }

    private Origin PlaceOf(YamlNode node) => places.At(node.Start.Offset, node.End.Offset);

    private sealed record Field(Origin Key, JsonNode Value, Origin? Merge);

    /// <summary>The fields of a mapping. Keys of different types are different, though they may be one text in JSON.</summary>
    private sealed class Fields
    {
        private readonly Dictionary<YamlScalarValue, Field> _fields = [];

        public IEnumerable<KeyValuePair<YamlScalarValue, Field>> All => _fields;

        public bool TryGet(YamlScalarValue key, out Field? field) => _fields.TryGetValue(Plain(key), out field);

        public void Set(YamlScalarValue key, Field field) => _fields[Plain(key)] = field;

        private static YamlScalarValue Plain(YamlScalarValue key) => key.Kind == JsonKind.Text ? key with { Tag = YamlTag.Text } : key;
    }
}
