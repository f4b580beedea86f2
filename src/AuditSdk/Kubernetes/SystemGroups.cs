namespace AuditSdk.Kubernetes;

/// <summary>Names of user groups that Kubernetes itself has. A policy compares them whole, without wildcards. Other names are written as text.</summary>
public static class SystemGroups
{
    /// <summary>Every user that logged in, service accounts and nodes too.</summary>
    public const string Authenticated = "system:authenticated";

    /// <summary>Requests without credentials. A login that failed (401) is in no group, and a rule with groups does not match it.</summary>
    public const string Unauthenticated = "system:unauthenticated";

    /// <summary>May do everything, whatever the authorization says.</summary>
    public const string Masters = "system:masters";

    /// <summary>The kubelets of all nodes.</summary>
    public const string Nodes = "system:nodes";

    /// <summary>May read the health and metrics paths.</summary>
    public const string Monitoring = "system:monitoring";

    /// <summary>Every service account.</summary>
    public const string ServiceAccounts = "system:serviceaccounts";

    /// <summary>Bootstrap tokens, with which a new node joins.</summary>
    public const string Bootstrappers = "system:bootstrappers";

    /// <summary>kubeadm's administrators since 1.29.</summary>
    public const string KubeadmClusterAdmins = "kubeadm:cluster-admins";

    /// <summary>The service accounts of a namespace: <c>system:serviceaccounts:NAMESPACE</c>.</summary>
    /// <exception cref="ArgumentNullException">The namespace is null.</exception>
    public static string ServiceAccountsIn(string @namespace)
    {
        ArgumentNullException.ThrowIfNull(@namespace);
        return "system:serviceaccounts:" + @namespace;
    }
}
