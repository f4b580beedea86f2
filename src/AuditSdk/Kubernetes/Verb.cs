namespace AuditSdk.Kubernetes;

/// <summary>Verbs of resource requests. A policy compares verbs as text, so any string may stand in their place; requests for paths have the lower-case HTTP method as verb.</summary>
public static class Verb
{
    /// <summary>Reads one object; also opens exec, attach and portforward over WebSocket.</summary>
    public const string Get = "get";

    /// <summary>Reads a collection.</summary>
    public const string List = "list";

    /// <summary>Follows the changes of a collection.</summary>
    public const string Watch = "watch";

    /// <summary>Makes an object; also opens exec, attach and portforward over SPDY.</summary>
    public const string Create = "create";

    /// <summary>Replaces an object.</summary>
    public const string Update = "update";

    /// <summary>Changes an object, server-side apply included, also where that makes it.</summary>
    public const string Patch = "patch";

    /// <summary>Deletes an object.</summary>
    public const string Delete = "delete";

    /// <summary>Deletes a collection.</summary>
    public const string DeleteCollection = "deletecollection";
}
