namespace AuditSdk.Semantics.Kubernetes;

/// <summary>How much of a request is logged; each level has what the ones before it have.</summary>
public enum AuditLevel
{
    /// <summary>No event.</summary>
    None,

    /// <summary>Who, what, when and the response code; no bodies.</summary>
    Metadata,

    /// <summary>The request body as well.</summary>
    Request,

    /// <summary>The response body as well.</summary>
    RequestResponse,
}

/// <summary>Stages of a request, each of which makes an event.</summary>
[Flags]
public enum AuditStages
{
    /// <summary>No stage.</summary>
    None = 0,

    /// <summary>The request arrived; nothing is known of its answer.</summary>
    RequestReceived = 1,

    /// <summary>The answer of a long-running request began; the only event of a failed login.</summary>
    ResponseStarted = 2,

    /// <summary>The answer is sent; bodies are here.</summary>
    ResponseComplete = 4,

    /// <summary>The handler panicked.</summary>
    Panic = 8,
}
