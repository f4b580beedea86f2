// The guide writes fluentd's flat parameters of version 0.12; this sample keeps them to be the guide's system value for value. ModernPipeline has what to write instead.
#pragma warning disable CS0618

// Its policy as well: a group that is gone, and bodies of configmaps and pods in the log. A policy of your own should mend what these say.
#pragma warning disable AUD1027, AUD1083, AUD1084

// Its pipeline too: a field for the time that audit events do not have, and forest, whose buffers nobody flushes at shutdown.
#pragma warning disable AUD2050, AUD2080

namespace KubernetesGuide;

/// <summary>The system of the guide, value for value: its old flat parameters and its forest output are kept, typed.</summary>
[AuditConfig(Kubernetes = "1.36", Fluentd = "td-agent 3")]
public static class GuideCluster
{
    /// <summary>The paths that the guide leaves to its reader.</summary>
    public static AuditLogSettings Settings { get; } = new();

    /// <summary>The guide's audit policy.</summary>
    [EmitAs("audit-policy.yaml")]
    public static AuditPolicy Policy { get; } = new()
    {
        OmitStages = [Stage.RequestReceived],
        Rules =
        [
            new(RequestResponse)
            {
                Comment = "Log pod changes at RequestResponse level.\nThe resource pods does not match requests to a subresource of pods.",
                Resources = [Core.Pods],
            },
            new(Metadata)
            {
                Comment = "Log pods/log and pods/status at Metadata level.",
                Resources = [Core.Pods.Log, Core.Pods.Status],
            },
            new(None)
            {
                Comment = "Don't log requests to the configmap controller-leader.",
                Resources = [Core.ConfigMaps.Named("controller-leader")],
            },
            new(None)
            {
                Comment = "Don't log watches of endpoints and services by kube-proxy.",
                Users = [SystemUsers.KubeProxy],
                Verbs = [Verb.Watch],
                Resources = [Core.Endpoints, Core.Services],
            },
            new(None)
            {
                Comment = "Don't log authenticated requests to some paths that are no resources.",
                UserGroups = [SystemGroups.Authenticated],
                NonResourceUrls = ["/api*", "/version"],
            },
            new(Request)
            {
                Comment = "Log the bodies of configmap changes in kube-system.",
                Resources = [Core.ConfigMaps],
                Namespaces = ["kube-system"],
            },
            new(Metadata)
            {
                Comment = "Log configmap and secret changes everywhere else without bodies.",
                Resources = [Core.Secrets, Core.ConfigMaps],
            },
            new(Request)
            {
                Comment = "Log everything else in core and extensions with the request's body.",
                Resources = [Core.All, ApiGroup.Named("extensions").All],
            },
            new(Metadata)
            {
                Comment = "Log all the rest without bodies.",
                OmitStages = [Stage.RequestReceived],
            },
        ],
    };

    /// <summary>The guide's fluentd configuration.</summary>
    [EmitAs("td-agent.conf")]
    public static FluentdConfig Agent { get; } =
    [
        new Source(new TailInput
        {
            Path = Settings.SourceLogPath,
            PosFile = $"{Settings.SourceLogPath}.pos",
            LegacyFormat = "json",
            LegacyTimeKey = "time",
            LegacyTimeFormat = "%Y-%m-%dT%H:%M:%S.%N%z",
            Tag = "audit",
        })
        {
            Comment = "fluentd runs on the host of kube-apiserver and reads its audit log.",
        },
        new Filter("audit", new RecordTransformerFilter
        {
            EnableRuby = NoValue,
            Record = new()
            {
                ["namespace"] = """${record["objectRef"].nil? ? "none":(record["objectRef"]["namespace"].nil? ? "none":record["objectRef"]["namespace"])}""",
            },
        })
        {
            Comment = "The namespace of an event lies two levels deep: https://github.com/fluent/fluent-plugin-rewrite-tag-filter/issues/13",
        },
        new Match("audit", new RewriteTagFilterOutput
        {
            Rules = [new() { Key = "namespace", Pattern = "/^(.+)/", Tag = "${tag}.$1" }],
        })
        {
            Comment = "Route an event by its namespace.",
        },
        new Filter("audit.**", new RecordTransformerFilter { RemoveKeys = ["namespace"] }),
        new Match("audit.**", new ForestOutput
        {
            Subtype = "file",
            RemovePrefix = "audit",
            Template = new FileOutput
            {
                LegacyTimeSliceFormat = "%Y%m%d%H",
                Compress = Compress.Gz,
                Path = $"{Settings.DestLogDir}/audit-${{tag}}.*.log",
                LegacyFormat = "json",
                LegacyIncludeTimeKey = true,
            },
        }),
    ];
}
