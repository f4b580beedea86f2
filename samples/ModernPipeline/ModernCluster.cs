namespace ModernPipeline;

/// <summary>The guide's system as one would build it today: the same files from the same log, without its traps.</summary>
[AuditConfig(Kubernetes = "1.36", Fluentd = "1.18", AuditLogPath = ModernCluster.LogFolder + "/audit.log")]
public static class ModernCluster
{
    /// <summary>The folder of kube-apiserver's audit log.</summary>
    public const string LogFolder = "/var/log/kubernetes/audit";

    /// <summary>Where fluentd keeps what it must not forget.</summary>
    public const string StateFolder = "/var/lib/fluent/audit";

    /// <summary>Where the log arrives, one file an hour for each namespace.</summary>
    public const string DestinationFolder = "/var/log/audit";

    /// <summary>Who did what, without bodies, and the bodies of changes to workloads.</summary>
    [EmitAs("audit-policy.yaml")]
    public static AuditPolicy Policy { get; } = new()
    {
        OmitStages = [Stage.RequestReceived],
        Rules =
        [
            new(None) { Comment = "The kubelet's probes: two requests a second.", NonResourceUrls = ["/livez*", "/readyz*", "/healthz*"] },
            new(None) { Comment = "Heartbeats.", Resources = [Coordination.Leases] },
            new(Metadata) { Comment = "Never the bodies of what carries secrets.", Resources = [Core.Secrets, Core.ConfigMaps, Core.ServiceAccounts.Token, Authentication.TokenReviews] },
            new(RequestResponse)
            {
                Verbs = [Verb.Create, Verb.Update, Verb.Patch, Verb.Delete, Verb.DeleteCollection],
                Resources = [Core.Pods, Apps.Deployments, Apps.StatefulSets, Apps.DaemonSets],
            },
            new(Metadata),
        ],
    };

    /// <summary>Tail, route by namespace, write compressed files by the hour.</summary>
    [EmitAs("td-agent.conf")]
    public static FluentdConfig Agent { get; } =
    [
        new Source(new TailInput
        {
            Id = "audit_in",
            Path = LogFolder + "/audit.log",
            PosFile = StateFolder + "/audit.log.pos",
            Tag = "audit",
            ReadFromHead = true,
            Parse = new JsonParser { TimeKey = "stageTimestamp", TimeType = TimeType.String, TimeFormat = TimeFormats.KubernetesAudit, KeepTimeKey = true },
        }),
        new Match("audit", new RewriteTagFilterOutput
        {
            Id = "audit_route",
            Rules =
            [
                new() { Key = "$.objectRef.namespace", Pattern = "/^(.+)$/", Tag = "audit.$1" },
                new() { Key = "$.objectRef.namespace", Pattern = "/^.+$/", Invert = true, Tag = "audit.none" },
            ],
        }),
        new Match("audit.*", new FileOutput
        {
            Id = "audit_out",
            Path = DestinationFolder + "/audit-${tag[1]}.%Y%m%d%H",
            Compress = Compress.Gzip,
            Format = new JsonFormatter(),
            Inject = new() { TimeKey = "time", TimeType = InjectTimeType.String, TimeFormat = TimeFormats.KubernetesAudit, Utc = true },
            Buffer = new FileBuffer(ChunkKey.Tag, ChunkKey.Time)
            {
                Path = StateFolder + "/buffer",
                Timekey = 1.Hours(),
                TimekeyWait = 1.Seconds(),
                TimekeyUseUtc = true,
                FlushThreadInterval = 0.1,
                FlushThreadBurstInterval = 0.01,
                FlushAtShutdown = true,
            },
        }),
    ];
}
