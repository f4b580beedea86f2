using AuditSdk.Kubernetes;
using static AuditSdk.Kubernetes.Level;

namespace AuditSdk.Tests.Kubernetes;

/// <summary>The guide's policy as a user writes it without typed resources.</summary>
internal static class GuidePolicy
{
    private static readonly ApiGroup Core = ApiGroup.Named("");

    public static AuditPolicy Policy { get; } = new()
    {
        Comment = "No event before a request is handled.",
        OmitStages = [Stage.RequestReceived],
        Rules =
        [
            new(RequestResponse) { Resources = [Core.Resource("pods")], Comment = "Pod changes with their bodies." },
            new(Metadata) { Resources = [Core.Resource("pods").Subresource("log"), Core.Resource("pods").Subresource("status")] },
            new(None) { Resources = [Core.Resource("configmaps").Named("controller-leader")] },
            new(None) { Users = [SystemUsers.KubeProxy], Verbs = [Verb.Watch], Resources = [Core.Resource("endpoints"), Core.Resource("services")] },
            new(None) { UserGroups = [SystemGroups.Authenticated], NonResourceUrls = ["/api*", "/version"] },
            new(Request) { Resources = [Core.Resource("configmaps")], Namespaces = ["kube-system"] },
            new(Metadata) { Resources = [Core.Resource("secrets"), Core.Resource("configmaps")] },
            new(Request) { Resources = [Core.All, ApiGroup.Named("extensions").All], Comment = "All other resources of two groups.\nBodies of requests only." },
            new(Metadata) { OmitStages = [Stage.RequestReceived] },
        ],
    };
}
