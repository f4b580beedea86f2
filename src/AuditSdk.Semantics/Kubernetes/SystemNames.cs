namespace AuditSdk.Semantics.Kubernetes;

/// <summary>Names of users and groups that Kubernetes gives itself.</summary>
internal static class SystemNames
{
    private const string ServiceAccountPrefix = "system:serviceaccount:";
    private const string ServiceAccountGroupPrefix = "system:serviceaccounts:";

    private static readonly HashSet<string> Groups = new(StringComparer.Ordinal)
    {
        "system:masters", "system:nodes", "system:authenticated", "system:unauthenticated", "system:serviceaccounts", "system:bootstrappers", "system:monitoring", "kubeadm:cluster-admins",
    };

    private static readonly HashSet<string> Users = new(StringComparer.Ordinal)
    {
        "system:anonymous", "system:apiserver", "system:kube-controller-manager", "system:kube-scheduler", "system:kube-proxy", "system:cloud-controller-manager", "system:aggregator", "kubernetes-admin", "kubernetes-super-admin",
    };

    // Service accounts of kube-controller-manager and of the add-ons of kubeadm, all in kube-system.
    private static readonly HashSet<string> SystemServiceAccounts = new(StringComparer.Ordinal)
    {
        "attachdetach-controller", "bootstrap-signer", "certificate-controller", "clusterrole-aggregation-controller", "coredns", "cronjob-controller", "daemon-set-controller", "deployment-controller",
        "disruption-controller", "endpoint-controller", "endpointslice-controller", "endpointslicemirroring-controller", "ephemeral-volume-controller", "expand-controller", "generic-garbage-collector",
        "horizontal-pod-autoscaler", "job-controller", "kube-proxy", "legacy-service-account-token-cleaner", "namespace-controller", "node-controller", "persistent-volume-binder", "pod-garbage-collector",
        "pv-protection-controller", "pvc-protection-controller", "replicaset-controller", "replication-controller", "resource-claim-controller", "resourcequota-controller", "root-ca-cert-publisher", "route-controller",
        "service-account-controller", "service-cidrs-controller", "service-controller", "statefulset-controller", "token-cleaner", "ttl-after-finished-controller", "ttl-controller",
        "validatingadmissionpolicy-status-controller", "volumeattributesclass-protection-controller",
    };

    /// <summary>True for a name that certainly is a group.</summary>
    public static bool IsGroup(string name) => Groups.Contains(name) || name.StartsWith(ServiceAccountGroupPrefix, StringComparison.Ordinal) || name.StartsWith("system:bootstrappers:", StringComparison.Ordinal);

    /// <summary>True for a name that certainly is a user.</summary>
    public static bool IsUser(string name) => Users.Contains(name) || name.StartsWith(ServiceAccountPrefix, StringComparison.Ordinal) || name.StartsWith("system:node:", StringComparison.Ordinal);

    /// <summary>True for a service account's full user name.</summary>
    public static bool IsServiceAccount(string name)
        => name.StartsWith(ServiceAccountPrefix, StringComparison.Ordinal) && name.Substring(ServiceAccountPrefix.Length).Split(':') is { Length: 2 } parts && parts.All(p => p.Length > 0);

    /// <summary>The user name of a service account that was written another way; null where the text may well be a user's name.</summary>
    public static string? ServiceAccountMeantBy(string text)
    {
        if (text.StartsWith(ServiceAccountPrefix, StringComparison.Ordinal))
        {
            string rest = text.Substring(ServiceAccountPrefix.Length);
            if (IsServiceAccount(text)) return null;
            return SystemServiceAccounts.Contains(rest) ? ServiceAccountPrefix + "kube-system:" + rest : ServiceAccountPrefix + rest.Replace('/', ':') is var full && IsServiceAccount(full) ? full : ServiceAccountPrefix + "NAMESPACE:NAME";
        }

        // system:serviceaccounts:NAMESPACE:NAME: the group has no name in it.
        if (text.StartsWith(ServiceAccountGroupPrefix, StringComparison.Ordinal)) return ServiceAccountPrefix + text.Substring(ServiceAccountGroupPrefix.Length) is var user && IsServiceAccount(user) ? user : null;
        if (text.StartsWith("serviceaccount:", StringComparison.Ordinal)) return "system:" + text is var named && IsServiceAccount(named) ? named : null;
        string name = text.StartsWith("kube-system/", StringComparison.Ordinal) || text.StartsWith("kube-system:", StringComparison.Ordinal) ? text.Substring("kube-system/".Length) : text;
        if (name != text || (name != "kube-proxy" && name != "coredns" && SystemServiceAccounts.Contains(name))) return ServiceAccountPrefix + "kube-system:" + name;
        return text.StartsWith("default/", StringComparison.Ordinal) ? ServiceAccountPrefix + text.Replace('/', ':') : null;
    }

    /// <summary>The group of the service accounts of a user's namespace.</summary>
    public static string? GroupOfAll(string userPattern)
        => userPattern.EndsWith(":*", StringComparison.Ordinal) ? userPattern == "system:node:*" ? "system:nodes"
            : userPattern == ServiceAccountPrefix + "*" ? "system:serviceaccounts"
            : userPattern.StartsWith(ServiceAccountPrefix, StringComparison.Ordinal) && userPattern.Count(c => c == ':') == 3 && userPattern.IndexOf('*') == userPattern.Length - 1 ? ServiceAccountGroupPrefix + userPattern.Substring(ServiceAccountPrefix.Length, userPattern.Length - ServiceAccountPrefix.Length - 2)
            : null : null;

    /// <summary>The groups that Kubernetes itself puts a user in, by its name.</summary>
    public static IEnumerable<string> GroupsOf(string user)
    {
        if (user == "system:anonymous") return ["system:unauthenticated"];
        if (user.StartsWith("system:node:", StringComparison.Ordinal)) return ["system:nodes", "system:authenticated"];
        return IsServiceAccount(user) ? ["system:serviceaccounts", ServiceAccountGroupPrefix + user.Split(':')[2], "system:authenticated"] : ["system:authenticated"];
    }

    /// <summary>A user in one of Kubernetes' own groups; null where anybody may be in it.</summary>
    public static string? MemberOf(string group) => group switch
    {
        "system:unauthenticated" => "system:anonymous",
        "system:nodes" => "system:node:node-1",
        "system:masters" => "kubernetes-admin",
        "system:serviceaccounts" => ServiceAccountPrefix + "default:default",
        _ => group.StartsWith(ServiceAccountGroupPrefix, StringComparison.Ordinal) && group.IndexOf('*') < 0 && ServiceAccountPrefix + group.Substring(ServiceAccountGroupPrefix.Length) + ":default" is var user && IsServiceAccount(user) ? user : null,
    };

    /// <summary>True where a user, by its name alone, is certainly in the group.</summary>
    public static bool IsMember(string user, string group) => GroupsOf(user).Contains(group);
}
