namespace ProductionCluster;

/// <summary>The audit policy of a production cluster: first what is noise, then what must never be logged with a body, then what matters, then everything else.</summary>
public static class ProductionPolicy
{
    private static readonly string[] Reads = [Verb.Get, Verb.List, Verb.Watch];
    private static readonly string[] Changes = [Verb.Create, Verb.Update, Verb.Patch, Verb.Delete, Verb.DeleteCollection];

    /// <summary>The policy of a cluster.</summary>
    public static AuditPolicy For(Cluster cluster) => new()
    {
        Name = cluster.Name,
        Comment = $"Audit policy of {cluster.Name}. Written by the project ProductionCluster: change it there.",
        OmitStages = [Stage.RequestReceived],
        OmitManagedFields = true,
        Rules =
        [
            .. Noise,
            .. Secrets,
            .. cluster.HoldsPayments ? Payments : [],
            .. Access,
            .. Platform,
            new(Metadata) { Comment = "Everything else: who did what, without bodies." },
        ],
    };

    private static PolicyRule[] Noise =>
    [
        new(None) { Comment = "Probes of the kubelet and of load balancers: two requests a second.", NonResourceUrls = ["/livez*", "/readyz*", "/healthz*"] },
        new(None) { Comment = "Discovery by clients that are logged in.", UserGroups = [SystemGroups.Authenticated], Verbs = ["get"], NonResourceUrls = ["/api*", "/openapi*", "/version*"] },
        new(None)
        {
            Comment = "Heartbeats of nodes.",
            UserGroups = [SystemGroups.Nodes],
            Verbs = [Verb.Get, Verb.Update, Verb.Patch],
            Resources = [Core.Nodes.Status, Coordination.Leases],
        },
        new(None)
        {
            Comment = "Leader election of the control plane.",
            Users = [SystemUsers.KubeControllerManager, SystemUsers.KubeScheduler],
            Verbs = [Verb.Get, Verb.Update],
            Namespaces = ["kube-system"],
            Resources = [Coordination.Leases],
        },
        new(None)
        {
            Comment = "kube-proxy follows services.",
            Users = [SystemUsers.KubeProxy],
            Verbs = [Verb.List, Verb.Watch],
            Resources = [Core.Endpoints, Core.Services, Core.Nodes, Discovery.EndpointSlices],
        },
        new(None) { Comment = "Events are a log of their own.", Resources = [Core.Events, EventsGroup.Events] },
        new(None)
        {
            Comment = "The garbage collector and the namespace controller look at everything, all the time.",
            Users = [SystemUsers.ServiceAccount("kube-system", "generic-garbage-collector"), SystemUsers.ServiceAccount("kube-system", "namespace-controller")],
            Verbs = Reads,
        },
        new(None) { Comment = "Metrics are scraped every few seconds.", UserGroups = [SystemGroups.ServiceAccountsIn("monitoring")], NonResourceUrls = ["/metrics*"] },
    ];

    private static PolicyRule[] Secrets =>
    [
        new(Metadata)
        {
            Comment = "Bodies that carry secrets are never logged; who touched them is.",
            Resources = [Core.Secrets, Core.ConfigMaps, Core.ServiceAccounts.Token, Authentication.TokenReviews],
        },
        new(Metadata) { Comment = "Certificate requests hold no key, but the answer is a credential.", Resources = [Certificates.CertificateSigningRequests.WithSubresources] },
        new(Metadata) { Comment = "What is typed into a container is not in the log; that it was opened is.", Resources = [Core.Pods.Exec, Core.Pods.Attach, Core.Pods.PortForward, Core.Pods.EphemeralContainers] },
        new(Metadata) { Comment = "Proxied requests carry what they like.", Resources = [Core.Pods.Proxy, Core.Services.Proxy, Core.Nodes.Proxy] },
    ];

    private static PolicyRule[] Payments =>
    [
        new(None) { Comment = "The ledger controller reports its state every second.", Users = [SystemUsers.ServiceAccount("payments", "ledger-controller")], Verbs = [Verb.Patch], Resources = [PaymentsExample.Ledgers.Status] },
        new(RequestResponse) { Comment = "Whoever else touches a ledger is recorded word for word.", Verbs = Changes, Resources = [PaymentsExample.Ledgers.WithSubresources] },
        new(Metadata) { Comment = "Reading ledgers is recorded as well.", Verbs = Reads, Resources = [PaymentsExample.Ledgers] },
    ];

    private static PolicyRule[] Access =>
    [
        new(RequestResponse)
        {
            Comment = "Who may do what: every change, with the state before and after.",
            Verbs = Changes,
            Resources = [Rbac.Roles, Rbac.RoleBindings, Rbac.ClusterRoles, Rbac.ClusterRoleBindings],
        },
        new(Request) { Comment = "Service accounts are doors.", Verbs = Changes, Resources = [Core.ServiceAccounts] },
        new(Metadata) { Comment = "Questions about permissions.", Resources = [Authorization.SubjectAccessReviews, Authorization.LocalSubjectAccessReviews, Authorization.SelfSubjectAccessReviews, Authorization.SelfSubjectRulesReviews] },
        new(RequestResponse)
        {
            Comment = "Admission decides what runs.",
            Verbs = Changes,
            Resources =
            [
                AdmissionRegistration.MutatingWebhookConfigurations, AdmissionRegistration.ValidatingWebhookConfigurations,
                AdmissionRegistration.ValidatingAdmissionPolicies, AdmissionRegistration.ValidatingAdmissionPolicyBindings,
            ],
        },
    ];

    private static PolicyRule[] Platform =>
    [
        new(RequestResponse) { Comment = "Tenants are made and closed by people.", Verbs = Changes, Resources = [PlatformExample.Tenants.WithSubresources] },
        new(Request) { Comment = "Namespaces, quotas and limits.", Verbs = Changes, Resources = [Core.Namespaces, Core.ResourceQuotas, Core.LimitRanges] },
        new(Request) { Comment = "Nodes are cordoned and drained.", Verbs = Changes, Resources = [Core.Nodes, Core.Pods.Eviction] },
        new(Request) { Comment = "Network borders.", Verbs = Changes, Resources = [Networking.NetworkPolicies, Networking.Ingresses, Core.Services] },
#pragma warning disable AUD1084 // Who changed which image is worth it; passwords come from secrets here, and a policy of the cluster refuses them as plain environment values.
        new(Request)
        {
            Comment = "Workloads: what was asked for, not the whole object that comes back.",
            Verbs = Changes,
            Resources = [Core.Pods, Apps.Deployments.WithSubresources, Apps.StatefulSets.WithSubresources, Apps.DaemonSets, Batch.Jobs, Batch.CronJobs],
        },
#pragma warning restore AUD1084
        new(Request) { Comment = "Storage.", Verbs = Changes, Resources = [Core.PersistentVolumes, Core.PersistentVolumeClaims, Storage.StorageClasses] },
        new(Request) { Comment = "The API itself.", Verbs = Changes, Resources = [ApiExtensions.CustomResourceDefinitions, ApiRegistration.APIServices] },
    ];
}
