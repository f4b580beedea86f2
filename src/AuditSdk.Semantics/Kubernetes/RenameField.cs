using AuditSdk.Semantics.Documents;

namespace AuditSdk.Semantics.Kubernetes;

/// <summary>Gives a field of a file its right name.</summary>
/// <param name="Title">What it does, as a sentence without a full stop.</param>
/// <param name="Key">The name as it stands in the file, with its quotes where it has any.</param>
/// <param name="Name">The right name.</param>
public sealed record RenameField(string Title, Origin Key, string Name) : Remedy(Title);
