using System.Globalization;

namespace AuditSdk.Semantics.Kubernetes;

/// <summary>Why a rule does not match a request: the first field that refuses it.</summary>
/// <param name="Path">The field.</param>
/// <param name="Text">One line without a full stop: what the field asks for and what the request has.</param>
public sealed record RuleMismatch(PolicyPath Path, string Text)
{
    private const int Shown = 8;

    internal static RuleMismatch? Of(int rule, RuleReading reading, RequestAttributes request)
        => OfUser(rule, reading, request.User)
            ?? (reading.Verbs is { } verbs ? OfList(rule, PolicyField.Verbs, "verbs", verbs, request.Verb, "the request's is " + Quoted(request.Verb)) : null)
            ?? (request.IsResource ? OfResource(rule, reading, request) : OfPath(rule, reading, request));

    private static RuleMismatch? OfUser(int rule, RuleReading reading, RequestUser? user)
    {
        const string NoUser = "the request has no user, its login failed";
        if (reading.Users is { } users && (user is null || Array.IndexOf(users, user.Name) < 0))
            return new(new(rule, PolicyField.Users), Values("users", users) + "; " + (user is null ? NoUser : "the request's is " + Quoted(user.Name)));
        if (reading.UserGroups is { } groups && (user is null || !PolicyMatcher.MatchesGroups(groups, user)))
            return new(new(rule, PolicyField.UserGroups), Values("userGroups", groups) + "; " + (user is null ? NoUser : user.Groups.Count == 0 ? "the user has none" : "the user's are " + List(user.Groups)));
        return null;
    }

    private static RuleMismatch? OfResource(int rule, RuleReading reading, RequestAttributes request)
    {
        string resource = request.Subresource.Length == 0 ? request.Resource : request.Resource + "/" + request.Subresource;
        if (!reading.ForResources)
        {
            string what = reading.NonResourceUrls is { } urls ? Values("nonResourceURLs", urls) : "what the rule matches is not known";
            return new(new(rule, PolicyField.NonResourceUrls), $"{what}; the request is for the resource {Quoted(resource)}");
        }

        if (reading.Namespaces is { } namespaces
            && OfList(rule, PolicyField.Namespaces, "namespaces", namespaces, request.Namespace, request.Namespace.Length == 0 ? "the request is in none" : "the request's is " + Quoted(request.Namespace)) is { } mismatch)
            return mismatch;
        if (reading.Resources is not { } entries) return null;

        // Of several entries the one that comes furthest says most.
        int nearest = -1, best = -1;
        for (int i = 0; i < entries.Length; i++)
        {
            int passed = !entries[i].MatchesGroup(request.ApiGroup) ? 0 : !entries[i].MatchesResource(request.Resource, request.Subresource) ? 1 : entries[i].MatchesName(request.Name) ? 3 : 2;
            if (passed == 3) return null;
            if (passed > best) (nearest, best) = (i, passed);
        }

        return best switch
        {
            -1 => new(new(rule, PolicyField.Resources), "the resources are not known"),
            0 => new(new(rule, PolicyField.Group, entries[nearest].Index), Values(entries.Length == 1 ? "group" : "groups", [.. entries.Select(e => e.Group ?? "*").Distinct()]) + "; the request's is " + Quoted(request.ApiGroup)),
            1 => new(new(rule, PolicyField.EntryResources, entries[nearest].Index), OfNames("resources", [.. entries.Where(e => e.MatchesGroup(request.ApiGroup)).SelectMany(e => e.Resources!).Distinct()], resource)),
            _ => new(new(rule, PolicyField.ResourceNames, entries[nearest].Index), Values("resourceNames", entries[nearest].Names!) + "; " + (request.Name.Length == 0 ? "the request has no name" : "the request's is " + Quoted(request.Name))),
        };
    }

    private static RuleMismatch? OfPath(int rule, RuleReading reading, RequestAttributes request)
    {
        if (!reading.ForUrls)
        {
            string what = reading.Resources is null && reading.Namespaces is null ? "what the rule matches is not known" : "the rule is for resources";
            return new(new(rule, reading.Resources is null ? PolicyField.Namespaces : PolicyField.Resources), $"{what}; the request is for the path {Quoted(request.Path)}");
        }

        return PolicyMatcher.MatchesPath(reading.NonResourceUrls, request.Path) ? null
            : new(new(rule, PolicyField.NonResourceUrls), OfNames("nonResourceURLs", reading.NonResourceUrls!, request.Path));
    }

    private static RuleMismatch? OfList(int rule, PolicyField field, string name, string[] values, string value, string request)
        => Array.IndexOf(values, value) >= 0 ? null : new(new(rule, field), Values(name, values) + "; " + request);

    private static string OfNames(string name, string[] values, string value) => Values(name, values) + "; the request's is " + Quoted(value);

    private static string Values(string name, string[] values) => values.Length == 0 ? name + " are not known" : name + (name == "group" ? " is " : " are ") + List(values);

    private static string List(IReadOnlyList<string> values)
    {
        string list = string.Join(", ", values.Take(Shown).Select(Quoted));
        return values.Count <= Shown ? list : list + " and " + (values.Count - Shown).ToString(CultureInfo.InvariantCulture) + " more";
    }

    private static string Quoted(string value) => value.Length == 0 ? "\"\"" : value;
}
