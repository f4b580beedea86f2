namespace AuditSdk.Kubernetes;

/// <summary>
/// Names of users that Kubernetes itself has. A policy compares a user's name whole: there is no wildcard, so for "every node" or "every service account" use
/// <see cref="SystemGroups"/>. Other names are written as text.
/// </summary>
public static class SystemUsers
{
    /// <summary>Requests without credentials, where the server lets them in. A login that failed (401) has no user at all and is matched by no rule with users.</summary>
    public const string Anonymous = "system:anonymous";

    /// <summary>kube-apiserver's requests to itself.</summary>
    public const string ApiServer = "system:apiserver";

    /// <summary>kube-proxy where it has a client certificate; kubeadm runs it as <c>ServiceAccount("kube-system", "kube-proxy")</c>.</summary>
    public const string KubeProxy = "system:kube-proxy";

    /// <summary>kube-controller-manager itself; with <c>--use-service-account-credentials</c> (kubeadm sets it) its controllers are service accounts of <c>kube-system</c>.</summary>
    public const string KubeControllerManager = "system:kube-controller-manager";

    /// <summary>kube-scheduler.</summary>
    public const string KubeScheduler = "system:kube-scheduler";

    /// <summary>cloud-controller-manager where it has a client certificate.</summary>
    public const string CloudControllerManager = "system:cloud-controller-manager";

    /// <summary>The user of kubeadm's <c>admin.conf</c>.</summary>
    public const string KubernetesAdmin = "kubernetes-admin";

    /// <summary>The kubelet of a node: <c>system:node:NAME</c>. All of them are in <see cref="SystemGroups.Nodes"/>.</summary>
    /// <exception cref="ArgumentNullException">The name is null.</exception>
    public static string Node(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return "system:node:" + name;
    }

    /// <summary>A service account: <c>system:serviceaccount:NAMESPACE:NAME</c>.</summary>
    /// <exception cref="ArgumentNullException">The namespace or the name is null.</exception>
    public static string ServiceAccount(string @namespace, string name)
    {
        ArgumentNullException.ThrowIfNull(@namespace);
        ArgumentNullException.ThrowIfNull(name);
        return $"system:serviceaccount:{@namespace}:{name}";
    }
}
