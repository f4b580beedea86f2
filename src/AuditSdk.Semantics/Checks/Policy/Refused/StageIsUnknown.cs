using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Semantics.Checks.Policy.Refused;

/// <summary>A stage that is left out is none of the four.</summary>
internal static class StageIsUnknown
{
    private static readonly string[] Stages = ["RequestReceived", "ResponseStarted", "ResponseComplete", "Panic"];

    /// <summary>AUD1102.</summary>
    public static CheckDescriptor Descriptor { get; } = new("AUD1102", "A stage is none of the four", FindingSeverity.Error);

    /// <summary>Reports stages that the server does not know.</summary>
    public static void Check(PolicyCheckContext context, FindingSink findings) => ServerValidation.Report(Descriptor, context, findings);

    internal static Finding? Of(Node<string> stage, PolicyPath path)
    {
        if (!stage.IsKnown || Stages.Contains(stage.Value)) return null;
        string? meant = Spelling.Nearest(stage.Value, Stages);
        Remedy? remedy = meant is null ? null : new ReplaceText($"Write '{meant}'", path, meant);
        string hint = meant is null ? "Write RequestReceived, ResponseStarted, ResponseComplete or Panic." : $"Write '{meant}'.";
        string error = ServerWording.Invalid(path, stage, "allowed stages are " + string.Join(",", Stages));
        return Descriptor.Refusal(stage.Origin, path, $"'{stage.Value}' is no stage, so kube-apiserver does not start. {hint}", error, remedy);
    }
}
