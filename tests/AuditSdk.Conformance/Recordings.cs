using System.Text.Json;

namespace AuditSdk.Conformance;

/// <summary>The recorded files and how each is compared.</summary>
internal static class Recordings
{
    public static IReadOnlyDictionary<string, Action<JsonElement, VectorFile, Comparison>> ByName { get; } = new Dictionary<string, Action<JsonElement, VectorFile, Comparison>>
    {
        ["validation.json"] = ValidationVectors.Compare,
        ["older-versions.json"] = OlderVersionVectors.Compare,
        ["silent.json"] = SilentVectors.Compare,
        ["evaluation.json"] = EvaluationVectors.Compare,
        ["requestinfo.json"] = RequestInfoVectors.Compare,
        ["yaml-scalars.json"] = YamlScalarVectors.Compare,
        ["match.json"] = MatchVectors.Compare,
        ["routing.json"] = RoutingVectors.Compare,
        ["rewrite-tag-filter.json"] = RewriteTagFilterVectors.Compare,
        ["runtime-behaviour.json"] = RuntimeBehaviourVectors.Compare,
        ["config-syntax.json"] = ConfigSyntaxVectors.Compare,
        ["values.json"] = ValueVectors.Compare,
        ["config-errors.json"] = ConfigErrorVectors.Compare,
        ["placeholders.json"] = PlaceholderVectors.Compare,
        ["time-parse.json"] = TimeVectors.Compare,
    };

    public static Comparison Compare(string name, JsonElement content, VectorFile source)
    {
        Comparison comparison = new();
        ByName[name](content, source, comparison);
        return comparison;
    }
}
