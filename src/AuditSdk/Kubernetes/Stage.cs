namespace AuditSdk.Kubernetes;

/// <summary>When, in the life of a request, an event is made.</summary>
public enum Stage
{
    /// <summary>Before the request is handled: no response, no bodies.</summary>
    RequestReceived,

    /// <summary>When the header of a long-running request is sent. Also the only event of a failed login (401): leaving it out loses those.</summary>
    ResponseStarted,

    /// <summary>When the answer is complete.</summary>
    ResponseComplete,

    /// <summary>When handling the request panicked.</summary>
    Panic,
}
