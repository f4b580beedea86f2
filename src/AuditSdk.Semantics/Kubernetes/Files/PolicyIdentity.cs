using AuditSdk.Semantics.Kubernetes.Files.Json;

namespace AuditSdk.Semantics.Kubernetes.Files;

/// <summary>What a file says it is, and which of the server's types it is decoded into.</summary>
internal sealed class PolicyIdentity
{
    private const string PolicyGroup = "audit.k8s.io";
    private const string InternalVersion = "__internal";
    private const string Scheme = "k8s.io/apiserver/pkg/audit/scheme.go:30";
    private const string NotAnObject = "Go value of type struct { APIVersion string \"json:\\\"apiVersion,omitempty\\\"\"; Kind string \"json:\\\"kind,omitempty\\\"\" }";

    // Kinds that the server's scheme knows beside Policy; none of them can be made a policy.
    private static readonly string[] AuditKinds = ["Event", "EventList", "PolicyList"];
    private static readonly string[] VersionedKinds = ["WatchEvent", "ListOptions", "GetOptions", "DeleteOptions", "CreateOptions", "UpdateOptions", "PatchOptions"];
    private static readonly string[] UnversionedKinds = ["Status", "APIVersions", "APIGroupList", "APIGroup", "APIResourceList"];

    private string _group = "";
    private string _version = "";
    private string _kind = "";

    /// <summary>The server's error; null where the file can be decoded into a policy.</summary>
    public string? Error { get; private set; }

    /// <summary>Where the error is.</summary>
    public JsonNode? Culprit { get; private set; }

    /// <summary>apiVersion as the file has it; null where it is missing.</summary>
    public JsonNode? ApiVersion { get; private set; }

    /// <summary>kind as the file has it; null where it is missing.</summary>
    public JsonNode? Kind { get; private set; }

    /// <summary>True for a file without apiVersion: the server decodes it and then refuses it.</summary>
    public bool IsInternal => _version == InternalVersion;

    /// <summary>The server's words for a file without apiVersion.</summary>
    public string UnknownVersion => $"unknown group version field {_group}/{_version}, Kind={_kind} in policy";

    /// <summary>Reads apiVersion and kind.</summary>
    /// <param name="root">The file.</param>
    /// <param name="text">The file as text, which one of the errors repeats.</param>
    public static PolicyIdentity Of(JsonNode root, string text)
    {
        PolicyIdentity identity = new();
        identity.Error = identity.TypeMetaError(root) ?? identity.VersionError(text) ?? identity.KindError();
        return identity;
    }

    // The server looks at the file twice. This time names are compared without case, as encoding/json does.
    private string? TypeMetaError(JsonNode root)
    {
        if (root.Kind is not (JsonKind.Object or JsonKind.Null)) return Unreadable(root, $"json: cannot unmarshal {root.GoName} into {NotAnObject}");
        string? error = null;
        foreach (JsonMember member in root.Members)
        {
            string? field = IsName(member.Key, "apiVersion") ? "apiVersion" : IsName(member.Key, "kind") ? "kind" : null;
            if (field is null || member.Value.Kind == JsonKind.Null) continue;
            if (member.Value.Kind != JsonKind.Text) error ??= Unreadable(member.Value, $"json: cannot unmarshal {member.Value.GoName} into Go struct field .{field} of type string");
            else if (field == "apiVersion") ApiVersion = member.Value;
            else Kind = member.Value;
        }

        return error;
    }

    private string? VersionError(string text)
    {
        string written = ApiVersion?.Text ?? "";
        string[] parts = written is "" or "/" ? ["", ""] : written.Split('/');
        if (parts.Length > 2) return Refused(ApiVersion, "unexpected GroupVersion string: " + written);
        (_group, _version) = parts.Length == 1 ? ("", parts[0]) : (parts[0], parts[1]);
        _kind = Kind?.Text is { Length: > 0 } kind ? kind : "Policy";
        if (_version.Length == 0 && _group.Length == 0) _group = PolicyGroup;
        if (_version.Length == 0 && _group == PolicyGroup) _version = InternalVersion;
        return _version.Length == 0 ? Refused(ApiVersion, $"Object 'apiVersion' is missing in '{text}'") : null;
    }

    private string? KindError()
    {
        bool isAudit = _group == PolicyGroup && _version is "v1" or InternalVersion;
        if (isAudit && _kind == "Policy") return null;
        string package = IsInternal ? "audit" : "v1";
        if (isAudit && AuditKinds.Contains(_kind)) return Unconvertible($"{package}.{_kind}");
        if (isAudit && IsInternal && _kind == "WatchEvent") return Unconvertible("v1.InternalEvent");
        bool hasOptions = _version == "v1" && _group is "" or PolicyGroup;
        if (UnversionedKinds.Contains(_kind) || (hasOptions && VersionedKinds.Contains(_kind))) return Unconvertible("v1." + _kind);
        string version = IsInternal ? $"the internal version of group {GoText.Quote(_group)}" : $"version {GoText.Quote(_group.Length == 0 ? _version : _group + "/" + _version)}";
        JsonNode? culprit = isAudit ? Kind : ApiVersion;
        return Refused(culprit, $"no kind {GoText.Quote(_kind)} is registered for {version} in scheme \"{Scheme}\"");
    }

    private string Unconvertible(string type) => Refused(Kind, $"converting ({type}) to (audit.Policy): unknown conversion");

    private string Unreadable(JsonNode culprit, string error) => Refused(culprit, "couldn't get version/kind; json parse error: " + error);

    private string Refused(JsonNode? culprit, string error)
    {
        Culprit = culprit;
        return error;
    }

    // Two letters of other scripts fold to ASCII ones in Go.
    private static bool IsName(string key, string name)
        => string.Equals(key.Replace('\u212a', 'k').Replace('\u017f', 's'), name, StringComparison.OrdinalIgnoreCase);
}
