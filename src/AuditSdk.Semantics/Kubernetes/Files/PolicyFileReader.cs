using AuditSdk.Semantics.Checks.Policy.Refused;
using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes.Files.Decoding;
using AuditSdk.Semantics.Kubernetes.Files.Json;
using AuditSdk.Semantics.Kubernetes.Files.Yaml;

namespace AuditSdk.Semantics.Kubernetes.Files;

/// <summary>The steps of the server's LoadPolicyFromBytes: text to JSON, what the file is, strict decoding, then lenient, validation.</summary>
internal sealed class PolicyFileReader(string text, string? file, string release)
{
    private const string LenientDecoding = "Audit policy contains errors, falling back to lenient decoding: strict decoding error: ";

    private readonly FindingSink _findings = new();
    private readonly TextPlaces _places = new(text, file);
    private IReadOnlyList<YamlRepeatedKey> _repeated = [];

    public PolicyReading Read()
    {
        try
        {
            return Decode(IsJson() ? new JsonReader(text, _places).Read() : Yaml());
        }
        catch (YamlSyntaxException error)
        {
            int offset = error.Place?.Offset ?? 0;
            return Refused(FileFindings.Yaml(error, _places.At(offset, offset)));
        }
        catch (JsonSyntaxException error)
        {
            Origin place = _places.At(error.Offset, error.Offset);
            return Refused(IsJson() ? FileFindings.Json(error, place) : FileFindings.NoJsonForm(error, place));
        }
        catch (InsufficientExecutionStackException)
        {
            Finding deep = FileFindings.TooDeep(_places.Whole);
            return Refused(deep) with { Refusal = deep.Message };
        }
    }

    private bool IsJson() => text.TrimStart() is ['{', ..];

    private JsonNode Yaml()
    {
        YamlComposer composer = new(text);
        YamlNode? root = composer.FirstDocument();
        if (root is null) return new JsonNode(JsonKind.Null, _places.Whole);
        YamlToJson json = new(_places);
        JsonNode result = json.Convert(root);
        _repeated = json.Repeated;
        if (composer.WhatFollows() is { } rest) _findings.Add(FileFindings.Document(_places.At(rest.Offset, rest.Offset)));
        return result;
    }

    private PolicyReading Decode(JsonNode root)
    {
        PolicyIdentity identity = PolicyIdentity.Of(root, text);
        if (identity.Error is not null) return Refused(FileFindings.Identity(identity, _places.Whole));
        if (identity.IsInternal && !root.Members.Exists(m => m.Key == "rules")) return NoPolicyAtAll(identity, root);
        foreach (YamlRepeatedKey key in _repeated) _findings.Add(FileFindings.Repeated(key));

        StrictDecoder decoder = new();
        GoValue policy = decoder.Decode(root, PolicySchema.V1);
        StrictDecoder server = identity.IsInternal ? new() : decoder;
        if (identity.IsInternal) server.Decode(root, PolicySchema.Internal);
        foreach (StrictnessProblem problem in decoder.Problems) _findings.Add(FileFindings.Strictness(problem));
        foreach ((string, GoType, Origin) item in decoder.Nulls) _findings.Add(FileFindings.Null(item));
        foreach (TypeMismatch mismatch in server.Mismatches.Count > 0 ? server.Mismatches : decoder.Mismatches) _findings.Add(FileFindings.Mismatch(mismatch));
        if (server.Error is { } error) return new PolicyReading { Findings = InOrder(), Refusal = "failed decoding: " + error.Error };

        PolicyDocument? document = decoder.Error is null ? DecodedPolicy.ToDocument(policy, _places.Whole) : null;
        PolicyReading reading = new() { Document = document, Warning = WarningOf(server) };
        if (identity.IsInternal)
        {
            _findings.Add(FileFindings.Version(identity, root, _places.Whole));
            return reading with { Findings = InOrder(), Refusal = identity.UnknownVersion };
        }

        if (identity.Kind is null or { Text: "" }) _findings.Add(FileFindings.Kind(_places.Whole));
        string? refusal = ServerValidation.ErrorOf(document!, release);
        return reading with { Findings = InOrder(), Refusal = refusal, Normalised = refusal is null ? NormalisedPolicy.Of(policy) : null };
    }

    // Without apiVersion and rules it is some other file, of which every field would be unknown.
    private PolicyReading NoPolicyAtAll(PolicyIdentity identity, JsonNode root)
    {
        StrictDecoder server = new();
        server.Decode(root, PolicySchema.Internal);
        if (server.Error is { } error) return Refused(FileFindings.Mismatch(error));
        return Refused(FileFindings.Version(identity, root, _places.Whole)) with { Warning = WarningOf(server) };
    }

    private string? WarningOf(StrictDecoder server)
    {
        List<string> warnings = [.. server.Problems.Select(p => p.Warning)];
        if (_repeated.Count > 0) warnings.Insert(0, "yaml: unmarshal errors:\n  " + string.Join("\n  ", _repeated.Select(k => k.Warning)));
        return warnings.Count == 0 ? null : LenientDecoding + string.Join(", ", warnings);
    }

    private PolicyReading Refused(Finding finding)
    {
        _findings.Add(finding);
        return new PolicyReading { Findings = InOrder(), Refusal = finding.Detail };
    }

    private IReadOnlyList<Finding> InOrder() => [.. _findings.Findings.OrderBy(f => f.Origin.Line).ThenBy(f => f.Origin.Column)];
}
