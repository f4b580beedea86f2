using AuditSdk.Semantics.Checks;
using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes.Files.Decoding;
using AuditSdk.Semantics.Kubernetes.Files.Json;
using AuditSdk.Semantics.Kubernetes.Files.Yaml;

namespace AuditSdk.Semantics.Kubernetes.Files;

/// <summary>What is wrong with a policy as a file. Whatever the server only warns about, or does not even warn about, says what the policy means without it.</summary>
internal static class FileFindings
{
    public static CheckDescriptor NotYaml { get; } = new("AUD1120", "The file is no YAML that kube-apiserver reads", FindingSeverity.Error);

    public static CheckDescriptor NotJson { get; } = new("AUD1121", "The file begins as JSON and is none", FindingSeverity.Error);

    public static CheckDescriptor WrongType { get; } = new("AUD1122", "A field has a value of the wrong type", FindingSeverity.Error);

    public static CheckDescriptor NotAPolicy { get; } = new("AUD1123", "The file is no audit.k8s.io/v1 Policy", FindingSeverity.Error);

    public static CheckDescriptor NoApiVersion { get; } = new("AUD1124", "apiVersion is missing", FindingSeverity.Error);

    public static CheckDescriptor UnknownField { get; } = new("AUD1125", "A field is unknown and does nothing", FindingSeverity.Warning);

    public static CheckDescriptor MisplacedField { get; } = new("AUD1126", "A field stands in the wrong place and does nothing", FindingSeverity.Warning);

    public static CheckDescriptor RepeatedKey { get; } = new("AUD1127", "A field is given twice, and the last one wins", FindingSeverity.Warning);

    public static CheckDescriptor SecondDocument { get; } = new("AUD1128", "Only the first document of the file is read", FindingSeverity.Error);

    public static CheckDescriptor NoKind { get; } = new("AUD1129", "kind is missing", FindingSeverity.Info);

    public static CheckDescriptor NullInList { get; } = new("AUD1130", "null in a list is the empty text", FindingSeverity.Warning);

    public static CheckDescriptor RepeatedByMerge { get; } = new("AUD1131", "A field is given beside a merge key that has it too", FindingSeverity.Warning);

    /// <summary>All of them, in the order of their ids.</summary>
    public static IReadOnlyList<CheckDescriptor> Descriptors { get; } =
        [NotYaml, NotJson, WrongType, NotAPolicy, NoApiVersion, UnknownField, MisplacedField, RepeatedKey, SecondDocument, NoKind, NullInList, RepeatedByMerge];

    public static Finding Yaml(YamlSyntaxException error, Origin place)
        => Refusal(NotYaml, place, $"kube-apiserver cannot read this YAML and does not start: {error.Problem}.{Hint(error.Problem)}", "failed decoding: " + error.Message);

    public static Finding Json(JsonSyntaxException error, Origin place)
        => Refusal(NotJson, place, $"The file begins with '{{', so kube-apiserver reads it as JSON, and cannot: {error.Message}. Write JSON without comments and trailing text, or YAML that does not begin with '{{'.", "failed decoding: couldn't get version/kind; json parse error: " + error.Message);

    public static Finding NoJsonForm(JsonSyntaxException error, Origin place)
        => Refusal(NotYaml, place, $"kube-apiserver cannot make JSON of this YAML and does not start: {error.Message}. Quote the value, or write the key as a text.", "failed decoding: " + error.Message);

    public static Finding TooDeep(Origin place)
        => Refusal(NotYaml, place, "The file is nested too deeply to be read. A policy needs five levels.", null);

    public static Finding Identity(PolicyIdentity identity, Origin file)
    {
        string found = identity.Kind is null && identity.ApiVersion is null ? "" : $" It says apiVersion '{identity.ApiVersion?.Text}' and kind '{identity.Kind?.Text}'.";
        return Refusal(NotAPolicy, identity.Culprit?.Origin ?? file, $"The file is no audit policy that kube-apiserver knows.{found} It must say 'apiVersion: audit.k8s.io/v1' and 'kind: Policy'.", "failed decoding: " + identity.Error);
    }

    public static Finding Version(PolicyIdentity identity, JsonNode root, Origin file)
    {
        string what = root.Kind == JsonKind.Null ? "The file holds nothing" : "The file has no apiVersion";
        return Refusal(NoApiVersion, identity.ApiVersion?.Origin ?? file, $"{what}, so kube-apiserver does not start. Begin it with 'apiVersion: audit.k8s.io/v1'.", identity.UnknownVersion);
    }

    public static Finding Mismatch(TypeMismatch mismatch)
        => Refusal(WrongType, mismatch.Given.Origin, TypeAdvice.For(mismatch), "failed decoding: " + mismatch.Error) with { Path = mismatch.Field.Length == 0 ? null : mismatch.Field };

    public static Finding Kind(Origin file)
        => NoKind.At(file, "kind is missing. kube-apiserver fills it in, other tools do not: write 'kind: Policy'.");

    public static Finding Document(Origin place)
        => SecondDocument.At(place, "kube-apiserver reads the first document of a file only, and says nothing about the rest: everything from here on does nothing. Move its rules into the first document.");

    public static Finding Null((string Path, GoType Type, Origin Origin) item)
    {
        string meaning = item.Type.Kind == GoKind.Struct ? "an entry without fields" : item.Path.Contains("namespaces") ? "the empty text, which stands for requests without a namespace" : "the empty text";
        return NullInList.At(item.Origin, $"null in a list is {meaning}. Take it out, or write what is meant.") with { Path = item.Path };
    }

    public static Finding Repeated(YamlRepeatedKey key)
    {
        if (!key.IsByMerge) return Twice(key.Key, key.Origin) with { Related = ValueList.From([key.First]), Detail = key.Warning };
        string message = key.MergeWins
            ? $"'{key.Key}' stands above the merge key that has it too, and kube-apiserver takes the merged one: the later wins. Put '<<' first."
            : $"'{key.Key}' replaces the one that the merge key brings, as YAML means it; kube-apiserver warns at every start all the same. Leave it out of what is merged.";
        return RepeatedByMerge.At(key.Origin, message) with { Related = ValueList.From([key.First]), Detail = key.Warning };
    }

    public static Finding Strictness(StrictnessProblem problem)
    {
        Finding finding = problem.IsDuplicate ? Twice(problem.Key.Key, problem.Key.KeyOrigin) : FieldAdvice.For(problem);
        return finding with { Path = problem.Path, Detail = problem.Warning };
    }

    private static Finding Twice(string key, Origin place)
        => RepeatedKey.At(place, $"'{key}' is given twice; kube-apiserver warns and takes the last one. Leave one of them out.");

    private static string Hint(string problem) => problem switch
    {
        "found character that cannot start any token" => " Quote a text that begins with this character, and indent with spaces.",
        "did not find expected alphabetic or numeric character" => " Quote a text that begins with '*' or '&'.",
        "mapping values are not allowed in this context" => " Look at the indentation, and quote a text that holds ': '.",
        "did not find expected key" => " Look at the indentation.",
        "found incompatible YAML document" => " It reads YAML 1.1 only: take the line %YAML out.",
        _ => "",
    };

    private static Finding Refusal(CheckDescriptor descriptor, Origin place, string message, string? detail)
        => descriptor.At(place, message) with { IsRefusal = true, Detail = detail };
}
