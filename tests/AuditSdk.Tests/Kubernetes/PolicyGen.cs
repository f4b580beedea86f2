using AuditSdk.Emission;
using AuditSdk.Kubernetes;
using AuditSdk.Semantics.Documents;
using CsCheck;

namespace AuditSdk.Tests.Kubernetes;

/// <summary>Random typed policies: of hostile texts, and of few values each so that rules and requests meet.</summary>
internal static class PolicyGen
{
    private static readonly string[] Fragments =
    [
        "a", "pods", "kube-system", "y", "No", "null", "~", "TRUE", "1", "0x1F", "1e3", "12:30", "2020-01-01", ".inf", " ", "  ", "\t", "\n", "\r", "\r\n", "\n\n", ":", ": ", "#", " #", "- ", "? ",
        "---", "...", "\n---\n", "\nrules: []\n", "{", "}", "[", "]", ",", "&a", "*", "*a", "!", "!!str ", "|", ">", "%", "%YAML 1.2", "@", "`", "'", "''", "\"", "\\", "\\n", "\\u0041", "<<", "=",
        "\0", "\u0001", "\u0007", "\b", "\v", "\f", "\u001b", "\u001f", "\u007f", "\u0080", "\u0085", "\u009f", "\u00a0", "\u00ad", "\u00e9", "\u061c", "\u200b", "\u2028", "\u2029", "\u202e", "\u2066",
        "\u65e5", "\ue000", "\ufeff", "\ufffd", "\ufffe", "\uffff", "\U0001f600", "\U0001fffe", "\U000e0001", "\U0010ffff", new string('x', 130), string.Concat(Enumerable.Repeat("ab ", 500)),
    ];

    private static Gen<bool?> Maybe { get; } = Gen.OneOf<bool?>(null, true, false);

    /// <summary>Any text without half surrogate pairs.</summary>
    public static Gen<string> HostileText { get; } = Gen.OneOf(
        Gen.OneOf(Fragments).Array[0, 6].Select(string.Concat),
        Gen.Char.Array[0, 8].Select(c => new string(c)).Where(s => Surrogates.IndexOfLone(s) < 0));

    /// <summary>Null, or any text that may stand in a comment.</summary>
    public static Gen<string?> Comment { get; } = Gen.OneOf(Gen.Const((string?)null), HostileText.Where(s => YamlComment.IndexOfRefused(s) < 0).Select(s => (string?)s));

    /// <summary>Policies of hostile texts in every place.</summary>
    public static Gen<AuditPolicy> Hostile { get; } = Policy(new Universe(HostileText, HostileText, HostileText, HostileText, HostileText, HostileText, HostileText, HostileText));

    /// <summary>Policies of few values, wildcards among them.</summary>
    public static Gen<AuditPolicy> Small { get; } = Policy(new Universe(
        Group: Gen.OneOf("", "", "apps", "x.io", "*"),
        Resource: Gen.OneOf("pods", "pods", "deployments", "secrets", "*"),
        Subresource: Gen.OneOf("log", "status"),
        Name: Gen.OneOf("n1", "n2", ""),
        Namespace: Gen.OneOf("", "kube-system", "default"),
        Verb: Gen.OneOf("get", "list", "create", "post"),
        User: Gen.OneOf("alice", "bob", "", "*"),
        Url: Gen.OneOf("/healthz", "/healthz*", "*", "/api*", "/he*z")));

    private sealed record Universe(
        Gen<string> Group, Gen<string> Resource, Gen<string> Subresource, Gen<string> Name, Gen<string> Namespace, Gen<string> Verb, Gen<string> User, Gen<string> Url);

    private static Gen<AuditPolicy> Policy(Universe of) => Gen.Select(
        Rule(of).Array[1, 6], Few(Gen.Enum<Stage>()), Maybe, Comment, Gen.OneOf(Gen.Const((string?)null), of.Name.Select(n => (string?)n)),
        (rules, stages, omit, comment, name) => new AuditPolicy { Rules = ValueList.From(rules), OmitStages = stages, OmitManagedFields = omit, Comment = comment, Name = name });

    private static Gen<PolicyRule> Rule(Universe of) => Gen.Select(
        Gen.Enum<Level>(), Who(of), What(of), Gen.Select(Few(Gen.Enum<Stage>()), Maybe, Comment),
        (level, who, what, rest) => new PolicyRule(level)
        {
            Users = who.Item1,
            UserGroups = who.Item2,
            Verbs = who.Item3,
            Resources = what.Item1,
            Namespaces = what.Item2,
            NonResourceUrls = what.Item3,
            OmitStages = rest.Item1,
            OmitManagedFields = rest.Item2,
            Comment = rest.Item3,
        });

    private static Gen<(ValueList<string>, ValueList<string>, ValueList<string>)> Who(Universe of) => Gen.Select(Few(of.User), Few(of.User), Few(of.Verb));

    // Now and then resources and URLs meet in a rule; the server refuses it, the writer has no opinion.
    private static Gen<(ValueList<ResourceSelector>, ValueList<string>, ValueList<string>)> What(Universe of)
        => Gen.Select(Gen.Frequency((1, Gen.Const<ResourceSelector[]>([])), (4, Selector(of).Array[1, 7])).Select(ValueList.From), Few(of.Namespace), Few(of.Url));

    private static Gen<ResourceSelector> Selector(Universe of) => Gen.Select(
        of.Group, of.Resource, of.Subresource, Gen.Int[0, 6], Few(of.Name),
        (group, resource, subresource, kind, names) => Selector(ApiGroup.Named(group), resource, subresource, kind) with { Names = names });

    private static ResourceSelector Selector(ApiGroup group, string resource, string subresource, int kind) => kind switch
    {
        0 => group.All,
        1 => group.Resource(resource).WithSubresources,
        2 => group.Resource(resource).Subresource(subresource),
        3 => group.EverySubresource(subresource),
        _ => group.Resource(resource),
    };

    // Empty, which matches anything, more often than not: else no request meets a rule.
    private static Gen<ValueList<T>> Few<T>(Gen<T> element) => Gen.Frequency((3, Gen.Const<T[]>([])), (2, element.Array[1, 3])).Select(ValueList.From);
}
