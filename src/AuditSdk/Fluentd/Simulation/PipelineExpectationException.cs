namespace AuditSdk.Fluentd;

/// <summary>A pipeline does something else with an event than a test expects. The message shows the event's way.</summary>
/// <param name="message">What was expected and what is.</param>
public sealed class PipelineExpectationException(string message) : Exception(message);
