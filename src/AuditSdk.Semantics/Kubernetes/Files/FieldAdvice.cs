using AuditSdk.Semantics.Catalog;
using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes.Files.Decoding;

namespace AuditSdk.Semantics.Kubernetes.Files;

/// <summary>Which field was meant by one that the server does not know, and what the policy means without it.</summary>
internal static class FieldAdvice
{
    private static readonly GoType Rule = PolicySchema.V1.Fields["rules"].Element!;
    private static readonly GoType Entry = Rule.Fields["resources"].Element!;

    // Names that other configurations have for the same.
    private static readonly Dictionary<string, string> OtherNames = new(StringComparer.OrdinalIgnoreCase)
    {
        ["groups"] = "userGroups",
        ["serviceAccounts"] = "users",
        ["apiGroup"] = "group",
        ["apiGroups"] = "group",
        ["names"] = "resourceNames",
        ["name"] = "resourceNames",
        ["urls"] = "nonResourceURLs",
        ["paths"] = "nonResourceURLs",
        ["stages"] = "omitStages",
        ["operations"] = "verbs",
        ["methods"] = "verbs",
    };

    public static Finding For(StrictnessProblem problem)
    {
        string key = problem.Key.Key;
        string owner = Article(problem.Owner);
        if (RightOwner(problem) is { } right)
        {
            string where = $"'{key}' is a field of {Article(right)}, not of {owner}, so kube-apiserver warns and leaves it out";
            string title = problem.Owner.ShortName == "GroupResources" ? "Indent it less" : "Move it there";
            return FileFindings.MisplacedField.At(problem.Key.KeyOrigin, $"{where}: {Without(key, problem, right)}. {title}.");
        }

        string unknown = $"'{key}' is no field of {owner}, so kube-apiserver warns and leaves it out";
        if (Meant(problem) is not { } meant) return FileFindings.UnknownField.At(problem.Key.KeyOrigin, $"{unknown}. Take it out.");
        Finding finding = FileFindings.UnknownField.At(problem.Key.KeyOrigin, $"{unknown}: {Without(meant, problem, problem.Owner)}. Write '{meant}'.");
        return finding with { Remedy = new RenameField($"Write '{meant}'", problem.Key.KeyOrigin, meant) };
    }

    private static string Article(GoType owner) => owner.ShortName switch
    {
        "Policy" => "the policy",
        "PolicyRule" => "a rule",
        "GroupResources" => "an entry of a rule's resources",
        "ObjectMeta" => "metadata",
        _ => owner.ShortName,
    };

    private static GoType? RightOwner(StrictnessProblem problem)
    {
        string key = problem.Key.Key;
        IEnumerable<GoType> others = problem.Owner.ShortName switch
        {
            "GroupResources" => [Rule],
            "PolicyRule" => [Entry],
            "Policy" => [Rule, Entry],
            _ => [],
        };
        return others.FirstOrDefault(o => o.Fields.ContainsKey(key));
    }

    // "groups" in an entry of resources is the API group, in a rule the groups of the user.
    private static string? Meant(StrictnessProblem problem)
    {
        string key = problem.Key.Key;
        ICollection<string> known = [.. problem.Owner.Fields.Keys];
        if (problem.Owner.ShortName == "GroupResources" && key == "groups") return "group";
        if (known.FirstOrDefault(k => string.Equals(k, key, StringComparison.OrdinalIgnoreCase)) is { } sameLetters) return sameLetters;
        if (OtherNames.TryGetValue(key, out string? other) && known.Contains(other)) return other;
        return CatalogWords.Nearest(key, known);
    }

    private static string Without(string field, StrictnessProblem problem, GoType owner)
    {
        if (owner == problem.Owner && problem.OwnerValue.Field(field) is not null) return $"its '{field}' stays as it stands there";
        string rule = problem.Owner.ShortName == "Policy" ? "a rule without it" : "the rule";
        return field switch
        {
            "level" => "the rule has no level from it",
            "users" => $"{rule} matches every user",
            "userGroups" => $"{rule} matches users of every group",
            "verbs" => $"{rule} matches every verb",
            "resources" when owner.ShortName == "GroupResources" => "the entry stands for every resource of its group",
            "resources" => $"{rule} matches every resource",
            "namespaces" => $"{rule} matches every namespace",
            "nonResourceURLs" => $"{rule} matches every path",
            "resourceNames" => "objects of every name match",
            "group" when problem.Owner.ShortName == "GroupResources" => "the entry stands for the core group",
            "group" when problem.Owner.ShortName == "PolicyRule" => problem.OwnerValue.Field("resources") is null ? "the rule matches resources of every group" : "entries without one stand for the core group",
            "omitStages" => "it leaves no stage out",
            "omitManagedFields" => "managed fields are logged",
            "rules" => "the policy has none of these rules",
            _ => "it does nothing",
        };
    }
}
