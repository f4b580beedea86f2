namespace AuditSdk.Fluentd;

/// <summary>What a buffer groups events by.</summary>
/// <param name="Name">As in <c>&lt;buffer tag,time&gt;</c>.</param>
public readonly record struct ChunkKey(string Name)
{
    /// <summary>The tag.</summary>
    public static ChunkKey Tag => new("tag");

    /// <summary>The time, cut into pieces of <c>timekey</c>.</summary>
    public static ChunkKey Time => new("time");

    /// <summary>Nothing: all events in one chunk. Stands alone; without it the output's own default counts.</summary>
    public static ChunkKey None => new("[]");

    /// <summary>A field of the record: its name, or a path such as <c>$.objectRef.namespace</c>.</summary>
    public static implicit operator ChunkKey(string name) => new(name);
}
