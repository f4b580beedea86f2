namespace AuditSdk.Kubernetes;

/// <summary>A policy decides otherwise than a test expects. The message shows the request, the decision and the rules before it.</summary>
/// <param name="message">What was expected and what is.</param>
public sealed class AuditExpectationException(string message) : Exception(message);
