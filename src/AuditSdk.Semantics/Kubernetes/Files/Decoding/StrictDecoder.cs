using System.Globalization;
using System.Runtime.CompilerServices;
using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes.Files.Json;

namespace AuditSdk.Semantics.Kubernetes.Files.Decoding;

/// <summary>A value that does not fit its field.</summary>
/// <param name="Error">Go's words.</param>
/// <param name="Field">The field, as <c>rules.users</c>; empty for the file as a whole.</param>
/// <param name="Expected">What the field takes.</param>
/// <param name="Given">What is there.</param>
internal sealed record TypeMismatch(string Error, string Field, GoType Expected, JsonNode Given);

/// <summary>A field that the server does not know, or a second one of a name; the server only warns.</summary>
/// <param name="Path">As the server writes it: <c>rules[0].verb</c>.</param>
/// <param name="Key">The field.</param>
/// <param name="Owner">The struct in which it stands.</param>
/// <param name="OwnerValue">That struct's fields, decoded so far and later.</param>
/// <param name="IsDuplicate">True for a second one of a name.</param>
internal sealed record StrictnessProblem(string Path, JsonMember Key, GoType Owner, GoValue OwnerValue, bool IsDuplicate)
{
    /// <summary>The server's words.</summary>
    public string Warning => (IsDuplicate ? "duplicate field " : "unknown field ") + GoText.Quote(Path);
}

/// <summary>JSON into the server's types, as sigs.k8s.io/json does it: names are case-sensitive, the first value of a wrong type is the error, everything unknown or repeated is collected.</summary>
internal sealed class StrictDecoder
{
    private const int MaxProblems = 100;

    private readonly List<TypeMismatch> _mismatches = [];
    private readonly List<StrictnessProblem> _problems = [];
    private readonly HashSet<string> _warned = new(StringComparer.Ordinal);
    private readonly List<string> _fieldStack = [];
    private readonly List<(string Path, GoType Type, Origin Origin)> _nulls = [];
    private string _struct = "";
    private TypeMismatch? _fatal;

    /// <summary>The error that the server ends with; null where it takes the values.</summary>
    public TypeMismatch? Error => _fatal ?? _mismatches.FirstOrDefault();

    /// <summary>Every value of a wrong type.</summary>
    public IReadOnlyList<TypeMismatch> Mismatches => _mismatches;

    /// <summary>Unknown and repeated fields, no more of them than the server names.</summary>
    public IReadOnlyList<StrictnessProblem> Problems => _problems;

    /// <summary>Items of lists that are null, which the server reads as the empty text or object.</summary>
    public IReadOnlyList<(string Path, GoType Type, Origin Origin)> Nulls => _nulls;

    /// <summary>Decodes a value.</summary>
    public GoValue Decode(JsonNode json, GoType type)
    {
        GoValue value = new(type);
        Into(value, json, "", isPointer: false);
        return value;
    }

    private void Into(GoValue value, JsonNode json, string path, bool isPointer)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (value.Type.Kind == GoKind.Anything) value.Set(json.Origin);
        else if (json.Kind == JsonKind.Null) value.SetNull(json.Origin, isPointer);
        else if (!Fits(value.Type, json)) Mismatch(value.Type, json);
        else if (json.Kind == JsonKind.Array) Array(value, json, path);
        else if (json.Kind == JsonKind.Object && value.Type.Kind == GoKind.Map) Map(value, json, path);
        else if (json.Kind == JsonKind.Object) Struct(value, json, path);
        else value.SetText(json.Text, json.Origin);
    }

    private static bool Fits(GoType type, JsonNode json) => type.Kind switch
    {
        GoKind.Text => json.Kind == JsonKind.Text,
        GoKind.Boolean => json.Kind == JsonKind.Boolean,
        GoKind.Integer => json.Kind == JsonKind.Number && long.TryParse(json.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
        GoKind.Time => json.Kind == JsonKind.Text && GoTime.IsRfc3339(json.Text),
        GoKind.List => json.Kind == JsonKind.Array,
        _ => json.Kind == JsonKind.Object,
    };

    private void Array(GoValue value, JsonNode json, string path)
    {
        value.Set(json.Origin);
        for (int i = 0; i < json.Items.Count; i++)
        {
            string place = $"{path}[{i.ToString(CultureInfo.InvariantCulture)}]";
            if (json.Items[i].Kind == JsonKind.Null) _nulls.Add((place, value.Type.Element!, json.Items[i].Origin));
            Into(value.Item(i), json.Items[i], place, isPointer: false);
        }

        value.EndItems(json.Items.Count);
    }

    private void Map(GoValue value, JsonNode json, string path)
    {
        value.Set(json.Origin);
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (JsonMember member in json.Members)
        {
            if (!seen.Add(member.Key)) Problem(path, member, value, isDuplicate: true);
            Into(value.NewMapValue(member.Key), member.Value, Below(path, member.Key), isPointer: false);
        }
    }

    private void Struct(GoValue value, JsonNode json, string path)
    {
        value.Set(json.Origin);
        HashSet<string> seen = new(StringComparer.Ordinal);
        string outer = _struct;
        foreach (JsonMember member in json.Members)
        {
            if (!value.Type.Fields.TryGetValue(member.Key, out GoType? type))
            {
                Problem(path, member, value, isDuplicate: false);
                continue;
            }

            if (!seen.Add(member.Key)) Problem(path, member, value, isDuplicate: true);
            _fieldStack.Add(member.Key);
            _struct = value.Type.ShortName;
            Into(value.StructField(member.Key, type), member.Value, Below(path, member.Key), IsPointer(value.Type, member.Key));
            _fieldStack.RemoveAt(_fieldStack.Count - 1);
            _struct = outer;
        }
    }

    // Of the fields that null changes only these are pointers.
    private static bool IsPointer(GoType owner, string field) => field switch
    {
        "omitManagedFields" or "OmitManagedFields" => owner.ShortName == "PolicyRule",
        "deletionTimestamp" or "deletionGracePeriodSeconds" or "controller" or "blockOwnerDeletion" or "time" or "creationTimestamp" => true,
        _ => false,
    };

    private static string Below(string path, string key) => path.Length == 0 ? key : path + "." + key;

    private void Problem(string path, JsonMember member, GoValue owner, bool isDuplicate)
    {
        StrictnessProblem problem = new(Below(path, member.Key), member, owner.Type, owner, isDuplicate);
        if (_problems.Count < MaxProblems && _warned.Add(problem.Warning)) _problems.Add(problem);
    }

    private void Mismatch(GoType type, JsonNode json)
    {
        string field = string.Join(".", _fieldStack);
        string given = type.Kind == GoKind.Integer && json.Kind == JsonKind.Number ? "number " + json.Text : json.GoName;
        string target = field.Length == 0 ? "Go value" : $"Go struct field {_struct}.{field}";
        string error = $"json: cannot unmarshal {given} into {target} of type {(type.Kind == GoKind.Time ? "string" : type.Name)}";
        if (type.Kind == GoKind.Time && json.Kind == JsonKind.Text) error = GoTime.Error(json.Text);
        TypeMismatch mismatch = new(error, field, type, json);
        _mismatches.Add(mismatch);

        // A time decodes itself, and its error ends the decoding at once.
        if (type.Kind == GoKind.Time) _fatal ??= mismatch;
    }
}
