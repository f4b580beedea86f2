namespace ProductionCluster;

/// <summary>The log agent of a production cluster: read, seal, keep a copy on disk, send to the aggregator over TLS.</summary>
public static class ProductionPipeline
{
    private const string Log = "/var/log/kubernetes/audit/audit.log";
    private const string State = "/var/lib/fluent/audit";

    private static readonly Label Audit = new("AUDIT");
    private static readonly Label Lost = Label.Error;

    /// <summary>The configuration of a cluster's agent.</summary>
    public static FluentdConfig For(Cluster cluster) =>
    [
        new SystemDirective(new() { LogLevel = SystemLogLevel.Info, Workers = 1 }),
        new Source(Tail) { Comment = $"The audit log of {cluster.Name}." },
        new LabelSection(Audit,
        [
            new Filter("audit", new RecordTransformerFilter { Record = new() { ["cluster"] = cluster.Name, ["node"] = Ruby("Socket.gethostname") } }),
            new Filter("audit", new AuditSealFilter { Algorithm = SealAlgorithm.Sha256, Key = Env("AUDIT_SEAL_KEY") }) { Comment = "A chain of hashes: a line that is changed or taken out later shows." },
            new Match("audit", new CopyOutput { CopyMode = CopyMode.NoCopy, Stores = [Archive with { Id = "audit_archive" }, Forward(cluster)] }),
        ]),
        new LabelSection(Lost, [new Match("**", new FileOutput { Id = "audit_lost", Path = State + "/lost", Buffer = new FileBuffer(ChunkKey.Time) { Path = State + "/buffer/lost", Timekey = 1.Days() } })])
        {
            Comment = "What a plugin gave up is kept for people to look at.",
        },
    ];

    private static TailInput Tail => new()
    {
        Id = "audit_in",
        Label = Audit,
        Path = Log,
        PosFile = State + "/audit.log.pos",
        Tag = "audit",
        ReadFromHead = true,
        RotateWait = 30.Seconds(),
        Parse = new JsonParser { TimeKey = "stageTimestamp", TimeType = TimeType.String, TimeFormat = TimeFormats.KubernetesAudit, KeepTimeKey = true },
    };

    private static FileOutput Archive => new()
    {
        Path = "/var/log/audit/audit.%Y%m%d%H",
        Compress = Compress.Gzip,
        Format = new JsonFormatter(),
        Buffer = new FileBuffer(ChunkKey.Time)
        {
            Path = State + "/buffer/archive",
            Timekey = 1.Hours(),
            TimekeyWait = 1.Minutes(),
            TimekeyUseUtc = true,
            FlushAtShutdown = true,
        },
    };

    private static ForwardOutput Forward(Cluster cluster) => new()
    {
        Id = "audit_forward",
        SectionArgument = "ignore_error",
        RequireAckResponse = true,
        Transport = TransportProtocol.Tls,
        TlsCertPath = ["/etc/fluent/ca.pem"],
        Security = new() { SelfHostname = Ruby("Socket.gethostname"), SharedKey = Env("AUDIT_SHARED_KEY") },
        Servers = [new() { Host = cluster.Aggregator, Port = 24224 }],
        Buffer = new FileBuffer(ChunkKey.Tag)
        {
            Path = State + "/buffer/forward",
            ChunkLimitSize = 8.MiB(),
            TotalLimitSize = 8.GiB(),
            FlushMode = FlushMode.Interval,
            FlushInterval = 5.Seconds(),
            OverflowAction = OverflowAction.Block,
            RetryForever = true,
            RetryMaxInterval = 5.Minutes(),
        },
    };
}
