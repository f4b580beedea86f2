namespace AuditSdk.Build.Emission;

/// <summary>A file that the definitions give.</summary>
/// <param name="Name">Relative to the output folder, with <c>/</c> between folders.</param>
/// <param name="Path">The full path.</param>
/// <param name="Bytes">The content.</param>
internal sealed record EmittedFile(string Name, string Path, byte[] Bytes);
