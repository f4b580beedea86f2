namespace AuditSdk.Semantics.Kubernetes.Files.Json;

/// <summary>Text that Go's JSON parser refuses, in its words. Never leaves the reader.</summary>
internal sealed class JsonSyntaxException(string message, int offset) : Exception(message)
{
    /// <summary>UTF-16 units before the place.</summary>
    public int Offset => offset;
}
