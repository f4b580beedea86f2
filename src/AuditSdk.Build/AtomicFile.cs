namespace AuditSdk.Build;

/// <summary>Files that are there whole or not at all: written beside, then renamed.</summary>
internal static class AtomicFile
{
    // One fixed name: what a killed run left behind is taken over by the next.
    private const string Suffix = ".auditsdk-new";

    public static void Write(string path, byte[] bytes)
    {
        Prepare(path, bytes);
        Commit(path);
    }

    /// <summary>Writes the new content beside the file.</summary>
    public static void Prepare(string path, byte[] bytes) => File.WriteAllBytes(path + Suffix, bytes);

    /// <summary>Puts the prepared content in the file's place.</summary>
    public static void Commit(string path) => File.Move(path + Suffix, path, overwrite: true);

    /// <summary>Drops the prepared content.</summary>
    public static void Discard(string path) => File.Delete(path + Suffix);

    /// <summary>Whether a file has this content already; rewriting it would only change its time stamp.</summary>
    public static bool Has(string path, byte[] bytes)
    {
        FileInfo file = new(path);
        return file.Exists && file.Length == bytes.Length && File.ReadAllBytes(path).AsSpan().SequenceEqual(bytes);
    }
}
