namespace AuditSdk.Kubernetes;

/// <summary>How much of a request is logged.</summary>
public enum Level
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Who, what, when, from where, with which answer; no bodies. The query of the URL is part of it.</summary>
    Metadata,

    /// <summary>Metadata and the body of the request.</summary>
    Request,

    /// <summary>Metadata and the bodies of request and response.</summary>
    RequestResponse,
}
