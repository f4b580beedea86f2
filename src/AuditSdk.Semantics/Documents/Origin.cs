namespace AuditSdk.Semantics.Documents;

/// <summary>Where a node of a document was written.</summary>
/// <param name="File">The file as its author knows it, or null where there is none.</param>
/// <param name="Line">The line, from 1; 0 where unknown.</param>
/// <param name="Column">The column, from 1; 0 where unknown.</param>
public readonly record struct Origin(string? File, int Line, int Column = 0)
{
    // Every node of a large file has one of these; few have a path, so that it shares the place of the file.
    private readonly object? _source = File;

    /// <summary>Nowhere known.</summary>
    public static Origin None => default;

    /// <summary>The file as its author knows it, or null where there is none.</summary>
    public string? File
    {
        get => _source is Placed placed ? placed.File : (string?)_source;
        init => _source = Of(value, Path);
    }

    /// <summary>Characters of the file before it; means something only where <see cref="Length"/> is not 0.</summary>
    public int Start { get; init; }

    /// <summary>Its length in characters; 0 where unknown.</summary>
    public int Length { get; init; }

    /// <summary>The place inside the document, while a check looks at it: several nodes may come from one line of C#.</summary>
    internal string? Path
    {
        get => (_source as Placed)?.Path;
        init => _source = Of(File, value);
    }

    /// <summary>True where there is no more to it than a line and column of a file.</summary>
    internal bool IsPointInFile => Length == 0 && Start == 0 && _source is not Placed;

    private static object? Of(string? file, string? path) => path is null ? file : new Placed(file, path);

    private sealed record Placed(string? File, string Path);
}
