using AuditSdk.Emission;
using AuditSdk.Kubernetes;
using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes;
using CsCheck;

namespace AuditSdk.Tests.Kubernetes.Files;

public sealed class RoundTripTests
{
    [Fact]
    public void WrittenPolicy_IsReadAsTheSameDocument()
        => PolicyGen.Hostile.Sample(
            policy =>
            {
                FindingSink findings = new();
                PolicyDocument document = PolicyMap.Map(policy, findings);
                if (findings.HasErrors) return;
                PolicyReading reading = PolicyFile.Read(PolicyYaml.Write(document), null, "1.36");
                Assert.Null(reading.Warning);
                Assert.Empty(reading.Findings);
                Assert.Equal(PolicyReader.Bare(document), PolicyReader.Bare(reading.Document!));
            },
            iter: 3000);
}
