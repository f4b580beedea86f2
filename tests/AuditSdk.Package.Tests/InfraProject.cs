namespace AuditSdk.Package.Tests;

/// <summary>A class library with a policy, a pipeline, a CRD and a plugin of its own, built once; a test leaves it as it found it.</summary>
public sealed class InfraProject
{
    public const string Crd = """
        apiVersion: apiextensions.k8s.io/v1
        kind: CustomResourceDefinition
        metadata:
          name: ledgers.payments.example.com
        spec:
          group: payments.example.com
          scope: Namespaced
          names:
            kind: Ledger
            plural: ledgers
          versions:
          - name: v1
            subresources:
              status: {}

        """;

    public const string Plugin = "plugin output audit_vault\n  param path string required\n";

    public const string Definitions = """
        namespace Infra;

        [AuditConfig(Kubernetes = "1.34")]
        public static class Cluster
        {
            [EmitAs("audit-policy.yaml")]
            public static AuditPolicy Policy { get; } = new()
            {
                Rules =
                [
                    new(RequestResponse) { Resources = [PaymentsExample.Ledgers.Status] },
                    new(Metadata),
                ],
            };

            [EmitAs("eu/td-agent.conf")]
            public static FluentdConfig Agent { get; } = 
            [
                new Source(new TailInput { Path = "/var/log/app.log", PosFile = "/var/lib/fluentd/app.pos", Tag = "audit", Parse = new NoneParser() }),
                new Match("audit", new AuditVaultOutput { Path = "/var/log/vault" }),
            ];
        }

        """;

    public InfraProject(PackedSdk sdk)
    {
        Project = new UserProject(sdk, "Infra", items: $"""
            <PackageReference Include="AuditSdk" Version="{sdk.Version}" />
            <AuditCrd Include="crds/*.yaml" />
            <AuditFluentdPlugin Include="plugins/*.catalog" />
            """);
        Project.Write("crds/ledgers.yaml", Crd);
        Project.Write("plugins/vault.catalog", Plugin);
        Project.Write("Cluster.cs", Definitions);
    }

    public UserProject Project { get; }

    /// <summary>The files of the definitions as they are.</summary>
    public static string[] Files { get; } = ["audit-policy.yaml", "eu/td-agent.conf"];

    /// <summary>Builds the definitions as they are.</summary>
    public DotnetResult BuildGood() => Project.Build().Succeeded();
}
