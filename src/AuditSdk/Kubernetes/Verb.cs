namespace AuditSdk.Kubernetes;

/// <summary>
/// Verbs. Those of resource requests are Kubernetes' own; a request for a path has its lower-case HTTP method as verb. A policy compares them whole as text and without
/// wildcards, so any string may stand in their place; <c>exec</c>, <c>connect</c>, <c>impersonate</c> and <c>*</c> are never sent.
/// </summary>
public static class Verb
{
    /// <summary>Reads one object, its log too; also opens exec, attach and portforward over WebSocket. Of a path: GET.</summary>
    public const string Get = "get";

    /// <summary>Reads a collection.</summary>
    public const string List = "list";

    /// <summary>Follows the changes of a collection.</summary>
    public const string Watch = "watch";

    /// <summary>Makes an object; also opens exec, attach and portforward over SPDY.</summary>
    public const string Create = "create";

    /// <summary>Replaces an object.</summary>
    public const string Update = "update";

    /// <summary>Changes an object, server-side apply included, also where that makes it. Of a path: PATCH.</summary>
    public const string Patch = "patch";

    /// <summary>Deletes an object. Of a path: DELETE.</summary>
    public const string Delete = "delete";

    /// <summary>Deletes a collection.</summary>
    public const string DeleteCollection = "deletecollection";

    /// <summary>HEAD of a path. HEAD of a resource has the verb <see cref="Get"/>.</summary>
    public const string Head = "head";

    /// <summary>POST to a path. POST to a resource has the verb <see cref="Create"/>.</summary>
    public const string Post = "post";

    /// <summary>PUT of a path. PUT of a resource has the verb <see cref="Update"/>.</summary>
    public const string Put = "put";

    /// <summary>OPTIONS of a path. OPTIONS of a resource has the empty verb.</summary>
    public const string Options = "options";
}
