namespace AuditSdk;

/// <summary>Marks a class whose <see cref="EmitAsAttribute"/> members describe the audit logging of one cluster, or of a fleet of like ones.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class AuditConfigAttribute : Attribute
{
    /// <summary>The Kubernetes release that the policy is for, such as <c>1.34</c>. Default: the newest of the catalog.</summary>
    public string? Kubernetes { get; set; }

    /// <summary>The fluentd that reads the configuration: <c>td-agent 3</c>, <c>td-agent 4</c>, or a version such as <c>1.18</c>. Default: 1.18.</summary>
    public string? Fluentd { get; set; }
}
