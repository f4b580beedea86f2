namespace AuditSdk.Kubernetes;

/// <summary>Requests that a policy gives to one rule, another policy to another rule, and that they log otherwise: one of them stands for all.</summary>
/// <param name="Before">What the first policy decides.</param>
/// <param name="After">What the second policy decides of the same request.</param>
public sealed record AuditChange(AuditDecision Before, AuditDecision After)
{
    /// <summary>Such a request.</summary>
    public ApiRequest Request => Before.Request;

    /// <summary>The request, and what decides it before and after.</summary>
    public override string ToString() => $"{Request}: {Before.Summary}, then {After.Summary}";
}
