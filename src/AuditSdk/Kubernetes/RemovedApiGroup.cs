namespace AuditSdk.Kubernetes;

/// <summary>An API group that Kubernetes served once.</summary>
/// <param name="In">The first release without it, such as <c>1.22</c>.</param>
/// <param name="Instead">What took its place.</param>
public sealed record RemovedApiGroup(string In, string Instead);
